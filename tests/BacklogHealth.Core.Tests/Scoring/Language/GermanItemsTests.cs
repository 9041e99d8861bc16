using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring.Language;

public sealed class GermanItemsTests
{
    private static readonly TeamContext German = Some.Team with { Language = "de" };

    public static TheoryData<int, string> Each
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (i, (item, _)) in GermanItems.All.Index())
            {
                data.Add(i, item.Title);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void A_German_item_is_told_what_a_German_reader_misses(int index, string title)
    {
        var (item, expected) = GermanItems.All[index];
        var score = Some.Score(Some.Item(title, item.Description, item.Kind), German);

        Assert.Equal("de", score.Language);
        Assert.Equal(expected, score.Findings.Select(f => $"{f.RuleId} {string.Join(" | ", f.Evidence.Select(e => e.Text))}".TrimEnd()));
    }

    [Fact]
    public void There_are_forty_items_and_half_of_them_are_clear()
    {
        Assert.Equal(40, GermanItems.All.Length);
        Assert.InRange(GermanItems.All.Count(i => i.Findings.IsEmpty), 15, 25);
    }
}
