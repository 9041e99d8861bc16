using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;
using CsCheck;

namespace BacklogHealth.Core.Tests.WorkItems;

public sealed class PastStateTests
{
    [Fact]
    public void Going_back_to_any_time_gives_the_item_as_it_stood_then()
    {
        Gen.Select(Gen.Int[0, 16], Gen.Int[0, 9]).Array[0, 25].Sample(steps =>
        {
            var item = A.WorkItem("CHK-1");
            var past = new List<WorkItem> { item };
            for (var i = 0; i < steps.Length; i++)
            {
                var next = Next(item, Day(i), steps[i].Item1, steps[i].Item2);
                item = next.Changes.Length > 0 && next.Changes[^1] is { From: null, To: null } ? item : next;
                past.Add(item);
            }

            for (var i = 0; i <= steps.Length; i++)
            {
                var rebuilt = PastState.Rebuild(item, A.Time(Day(i)));
                Assert.NotNull(rebuilt);
                Assert.Empty(rebuilt.NotRebuilt);
                Assert.Equal(Told(past[i]), Told(rebuilt.Item));
            }
        });
    }

    [Fact]
    public void Known_is_what_happened_before_the_instant_and_not_at_it()
    {
        var item = A.WorkItem("CHK-1").Moved("2026-02-01", A.InProgress);

        Assert.Equal("To Do", PastState.Rebuild(item, A.Time("2026-02-01"))!.Item.OriginalState);
        Assert.Equal("In Progress", PastState.Rebuild(item, A.Time("2026-02-01").AddTicks(1))!.Item.OriginalState);
    }

    [Fact]
    public void An_item_is_not_there_before_it_was_created_nor_after_it_was_gone()
    {
        var item = A.WorkItem("CHK-1", created: "2026-01-05") with { RemovedAt = A.Time("2026-03-01") };

        Assert.Null(PastState.Rebuild(item, A.Time("2026-01-05")));
        Assert.NotNull(PastState.Rebuild(item, A.Time("2026-01-05 00:01")));
        Assert.Null(PastState.Rebuild(item, A.Time("2026-03-01 00:01"))?.Item);
        var before = PastState.Rebuild(item, A.Time("2026-03-01"));
        Assert.Null(before!.Item.RemovedAt);
        Assert.Null(PastState.Rebuild(item with { RemovedAt = null, NotVisibleSince = A.Time("2026-02-01") }, A.Time("2026-02-02")));
    }

    [Fact]
    public void Later_comments_and_changes_are_left_out_and_the_last_touch_is_known()
    {
        var item = A.WorkItem("CHK-1").Moved("2026-02-01", A.InProgress).Moved("2026-03-01", A.Done) with
        {
            Comments = [new("1", null, A.Time("2026-02-10"), A.Text("Why?")), new("2", null, A.Time("2026-02-20"), A.Text("Because."))],
            Links = [new("blocks", "CHK-2")],
            Attachments = ["sketch.png"],
            RemoteLinks = ["Design of the payment page"],
        };

        var past = PastState.Rebuild(item, A.Time("2026-02-15"))!.Item;

        Assert.Single(past.Changes);
        Assert.Equal("1", Assert.Single(past.Comments).Id);
        Assert.Equal(A.Time("2026-02-10"), past.Updated);
        Assert.Equal(item.Links, past.Links);
        Assert.Equal(item.Attachments, past.Attachments);
        Assert.Equal(item.RemoteLinks, past.RemoteLinks);
    }

    [Fact]
    public void Texts_come_back_with_their_structure()
    {
        var before = new StructuredTextBuilder().Block(TextKind.ListItem, 1, "- ").Append("card").Build();
        var item = A.WorkItem("CHK-1").Changed("2026-02-01", FieldNames.Description, FieldValue.Of(before), FieldValue.Of(A.Text("After")))
            with
        { Description = A.Text("After") };

        Assert.Equal(before, PastState.Rebuild(item, A.Time("2026-01-31"))!.Item.Description);
    }

    [Fact]
    public void A_move_takes_the_project_with_it()
    {
        var item = A.WorkItem("PAY-7").Changed("2026-02-01", FieldNames.Key, new("CHK-1"), new("PAY-7"));

        var past = PastState.Rebuild(item, A.Time("2026-01-31"))!.Item;

        Assert.Equal(("CHK-1", "CHK"), (past.Key, past.Project));
    }

    [Fact]
    public void A_kind_that_the_name_of_its_type_does_not_tell_comes_back()
    {
        var item = A.WorkItem("CHK-1") with { Type = "Epic", Kind = WorkItemKind.Epic };
        var told = item.Changed("2026-02-01", FieldNames.Kind, new("Story"), new("Epic")).Changed("2026-02-01", FieldNames.Type, new("Issue"), new("Epic"));
        var byName = item.Changed("2026-02-01", FieldNames.Type, new("Issue"), new("Epic"));
        var unknown = item.Changed("2026-02-01", FieldNames.Kind, new("2"), new("Epic"));

        Assert.Equal(("Issue", WorkItemKind.Story), (Past(told).Type, Past(told).Kind));
        Assert.Equal(("Issue", WorkItemKind.Other), (Past(byName).Type, Past(byName).Kind));
        Assert.Equal([FieldNames.Kind], PastState.Rebuild(unknown, A.Time("2026-01-31"))!.NotRebuilt);

        static WorkItem Past(WorkItem changed) => PastState.Rebuild(changed, A.Time("2026-01-31"))!.Item;
    }

    [Fact]
    public void A_label_may_hold_a_space()
    {
        var item = A.WorkItem("CHK-1").Changed("2026-02-01", FieldNames.Labels, new("red not\u00A0urgent"), new("red")) with { Labels = ["red"] };

        Assert.Equal(["red", "not urgent"], PastState.Rebuild(item, A.Time("2026-01-31"))!.Item.Labels);
    }

    [Fact]
    public void Where_keys_do_not_tell_the_project_its_own_change_does()
    {
        var item = A.WorkItem("CHK-1") with { Key = "412", Project = "Shop" };

        var past = PastState.Rebuild(item.Changed("2026-02-01", FieldNames.Project, new("Warehouse"), new("Shop")), A.Time("2026-01-31"))!;
        var unknown = PastState.Rebuild(item.Changed("2026-02-01", FieldNames.Project, null, new("Shop")), A.Time("2026-01-31"))!;

        Assert.Equal(("Warehouse", 0), (past.Item.Project, past.NotRebuilt.Length));
        Assert.Equal(("Shop", FieldNames.Project), (unknown.Item.Project, Assert.Single(unknown.NotRebuilt)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_keys_tell_the_project_a_name_beside_them_does_not(bool keyFirst)
    {
        var item = A.WorkItem("PAY-7");
        FieldChange[] changes =
        [
            new(A.Time("2026-02-01"), FieldNames.Key, new("CHK-1"), new("PAY-7")), new(A.Time("2026-02-01"), FieldNames.Project, new("Online Shop", "10"), new("PAY", "11")),
        ];

        var past = PastState.Rebuild(item with { Changes = [.. keyFirst ? changes : changes.Reverse()] }, A.Time("2026-01-31"))!;

        Assert.Equal(("CHK-1", "CHK", 0), (past.Item.Key, past.Item.Project, past.NotRebuilt.Length));
    }

    [Theory]
    [InlineData(FieldNames.State, null, "Done")]
    [InlineData(FieldNames.Title, null, "Pay by card")]
    [InlineData(FieldNames.Type, " ", "Story")]
    [InlineData(FieldNames.Key, null, "CHK-1")]
    [InlineData(FieldNames.StoryPoints, "five", "8")]
    [InlineData(FieldNames.Due, "31/12/2026", "2026-12-31")]
    [InlineData(FieldNames.Sprint, "Sprint 4", null)]
    [InlineData(FieldNames.Description, "Old text", null)]
    [InlineData(FieldNames.Rank, null, null)]
    [InlineData(FieldNames.Flagged, null, null)]
    [InlineData(FieldNames.Team, null, null)]
    public void A_value_that_is_not_told_is_named_and_todays_stays(string field, string? from, string? to)
    {
        var item = A.WorkItem("CHK-1") with { StoryPoints = 8, Due = new DateOnly(2026, 12, 31), SprintIds = ["5"], Description = A.Text("New text"), Rank = "b" };
        var changed = item.Changed("2026-02-01", field, from is null ? null : new(from), to is null ? null : new(to));

        var past = PastState.Rebuild(changed, A.Time("2026-01-31"))!;

        Assert.Equal([field], past.NotRebuilt);
        Assert.Equal(Told(item), Told(past.Item));
    }

    [Fact]
    public void A_history_with_gaps_is_named() =>
        Assert.Equal([PastState.History], PastState.Rebuild(A.WorkItem("CHK-1") with { HistoryComplete = false }, A.Time("2026-02-01"))!.NotRebuilt);

    [Fact]
    public void Fields_without_a_name_are_left_as_they_are()
    {
        var item = A.WorkItem("CHK-1").Changed("2026-02-01", "Root cause", null, null);

        var past = PastState.Rebuild(item, A.Time("2026-01-31"))!;

        Assert.Empty(past.NotRebuilt);
        Assert.Equal(Told(A.WorkItem("CHK-1")), Told(past.Item));
    }

    [Fact]
    public void A_text_that_was_empty_before_is_empty_again()
    {
        var item = A.WorkItem("CHK-1").Changed("2026-02-01", FieldNames.AcceptanceCriteria, null, FieldValue.Of(A.Text("It works."))) with { AcceptanceCriteria = A.Text("It works.") };

        var past = PastState.Rebuild(item, A.Time("2026-01-31"))!;

        Assert.True(past.Item.AcceptanceCriteria.IsBlank);
        Assert.Empty(past.NotRebuilt);
    }

    private static string Day(int index) => A.Time("2026-02-01").AddDays(index).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // One change of one of all fields that have a history, applied forwards; value 0 clears what may be empty.
    private static WorkItem Next(WorkItem item, string at, int field, int value)
    {
        var text = value == 0 ? null : FormattableString.Invariant($"value {value}");
        FieldValue? Words(string? words) => words is null ? null : new FieldValue(words);
        switch (field)
        {
            case 0:
                return item.Moved(at, value < 4 ? A.ToDo : value < 7 ? A.InProgress : A.Done);
            case 1:
                return item.Changed(at, FieldNames.Title, new(item.Title), new("Title " + text)) with { Title = "Title " + text };
            case 2:
                var description = A.Text(text ?? "");
                return item.Changed(at, FieldNames.Description, FieldValue.Of(item.Description), FieldValue.Of(description)) with { Description = description };
            case 3:
                var criteria = A.Text(text ?? "");
                return item.Changed(at, FieldNames.AcceptanceCriteria, FieldValue.Of(item.AcceptanceCriteria), FieldValue.Of(criteria)) with { AcceptanceCriteria = criteria };
            case 4:
                ImmutableArray<string> sprints = value == 0 ? [] : [.. Enumerable.Range(1, value).Select(n => n.ToString(CultureInfo.InvariantCulture))];
                FieldValue? Ids(ImmutableArray<string> ids) => ids.IsEmpty ? null : new(string.Join(", ", ids.Select(i => "Sprint " + i)), string.Join(", ", ids));
                return item.Changed(at, FieldNames.Sprint, Ids(item.SprintIds), Ids(sprints)) with { SprintIds = sprints };
            case 5:
                var key = text is null ? null : "CHK-" + text;
                return item.Changed(at, FieldNames.Parent, item.ParentKey is null ? null : new(item.ParentKey, item.ParentId), key is null ? null : new(key, text))
                    with
                { ParentKey = key, ParentId = text };
            case 6:
                double? points = value == 0 ? null : value / 2.0;
                return item.Changed(at, FieldNames.StoryPoints, Words(item.StoryPoints?.ToString(CultureInfo.InvariantCulture)), Words(points?.ToString(CultureInfo.InvariantCulture)))
                    with
                { StoryPoints = points };
            case 7:
                return item.Changed(at, FieldNames.Rank, Words(item.Rank), Words(text)) with { Rank = text };
            case 8:
                var type = value < 5 ? "Story" : "Bug";
                return item.Changed(at, FieldNames.Type, new(item.Type), new(type)) with { Type = type, Kind = WorkItemKinds.FromName(type) };
            case 9:
                return item.Changed(at, FieldNames.Key, new(item.Key), new($"P{value}-{value}")) with { Key = $"P{value}-{value}", Project = $"P{value}" };
            case 10:
                return item.Changed(at, FieldNames.Resolution, Words(item.Resolution), Words(text)) with { Resolution = text };
            case 11:
                return item.Changed(at, FieldNames.Priority, Words(item.Priority), Words(text)) with { Priority = text };
            case 12:
                DateOnly? due = value == 0 ? null : new DateOnly(2026, 12, value);
                return item.Changed(at, FieldNames.Due, Words(item.Due?.ToString("O", CultureInfo.InvariantCulture)), Words(due?.ToString("O", CultureInfo.InvariantCulture)))
                    with
                { Due = due };
            case 13:
                ImmutableArray<string> labels = value == 0 ? [] : ["a", $"l{value}"];
                return item.Changed(at, FieldNames.Labels, new(string.Join(' ', item.Labels)), new(string.Join(' ', labels))) with { Labels = labels };
            case 14:
                var flagged = value > 4;
                return item.Changed(at, FieldNames.Flagged, item.Flagged ? new("Impediment") : null, flagged ? new("Impediment") : null) with { Flagged = flagged };
            case 15:
                return item.Changed(at, FieldNames.Team, Words(item.Team), Words(text)) with { Team = text };
            default:
                var version = $"R{value}";
                return item.FixVersions.Contains(version)
                    ? item.Changed(at, FieldNames.FixVersion, new(version), null) with { FixVersions = item.FixVersions.Remove(version) }
                    : item.Changed(at, FieldNames.FixVersion, null, new(version)) with { FixVersions = item.FixVersions.Add(version) };
        }
    }

    private static string Told(WorkItem i) => string.Join('\n',
        i.Key, i.Project, i.Type, i.Kind, i.Title, i.Description.Plain, i.AcceptanceCriteria.Plain, i.StateId, i.OriginalState, i.ParentId, i.ParentKey,
        i.Flagged, i.Team, i.StoryPoints, i.Rank, i.Priority, i.Resolution, i.Due, string.Join(',', i.SprintIds), string.Join(',', i.Labels),
        string.Join(',', i.FixVersions.Order(StringComparer.Ordinal)), i.Changes.Length, i.Updated.ToString("O", CultureInfo.InvariantCulture));
}
