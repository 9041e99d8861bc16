using System.Collections.Immutable;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Quality.TestData;

namespace BacklogHealth.Core.Tests.Health.Quality;

public sealed class QualityReportTests
{
    private static readonly string[] Names = ["To Do", "In Progress", "Review", "Done", "Closed", "Limbo"];

    // Whatever trackers can bring: states in any order, resets, parents in circles, links to nowhere, many at the same instant.
    private static readonly Gen<ItemHistory> Hostile =
        from id in Gen.Int[0, 30]
        from created in Gen.Int[-3, 110]
        from steps in Gen.Select(Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 40]), Gen.OneOf(Names.Select(Gen.Const).ToArray()), Gen.Bool).Array[1, 8]
        from parent in Gen.OneOf(Gen.Const((int?)null), Gen.Int[0, 30].Select(p => (int?)p))
        from flags in Gen.Select(Gen.Bool, Gen.Bool, Gen.Enum<WorkItemKind>(), Gen.OneOf(Gen.Const((int?)null), Gen.Int[0, 120].Select(g => (int?)g)))
        select new ItemHistory(
            $"{id}", $"T-{id}", flags.Item3, parent is null ? null : $"{parent}", null, At(created), flags.Item4 is { } gone ? At(gone) : null,
            States(created, steps), flags.Item1, flags.Item2);

    private static ImmutableArray<StateEntry> States(int created, (double After, string State, bool Reset)[] steps)
    {
        var at = (double)created;
        return [.. steps.Select((s, n) => new StateEntry(At(n == 0 ? at : at += s.After), Board.States.FirstOrDefault(b => b.Name == s.State)?.Id ?? "99", s.State, n > 0 && s.Reset))];
    }

    private static readonly Gen<QualityFacts> Facts =
        from blocked in Gen.Select(Gen.Int[0, 30], Gen.Int[0, 40].Array[0, 3]).Array[0, 10]
        from teams in Gen.Int[0, 40].Array[0, 10]
        from unseen in Gen.Select(Gen.Int[-3, 120], Gen.Int[-3, 120]).Array[0, 5]
        from closed in Gen.Select(Gen.Int[0, 30], Gen.Int[0, 110], Gen.Int[0, 1]).Array[0, 40]
        select new QualityFacts
        {
            BlockedBy = blocked.DistinctBy(b => b.Item1).ToDictionary(b => $"{b.Item1}", b => b.Item2.Select(k => $"T-{k}").ToImmutableArray(), StringComparer.Ordinal),
            InOtherTeams = teams.Select(t => $"{t}").ToHashSet(StringComparer.Ordinal),
            Invisible = [.. unseen.Select((u, n) => new InvisibleItem($"U-{n}", At(u.Item1), At(u.Item2)))],
            FinishingChanges = [.. closed.Select(c => new FinishingChange($"{c.Item1}", At(c.Item2), $"account-{c.Item3}"))],
        };

    [Fact]
    public void Whatever_comes_no_check_fails_and_never_are_more_affected_than_there_are() =>
        Gen.Select(Hostile.Array[0, 60], Facts).Sample(
            x => Report(x.Item2, x.Item1).Problems.All(p => p.Affected >= 0 && p.Affected <= p.Of && (p.Check.Id == "weeks-without-a-finish" ? p.Items.IsEmpty : p.Items.Length == p.Affected)),
            iter: 2000);

    [Fact]
    public void The_order_of_the_items_changes_nothing() =>
        Gen.Select(Hostile.Array[0, 30], Facts).Sample(
            x =>
            {
                var items = x.Item1.DistinctBy(i => i.Id).ToList();
                return Told(Report(x.Item2, items)).SequenceEqual(Told(Report(x.Item2, Enumerable.Reverse(items))), StringComparer.Ordinal);
            },
            iter: 300);

    [Fact]
    public void What_comes_later_changes_nothing() =>
        Gen.Select(Hostile.Array[0, 30], Facts).Sample(
            x =>
            {
                var before = x.Item1.Where(i => i.Created < At(Now)).Select(i => i with { States = [.. i.States.Where(s => s.At < At(Now))], Gone = i.Gone < At(Now) ? i.Gone : null });
                return Told(Report(x.Item2, x.Item1)).SequenceEqual(Told(Report(x.Item2, before)), StringComparer.Ordinal);
            },
            iter: 300);

    [Fact]
    public void Without_any_item_there_is_nothing_to_look_at()
    {
        var report = Report(QualityFacts.None);
        Assert.Equal(QualityBook.All.Select(c => c.Id), report.NotLooked.Select(p => p.Check.Id));
        Assert.Empty(report.Found);
        Assert.Empty(report.Fine);
    }

    [Fact]
    public void What_affects_most_stands_first_then_what_affects_the_larger_share()
    {
        var report = Report(
            QualityFacts.None,
            Item("1", (0, "To Do"), (2, "Done")), Item("2", (0, "To Do"), (2, "Done")), Item("3", (0, "To Do"), (1, "In Progress"), (2, "Done")),
            Item("4", (0, "To Do"), (1, "Review"), (2, "In Progress")), Item("5", (0, "To Do"), (1, "Review"), (2, "To Do"), (3, "Done"), (9, "Closed")));
        Assert.Equal(
            ["2 of 4 finished-never-started", "1 of 3 back-to-not-started", "1 of 3 back-on-the-board", "1 of 4 changed-after-done"],
            report.Found.Select(p => $"{p.Affected} of {p.Of} {p.Check.Id}"));
    }

    [Fact]
    public void The_items_created_last_are_named_first() =>
        Assert.Equal(["T-2", "T-3", "T-1"], Ask("history-cut-short", QualityFacts.None, new[] { 0, 5, 3 }.Select((day, n) => Item($"{n + 1}", (day, "To Do")) with { Complete = false })).Items);

    [Fact]
    public void Thousands_are_set_apart() =>
        Assert.Equal("1,234 of 1,234 items", Ask("history-cut-short", QualityFacts.None, Enumerable.Range(0, 1234).Select(n => Item($"{n}", (0, "To Do")) with { Complete = false })).Share.ToString());

    private static IEnumerable<string> Told(QualityReport report) =>
        report.Problems.Select(p => $"{p.Check.Id} {p.Share} {string.Join(',', p.Items)} {string.Join(',', p.Days.Select(d => $"{d.From:O}-{d.To:O}"))}");
}
