using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class DataToLookAtTests
{
    private static readonly DateTimeOffset Day = SampleHealth.Monday.AddDays(-100);

    [Fact]
    public void Where_nothing_is_found_there_is_no_such_part()
    {
        var page = ReportWriter.Render(Audience.Coach, new SampleHealth().Input());
        Assert.DoesNotContain("in the data to look at", page.Html, StringComparison.Ordinal);
        Assert.Empty(Part(page)["numbers"]!["problems"]!.AsArray());
        Assert.Empty(Part(page)["sentences"]!.AsArray());
    }

    [Fact]
    public void One_thing_is_told_with_its_share_its_items_its_rule_and_what_to_do()
    {
        var page = Spoiled(Item("x1", (0, "To do"), (1, "Done")));
        Assert.Contains("\n## One thing in the data to look at\n\n15 checks had something to look at, and 14 found nothing wrong.\n", page.Markdown, StringComparison.Ordinal);
        Assert.Contains(
            "**Finished, never started**: 1 of 421 finished items; [X-x1](<https://acme.example/browse/X-x1>). | It has no cycle time and was never seen in progress. It counts as finished on its day, in throughput and forecasts; it is left out of cycle times and of work in progress. | ",
            page.Markdown, StringComparison.Ordinal);
        Assert.Equal(["One thing in the data to look at", "15 checks had something to look at, and 14 found nothing wrong."], Part(page)["sentences"]!.AsArray().Select(s => s!.GetValue<string>()));
    }

    [Fact]
    public void Of_many_items_three_are_named_and_the_rest_counted()
    {
        string Told(int items) => Spoiled([.. Enumerable.Range(1, items).Select(n => Item($"{n}", (-n, "To do"), (1 + (n % 90), "Done")))]).Markdown
            .Split('\n').Single(l => l.Contains("**Finished, never started**", StringComparison.Ordinal)).Split('|')[1].Trim();
        string Link(int n) => $"[X-{n}](<https://acme.example/browse/X-{n}>)";
        Assert.Equal($"**Finished, never started**: 2 of 422 finished items; {Link(1)} and {Link(2)}.", Told(2));
        Assert.Equal($"**Finished, never started**: 3 of 423 finished items; {Link(1)}, {Link(2)} and {Link(3)}.", Told(3));
        Assert.Equal($"**Finished, never started**: 1,004 of 1,424 finished items; {Link(1)}, {Link(2)}, {Link(3)} and 1,001 more.", Told(1004));
    }

    [Fact]
    public void A_gap_is_told_by_its_days()
    {
        var page = ReportWriter.Render(Audience.Coach, new SampleHealth { Change = i => i with { Histories = [.. i.Histories.Where(h => h.States[^1].At < Day || h.States[^1].At > Day.AddDays(40))] } }.Input());
        Assert.Matches(@"\*\*Weeks without a finish\*\*: 5 of 87 weeks; 16 August to 24 September\.", page.Markdown);
    }

    [Fact]
    public void What_affects_most_stands_first_and_beyond_ten_only_names_are_told()
    {
        var page = Many();
        var problems = Part(page)["numbers"]!["problems"]!.AsArray().Select(p => (Id: p!["id"]!.GetValue<string>(), Affected: p["affected"]!.GetValue<int>())).ToList();
        Assert.True(problems.Count > 10, $"{problems.Count} found");
        Assert.Equal(problems.Select(p => p.Affected).OrderDescending(), problems.Select(p => p.Affected));
        Assert.Contains("What affects most stands first.", page.Markdown, StringComparison.Ordinal);
        Assert.Contains("\nAlso: Changes of state that say nothing: 6 of 527 items that changed their state; ", page.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_name_every_item_and_what_is_fine()
    {
        var numbers = Part(Spoiled([.. Enumerable.Range(1, 5).Select(n => Item($"{n}", (-n, "To do"), (1, "Done")))]))["numbers"]!;
        Assert.Equal(["X-1", "X-2", "X-3", "X-4", "X-5"], numbers["problems"]![0]!["items"]!.AsArray().Select(k => k!.GetValue<string>()));
        Assert.Contains("reopened", numbers["fine"]!.AsArray().Select(k => k!.GetValue<string>()));
    }

    [Fact]
    public void It_is_not_for_stakeholders() =>
        Assert.DoesNotContain(ReportWriter.Render(Audience.Stakeholder, new SampleHealth().Input()).Json["parts"]!.AsArray(), p => p!["id"]!.GetValue<string>() == "data-quality");

    /// <summary>A team whose data have nearly everything wrong.</summary>
    internal static RenderedReport Many() => ReportWriter.Render(Audience.Coach, new SampleHealth
    {
        Change = i => i with
        {
            Histories =
            [
                .. i.Histories,
                .. Enumerable.Range(0, 40).Select(n => Item($"n{n}", (-n, "To do"), (n, "Done"))),
                .. Enumerable.Range(0, 30).Select(n => Item($"heap{n}", (-n, "To do"), (1, "In progress"), (50, "Done"))),
                .. Enumerable.Range(0, 12).Select(n => Item($"imp{n}", (20, "Done"))),
                .. Enumerable.Range(0, 9).Select(n => Item($"b{n}", (-n, "To do"), (2, "Test"), (3, "Review"), (4, "To do"))),
                .. Enumerable.Range(0, 8).Select(n => Item($"r{n}", (-n, "To do"), (2, "Done"), (3 + n, "In progress"), (30 + n, "Done"))),
                .. Enumerable.Range(0, 7).Select(n => Item($"d{n}", (-n, "To do"), (2, "In progress"), (3 + n, "Done")) with { Discarded = true }),
                .. Enumerable.Range(0, 6).Select(n => Item($"l{n}", (-n, "To do"), (2, "Waiting for customer"))),
                .. Enumerable.Range(0, 5).Select(n => Item($"c{n}", (-n, "In progress"), (60 + n, "Done"))),
                Item("e1", (-50, "To do")) with { Kind = WorkItemKind.Epic }, Item("e1a", (-40, "To do"), (1, "In progress")) with { ParentId = "e1" },
                Item("e2", (-50, "To do"), (40, "Done")) with { Kind = WorkItemKind.Epic }, Item("e2a", (-40, "To do")) with { ParentId = "e2" },
                Item("cut", (-40, "To do")) with { Complete = false },
            ],
            Facts = new QualityFacts
            {
                BlockedBy = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal) { ["e2a"] = ["X-n1"] },
                InOtherTeams = ImmutableHashSet.Create("n1", "n2"),
                Invisible = [new("X-gone", Day, Day.AddDays(5))],
                FinishingChanges = [.. Enumerable.Range(0, 30).Select(n => new FinishingChange($"heap{n}", Day.AddDays(50), "account"))],
            },
        },
    }.Input());

    private static RenderedReport Spoiled(params ItemHistory[] items) =>
        ReportWriter.Render(Audience.Coach, new SampleHealth { Change = i => i with { Histories = [.. i.Histories, .. items] } }.Input());

    private static JsonNode Part(RenderedReport page) => page.Json["parts"]!.AsArray().Single(p => p!["id"]!.GetValue<string>() == "data-quality")!;

    private static ItemHistory Item(string id, params (double Day, string State)[] states) => new(
        id, $"X-{id}", WorkItemKind.Story, null, null, Day.AddDays(states[0].Day), null, [.. states.Select(s => new StateEntry(Day.AddDays(s.Day), s.State, s.State))]);
}
