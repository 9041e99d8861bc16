using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring;

public sealed class TouchesTests
{
    private static readonly DateTimeOffset Day = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_latest_change_or_comment_counts()
    {
        var item = Changed(Some.Item("a"), FieldNames.Title, Day) with { Comments = [new Comment("1", "b", Day.AddDays(3), StructuredText.FromPlain("still wanted"))] };

        Assert.Equal(Day.AddDays(3), LastTouched(item));
    }

    [Theory]
    [InlineData(FieldNames.Rank)]
    [InlineData(FieldNames.Sprint)]
    public void A_move_alone_does_not(string field) => Assert.Equal(Day, LastTouched(Changed(Changed(Some.Item("a"), FieldNames.Title, Day), field, Day.AddDays(9))));

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Many_items_in_the_same_minute_by_the_same_author_are_a_bulk_edit(int items, bool counts)
    {
        var all = Enumerable.Range(0, items).Select(i => Changed(Changed(Some.Item("a", key: $"CHK-{i}"), FieldNames.Title, Day.AddHours(-i)), FieldNames.Labels, Day.AddDays(9).AddSeconds(i))).ToArray();

        Assert.Equal(counts ? Day.AddDays(9) : Day, LastTouched(all));
    }

    [Fact]
    public void By_several_authors_they_are_not()
    {
        var all = Enumerable.Range(0, 20).Select(i => Changed(Some.Item("a", key: $"CHK-{i}"), FieldNames.Labels, Day, $"author {i % 3}")).ToArray();

        Assert.Equal(Day, LastTouched(all.Take(15).ToArray()));
    }

    [Fact]
    public void Without_any_history_the_date_of_the_tracker_is_all_there_is() => Assert.Equal(Day, LastTouched(Some.Item("a") with { Updated = Day }));

    [Fact]
    public void Nothing_tells_where_the_history_is_not_whole_and_nobody_left_a_trace()
    {
        var item = Some.Item("a") with { HistoryComplete = false };

        Assert.Null(BacklogIndex.Build([item]).ById("CHK-1")!.LastTouched);
        Assert.Equal(Day, LastTouched(Changed(item, FieldNames.Title, Day)));
    }

    [Fact]
    public void Untouched_since_its_creation() => Assert.Equal(Some.Item("a").Created, LastTouched(Some.Item("a")));

    private static DateTimeOffset? LastTouched(params WorkItem[] items) => BacklogIndex.Build(items).ById(items[0].Id)!.LastTouched;

    private static WorkItem Changed(WorkItem item, string field, DateTimeOffset at, string author = "a") =>
        item with { Changes = item.Changes.Add(new FieldChange(at, field, null, new FieldValue("x"), author)) };
}
