using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;
using BacklogHealth.Steps;

namespace BacklogHealth.Tests.Steps;

public class TrackersTests
{
    private static readonly Team Checkout = new(
        "Checkout",
        new TeamSettings { Name = "Checkout", Connection = "acme", Project = "CHK" },
        new ConnectionSettings { Name = "acme", Kind = TrackerKind.JiraCloud, BaseUrl = new Uri("https://acme.atlassian.net"), User = "po@acme.example", Token = "t" });

    public static TheoryData<string> OtherScopes() => ["kind", "host", "organisation", "project", "board", "query", "area", "found"];

    [Theory]
    [MemberData(nameof(OtherScopes))]
    public void What_decides_which_items_are_pulled_changes_the_scope_and_not_the_mapping(string what)
    {
        var other = what switch
        {
            "kind" => With(c => c with { Kind = TrackerKind.JiraDataCenter }),
            "host" => With(c => c with { BaseUrl = new Uri("https://beta.atlassian.net") }),
            "organisation" => With(c => c with { BaseUrl = new Uri("https://acme.atlassian.net/other") }),
            "project" => Of(s => s with { Project = "FLD" }),
            "board" => Of(s => s with { Board = "7" }),
            "query" => Of(s => s with { Query = "labels = web" }),
            "area" => Of(s => s with { AreaPath = "Shop" }),
            _ => Checkout,
        };

        Assert.NotEqual(Trackers.Scope(Checkout, ""), Trackers.Scope(other, what == "found" ? "labels = web" : ""));
        Assert.Equal(Trackers.Mapping(Checkout, 1, []), Trackers.Mapping(other, 1, []));
    }

    [Fact]
    public void How_answers_are_read_changes_the_mapping_and_not_the_scope()
    {
        var mapping = Trackers.Mapping(Checkout, 1, [Points("customfield_1")]);
        var ofTeam = Of(s => s with { Fields = new() { StoryPoints = "customfield_2" } });
        var ofConnection = With(c => c with { Fields = new() { AcceptanceCriteria = "customfield_3" } });

        Assert.NotEqual(mapping, Trackers.Mapping(Checkout, 2, [Points("customfield_1")]));
        Assert.NotEqual(mapping, Trackers.Mapping(Checkout, 1, [Points("customfield_2")]));
        Assert.NotEqual(mapping, Trackers.Mapping(ofTeam, 1, [Points("customfield_1")]));
        Assert.NotEqual(mapping, Trackers.Mapping(ofConnection, 1, [Points("customfield_1")]));
        Assert.Equal(Trackers.Scope(Checkout, ""), Trackers.Scope(ofTeam, ""));
        Assert.Equal(Trackers.Scope(Checkout, ""), Trackers.Scope(ofConnection, ""));
    }

    [Theory]
    [InlineData("StoryPointsField")]
    [InlineData("AcceptanceCriteriaField")]
    [InlineData("SprintField")]
    [InlineData("EpicLinkField")]
    [InlineData("RankField")]
    [InlineData("FlaggedField")]
    [InlineData("TeamField")]
    public void A_field_of_the_team_wins_over_that_of_its_connection(string setting)
    {
        static FieldSettings Given(string setting, string field) =>
            FieldSettings.Read(new SettingsValues(MergedSettings.Of("test", [new SettingValue($"Teams:0:{setting}", field, "test")])), "Teams:0", TrackerKind.JiraCloud);
        var (one, two) = (Given(setting, "customfield_1"), Given(setting, "customfield_2"));
        var both = With(c => c with { Fields = one }) with { Settings = Checkout.Settings with { Fields = two } };

        Assert.NotEqual(new FieldSettings(), one);
        Assert.NotEqual(Trackers.Mapping(Checkout, 1, []), Trackers.Mapping(Of(s => s with { Fields = one }), 1, []));
        Assert.Equal(Trackers.Mapping(Of(s => s with { Fields = one }), 1, []), Trackers.Mapping(With(c => c with { Fields = one }), 1, []));
        Assert.Equal(Trackers.Mapping(Of(s => s with { Fields = two }), 1, []), Trackers.Mapping(both, 1, []));
    }

    [Fact]
    public void A_team_of_which_no_items_are_named_is_told_what_may_name_them()
    {
        var error = Assert.Throws<UserError>(() => Trackers.Open(Of(s => s with { Project = "" }), TimeProvider.System));

        Assert.Equal(
            "team Checkout: it has neither a project nor a query nor a board. Expected a project's key in Teams:…:Project, a query in Teams:…:Query, or a board in Teams:…:Board, whose saved filter then says which items are the team's. Add one.",
            error.Message);
        using var tracker = Trackers.Open(Of(s => s with { Project = "", Board = "7" }), TimeProvider.System);
    }

    [Fact]
    public void A_new_token_a_new_name_and_a_new_port_of_this_machine_change_nothing()
    {
        var local = With(c => c with { BaseUrl = new Uri("http://127.0.0.1:4711") });

        Assert.Equal(Trackers.Scope(Checkout, ""), Trackers.Scope(With(c => c with { Token = "other", Name = "other", MaxWait = TimeSpan.Zero }), ""));
        Assert.Equal(Trackers.Scope(local, ""), Trackers.Scope(With(c => c with { BaseUrl = new Uri("http://127.0.0.1:4712/") }), ""));
    }

    [Fact]
    public void A_report_says_where_the_items_come_from()
    {
        var devOps = With(c => c with { Kind = TrackerKind.AzureDevOps });

        Assert.Equal("Jira Cloud, project CHK", Trackers.Source(Checkout));
        Assert.Equal("Jira Cloud, project CHK, by query", Trackers.Source(Of(s => s with { Query = "labels = web" })));
        Assert.Equal("Jira Cloud, board 7", Trackers.Source(Of(s => s with { Project = "", Board = "7" })));
        Assert.Equal("Jira Cloud, project CHK", Trackers.Source(Of(s => s with { Board = "7" })));
        Assert.Equal("Jira Cloud, by query", Trackers.Source(Of(s => s with { Query = "labels = web", Project = "" })));
        Assert.Equal("Jira Data Center, project CHK", Trackers.Source(With(c => c with { Kind = TrackerKind.JiraDataCenter })));
        Assert.Equal("Azure DevOps, project CHK", Trackers.Source(devOps));
        Assert.Equal("Azure DevOps, project CHK, team Web", Trackers.Source(devOps with { Settings = Checkout.Settings with { Board = "Web" } }));
        Assert.Equal("Azure DevOps, project CHK, area path Shop\\Web", Trackers.Source(devOps with { Settings = Checkout.Settings with { Board = "Web", AreaPath = "Shop\\Web" } }));
        Assert.Equal("files", Trackers.Source(Team.Imported("Checkout")));
    }

    private static Team With(Func<ConnectionSettings, ConnectionSettings> change) => Checkout with { Connection = change(Checkout.Connection!) };

    private static Team Of(Func<TeamSettings, TeamSettings> change) => Checkout with { Settings = change(Checkout.Settings) };

    private static FieldFound Points(string id) => new(FieldNames.StoryPoints, id, "Story Points", "by the board's settings");
}
