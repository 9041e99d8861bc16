using System.Text.RegularExpressions;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Reports.Tests;

/// <summary>What a stakeholder's report may show of single things in the tracker, searched word by word in every form of it.</summary>
public sealed partial class DataScopeTests
{
    private const string Account = "557058:2f6e1c4a-opaque", ElsewhereId = "4711777", Release = "Wombat 2.0", State = "Dingo";

    private static readonly DateOnly Monday = DateOnly.FromDateTime(SampleHealth.Monday.Date);

    private static readonly string[] DescriptionWords = ["fast enough", "all devices", "Pay without an account"];

    private static readonly Dictionary<StakeholderScope, Lazy<(string Text, string Addresses)>> Made =
        Enum.GetValues<StakeholderScope>().ToDictionary(s => s, s => new Lazy<(string, string)>(() => Forms(Audience.Stakeholder, s)));

    private static readonly Dictionary<StakeholderScope, Lazy<(string Text, string Addresses)>> Portfolios =
        Enum.GetValues<StakeholderScope>().ToDictionary(s => s, s => new Lazy<(string, string)>(() => Forms(Portfolio(s))));

    public static TheoryData<StakeholderScope> Scopes => [.. Enum.GetValues<StakeholderScope>()];

    [Fact]
    public void Aggregates_show_no_title_name_key_or_word_from_the_tracker()
    {
        var (text, addresses) = Made[StakeholderScope.Aggregates].Value;

        Assert.All([.. Titles(), "Quoll piece 0", "Quoll piece 1", Release, State, ElsewhereId, .. DescriptionWords], t => Assert.DoesNotContain(t, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch(Key(), text);
        Assert.Equal("", addresses);
        Assert.Matches(@"\| 1 of 3 \| \d+ of \d+ items \|", text);
        Assert.Contains("| 1 of 1 | ", text, StringComparison.Ordinal);
        Assert.Contains("Release 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Goals_name_large_pieces_and_releases_and_no_single_item()
    {
        var (text, addresses) = Made[StakeholderScope.Goals].Value;

        Assert.All(["Quoll piece 0", "Quoll piece 1", Release, "Release 2"], t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.All([.. Titles(), ElsewhereId, .. DescriptionWords], t => Assert.DoesNotContain(t, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch(Key(), text);
        Assert.Equal("", addresses);
    }

    [Fact]
    public void Items_list_what_is_left_of_each_delivery_and_nothing_else()
    {
        var (text, addresses) = Made[StakeholderScope.Items].Value;
        var (own, others) = (Titles().Where((_, i) => i % 2 == 0).ToList(), Titles().Where((_, i) => i % 2 == 1).ToList());

        Assert.Contains("### What is left: 23 items", text, StringComparison.Ordinal);
        Assert.All(own, t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.All([.. others, ElsewhereId, .. DescriptionWords], t => Assert.DoesNotContain(t, text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("[Numbat 0 pays](<https://acme.example/browse/CHK-421>) | being worked on |", text, StringComparison.Ordinal);
        Assert.Contains("| not begun |", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Key(), Address().Replace(text, ""));
        Assert.Equal(23, Key().Matches(addresses).Select(m => m.Value).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_list_of_items_is_closed_until_somebody_opens_it() =>
        Assert.Contains("<details><summary>What is left: 23 items</summary>", Report(Audience.Stakeholder, StakeholderScope.Items).Html, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Scopes))]
    public void A_portfolio_shows_no_key_title_or_word_of_any_item(StakeholderScope scope)
    {
        var (text, addresses) = Portfolios[scope].Value;

        Assert.All([.. Titles(), "Quoll", ElsewhereId, .. DescriptionWords], t => Assert.DoesNotContain(t, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch(Key(), text);
        Assert.Equal("", addresses);
    }

    [Fact]
    public void Of_a_portfolio_aggregates_show_no_names_but_those_of_the_settings()
    {
        var text = Portfolios[StakeholderScope.Aggregates].Value.Text;

        Assert.All([Release, State, "Sprint"], t => Assert.DoesNotContain(t, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(["Checkout", "Search", "Release 2", "Autumn fair"], t => Assert.Contains(t, text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Scopes))]
    public void Of_states_that_the_workflow_does_not_name_a_stakeholder_reads_how_many_items_are_in_them(StakeholderScope scope)
    {
        const string counted = "5 items are in states that the workflow does not name; there an item counts as it did in the state before.";

        Assert.All([Made[scope].Value.Text, Portfolios[scope].Value.Text], t =>
        {
            Assert.Contains(counted, t, StringComparison.Ordinal);
            Assert.DoesNotContain(State, t, StringComparison.Ordinal);
        });
        Assert.Contains("States that the workflow does not name: Dingo check (3 items), Dingo rest (2 items); ", Forms(Audience.ProductOwner, scope).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Scopes))]
    public void No_report_names_a_person(StakeholderScope scope)
    {
        Assert.DoesNotContain(Account, Made[scope].Value.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Account, Portfolios[scope].Value.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Account, Forms(Audience.ProductOwner, scope).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scope_of_stakeholders_takes_nothing_from_the_team() =>
        Assert.Equal(Forms(Audience.ProductOwner, StakeholderScope.Items), Forms(Audience.ProductOwner, StakeholderScope.Aggregates));

    private static IEnumerable<string> Titles() => Enumerable.Range(0, 46).Select(n => FormattableString.Invariant($"Numbat {n} pays"));

    private static (string Text, string Addresses) Forms(Audience audience, StakeholderScope scope) => Forms(Report(audience, scope));

    /// <summary>All that a reader of any form can read, and the addresses that links of the page lead to.</summary>
    private static (string Text, string Addresses) Forms(RenderedReport report)
    {
        var page = Pictures().Replace(report.Html, "");
        return (string.Join('\n', [page, report.Markdown, report.Json.ToJsonString(), .. report.Csv.Select(c => c.Text)]), string.Join('\n', Address().Matches(page).Select(m => m.Value)));
    }

    private static RenderedReport Report(Audience audience, StakeholderScope scope) => ReportWriter.Render(audience, Input(new SampleHealth { Change = Named }, scope));

    /// <summary>Two teams of which everything has a name, and each kind of delivery: of one team alone and of both.</summary>
    private static RenderedReport Portfolio(StakeholderScope scope)
    {
        var teams = new[] { "Checkout", "Search" }.Select(t => new SampleHealth { Team = t, Change = Named });
        return ReportWriter.Portfolio([.. teams.Select(t => Input(SamplePortfolio.With(t, "Autumn fair"), scope))], SamplePortfolio.Shared);
    }

    private static ReportInput Input(SampleHealth sample, StakeholderScope scope) => sample.Input() with { Options = new ReportOptions { StakeholdersSee = scope } };

    /// <summary>Every title is a word of its own; two epics, one parent that another team has, a release, promised days, an author, a state that the workflow does not name.</summary>
    private static HealthInput Named(HealthInput input)
    {
        var epics = Enumerable.Range(0, 2).Select(n => new ItemHistory($"e{n}", $"CHK-90{n}", WorkItemKind.Epic, null, null, SampleHealth.Monday.AddDays(-60), null, [new StateEntry(SampleHealth.Monday.AddDays(-60), "To do", "To do")])).ToList();
        var parents = input.OpenItems.Where(i => i.StateId == "To do").Select((i, n) => (i.Item.Id, Parent: n < 2 ? ElsewhereId : $"e{n % 2}")).ToDictionary(x => x.Id, x => x.Parent);
        var titles = input.OpenItems.Select((i, n) => (i.Item.Id, Title: FormattableString.Invariant($"Numbat {n} pays"))).ToDictionary(x => x.Id, x => x.Title);
        return input with
        {
            AuthorUrl = "https://acme.example/people/{author}",
            Data = input.Data with { Unmapped = [($"{State} check", 3), ($"{State} rest", 2)] },
            Releases = [new Release(Release, Monday.AddDays(40), false)],
            Deliveries = [new DeliveryDefinition("Release 2", Monday.AddDays(60), false, [.. input.OpenItems.Where((_, n) => n % 2 == 0).Select(i => i.Item.Key)])],
            Histories = [.. input.Histories.Select(h => parents.TryGetValue(h.Id, out var parent) ? h with { ParentId = parent } : h), .. epics],
            OpenItems =
            [
                .. input.OpenItems.Select((i, n) => i with { Item = i.Item with { Title = titles[i.Item.Id], ParentId = parents.GetValueOrDefault(i.Item.Id), AuthorId = Account, Due = Monday.AddDays(20 + n), FixVersions = n % 4 == 0 ? [Release] : [] } }),
                .. epics.Select((e, n) => input.OpenItems.First() with
                {
                    Item = new WorkItemSummary(e.Id, e.Key, $"Quoll piece {n}", "Epic", WorkItemKind.Epic, "To do", e.Created, null, null, Monday.AddDays(90), [], []) { AuthorId = Account }, Rank = $"9{n}", StateId = "To do",
                }),
            ],
        };
    }

    [GeneratedRegex(@"CHK-\d+", RegexOptions.None, 10_000)]
    private static partial Regex Key();

    [GeneratedRegex("""https?://acme[^"<>\s,]+""", RegexOptions.None, 10_000)]
    private static partial Regex Address();

    [GeneratedRegex("data:image/png;base64,[A-Za-z0-9+/=]+", RegexOptions.None, 20_000)]
    private static partial Regex Pictures();
}
