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

    public static TheoryData<string> OtherScopes() => ["kind", "host", "organisation", "project", "board", "query", "area"];

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
            _ => Of(s => s with { AreaPath = "Shop" }),
        };

        Assert.NotEqual(Trackers.Scope(Checkout), Trackers.Scope(other));
        Assert.Equal(Trackers.Mapping(Checkout, 1, []), Trackers.Mapping(other, 1, []));
    }

    [Fact]
    public void How_answers_are_read_changes_the_mapping_and_not_the_scope()
    {
        var mapping = Trackers.Mapping(Checkout, 1, [Points("customfield_1")]);
        var ofTeam = Of(s => s with { StoryPointsField = "customfield_2" });
        var ofConnection = With(c => c with { AcceptanceCriteriaField = "customfield_3" });

        Assert.NotEqual(mapping, Trackers.Mapping(Checkout, 2, [Points("customfield_1")]));
        Assert.NotEqual(mapping, Trackers.Mapping(Checkout, 1, [Points("customfield_2")]));
        Assert.NotEqual(mapping, Trackers.Mapping(ofTeam, 1, [Points("customfield_1")]));
        Assert.NotEqual(mapping, Trackers.Mapping(ofConnection, 1, [Points("customfield_1")]));
        Assert.Equal(Trackers.Scope(Checkout), Trackers.Scope(ofTeam));
        Assert.Equal(Trackers.Scope(Checkout), Trackers.Scope(ofConnection));
    }

    [Fact]
    public void A_field_of_the_team_wins_over_that_of_its_connection()
    {
        var both = With(c => c with { StoryPointsField = "customfield_1" }) with { Settings = Checkout.Settings with { StoryPointsField = "customfield_2" } };

        Assert.Equal(Trackers.Mapping(Of(s => s with { StoryPointsField = "customfield_2" }), 1, []), Trackers.Mapping(both, 1, []));
    }

    [Fact]
    public void A_new_token_a_new_name_and_a_new_port_of_this_machine_change_nothing()
    {
        var local = With(c => c with { BaseUrl = new Uri("http://127.0.0.1:4711") });

        Assert.Equal(Trackers.Scope(Checkout), Trackers.Scope(With(c => c with { Token = "other", Name = "other", MaxWait = TimeSpan.Zero })));
        Assert.Equal(Trackers.Scope(local), Trackers.Scope(With(c => c with { BaseUrl = new Uri("http://127.0.0.1:4712/") })));
    }

    [Fact]
    public void A_report_says_where_the_items_come_from()
    {
        var devOps = With(c => c with { Kind = TrackerKind.AzureDevOps });

        Assert.Equal("Jira Cloud, project CHK", Trackers.Source(Checkout));
        Assert.Equal("Jira Cloud, project CHK, by query", Trackers.Source(Of(s => s with { Query = "labels = web" })));
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
