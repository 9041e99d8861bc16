using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog.History;
using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog;

/// <summary>One morning's everyday changes: two moves on each team's board, one better description, a comment and a new item as the file says.</summary>
internal sealed class Morning(DateTimeOffset now, int edition)
{
    private readonly Chance _chance = Chance.For(edition, "morning");

    public SampleBacklog ChangesOf(SampleBacklog backlog)
    {
        var added = ImmutableArray.CreateBuilder<PlantedFlaw>();
        var projects = backlog.Projects.Select(p => p with { Items = Change(p, TeamPlan.All.Single(t => t.Key == p.Key), added) }).ToImmutableArray();
        var items = projects.SelectMany(p => p.Items).ToDictionary(i => i.Key, StringComparer.Ordinal);
        var truth = backlog.Truth;
        return backlog with
        {
            Projects = projects,
            Truth = new GroundTruth(
                [.. truth.Flaws.Where(f => items[f.Key].Resolution is null && !(f.Flaw == Flaw.NoAcceptanceCriteria && Mended(backlog, items[f.Key]))), .. added],
                [.. truth.GoodKeys.Where(k => items[k].Resolution is null)]),
        };
    }

    private static bool Mended(SampleBacklog before, SampleItem item) =>
        before.Projects.SelectMany(p => p.Items).Single(i => i.Key == item.Key).Description != item.Description;

    private ImmutableArray<SampleItem> Change(SampleProject project, TeamPlan team, ImmutableArray<PlantedFlaw>.Builder added)
    {
        var items = project.Items.ToBuilder();
        var seeds = SeedReader.ReadFolder(team.Folder).SelectMany(e => e.Items).ToLookup(s => s.Title, StringComparer.Ordinal);
        var author = _chance.Pick(Accounts.Of(team));
        Replace(items, i => IsAt(i, 3), i => Moved(i, author, State(team, 3), State(team, 4)) with { Resolution = "Done" });
        Replace(items, i => IsAt(i, 2), i => Moved(i, author, State(team, 2), State(team, 3)));

        // One team a morning refines an item, so that the two together make at most nine changes.
        if ((edition + (team.FirstId / 10000)) % 2 == 0)
        {
            Replace(items, i => IsAt(i, 0) && Addition(i) is not null, i => Bettered(i, Addition(i)!, author));
        }

        var mornings = SeedReader.ReadEpic(SeedReader.Lines(team.Folder + "/mornings")).Items;
        if (edition >= 1 && edition <= mornings.Length)
        {
            var (title, comment) = Target(mornings[edition - 1].Comments[0].Text);
            Replace(items, i => i.Resolution is null && i.Title == title, i => Commented(i, comment, author));
            var created = Created(mornings[edition - 1], project, team);
            items.Add(created);
            added.AddRange(mornings[edition - 1].Flaws.Select(f => new PlantedFlaw(created.Key, f)));
        }
        else
        {
            Replace(items, i => IsAt(i, 1), i => Moved(i, author, State(team, 1), State(team, 2)));
        }

        return items.ToImmutable();

        bool IsAt(SampleItem item, int state) => item.Type is "Story" or "Task" or "Bug" && item.StatusId == team.StatusId(state);

        SampleText? Addition(SampleItem item) =>
            seeds[item.Title].FirstOrDefault()?.Addition is { } text && item.Description?.Blocks.Contains(text.Blocks[0]) == false ? text : null;
    }

    /// <summary>A comment of a morning names the item it is written for: <c>Title :: comment</c>.</summary>
    private static (string Title, string Comment) Target(string line) => line.Split(" :: ") is [var title, var comment]
        ? (title, comment)
        : throw new FormatException($"Sample text '{line}': found no ' :: '; expected the title of the item that is commented on, ' :: ', the comment.");

    private static FieldValue State(TeamPlan team, int index) => new(team.StatusId(index), team.StatusNames[index]);

    /// <summary>Changes one of the items that fit and have not changed this morning; none where none fits.</summary>
    private void Replace(ImmutableArray<SampleItem>.Builder items, Func<SampleItem, bool> fits, Func<SampleItem, SampleItem> change)
    {
        var candidates = Enumerable.Range(0, items.Count).Where(i => items[i].Updated < now && fits(items[i])).ToList();
        if (candidates.Count > 0)
        {
            var index = _chance.Pick(candidates);
            items[index] = change(items[index]) with { Updated = now };
        }
    }

    private SampleItem Moved(SampleItem item, string author, FieldValue from, FieldValue to)
    {
        var changes = item.Changes.Add(new SampleChange(ChangeId(item, 1), now, author, "status", from.Id, from.Text, to.Id, to.Text));
        if (to.Text == "Done")
        {
            changes = changes.Add(new SampleChange(ChangeId(item, 2), now, author, "resolution", null, null, "10000", "Done"));
        }

        return item with { StatusId = to.Id!, Changes = changes };
    }

    private SampleItem Bettered(SampleItem item, SampleText addition, string author)
    {
        var better = new SampleText([.. item.Description?.Blocks ?? [], .. addition.Blocks]);
        var change = new SampleChange(
            ChangeId(item, 1), now, author, "description", null, item.Description is { } text ? WikiMarkup.Of(text) : null, null, WikiMarkup.Of(better));
        return item with { Description = better, Changes = item.Changes.Add(change) };
    }

    private SampleItem Commented(SampleItem item, string text, string author) =>
        item with { Comments = item.Comments.Add(new SampleComment(FormattableString.Invariant($"{item.Id}{item.Comments.Length + 1}"), author, now, SampleText.Of(text))) };

    private SampleItem Created(ItemSeed seed, SampleProject project, TeamPlan team)
    {
        var number = project.Items.Length + 1;
        return new SampleItem
        {
            Id = FormattableString.Invariant($"{team.FirstId + 1000 + number}"),
            Key = FormattableString.Invariant($"{team.Key}-{number}"),
            Type = seed.Type,
            Title = seed.Title,
            Description = seed.Description,
            StatusId = team.StatusId(0),
            Created = now,
            Updated = now,
            Rank = BacklogOrder.Rank((number * 8) + 4),
        };
    }

    private static string ChangeId(SampleItem item, int next) => FormattableString.Invariant($"{item.Id}{item.Changes.Length + next:00}");
}
