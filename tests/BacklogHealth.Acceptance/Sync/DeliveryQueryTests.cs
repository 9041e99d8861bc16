using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.Settings;
using BacklogHealth.Steps;

namespace BacklogHealth.Acceptance.Sync;

/// <summary>A delivery whose items a query finds: asked at each pull over real HTTP, kept with since when, and told where it cannot be.</summary>
public sealed class DeliveryQueryTests
{
    [Theory]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task Items_are_found_wherever_they_are_and_those_of_no_team_are_told(SampleTrackerKind kind)
    {
        await using var sample = await Launching(kind);
        await Deliver(sample, Launch(kind));

        Assert.True(await sample.Sync("-v") == 0, sample.Told);
        Assert.Contains("Delivery Launch: 2 of 5 items belong to no team here.", sample.Told.Split('\n'));
        Assert.Equal(5, (await Members(sample)).Count);
        Assert.Equal(3, await Total(sample));
        Assert.Equal("[]", (await Whole(sample))["notFound"]!.ToJsonString());

        await sample.Configure(bothTeams: true);
        await Deliver(sample, Launch(kind), teams: [sample.Project.Team, sample.Backlog.Projects[1].Team]);
        Assert.True(await sample.Sync("-v") == 0, sample.Told);
        Assert.Equal("Delivery Launch: its query finds 5 items, all of teams here.", sample.Told.Split('\n').Last(l => l.StartsWith("Delivery ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task What_the_query_finds_and_what_is_named_both_count(SampleTrackerKind kind)
    {
        await using var sample = await Launching(kind);
        var loose = sample.Backlog.Loose().Where(i => Own(sample).All(o => o.Id != i.Id)).Take(2).ToList();
        await Deliver(sample, Launch(kind), items: [.. loose.Append(Own(sample)[0]).Select(i => kind == SampleTrackerKind.AzureDevOps ? i.Id : i.Key)]);

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(5, await Total(sample));
    }

    [Theory]
    [InlineData(SampleTrackerKind.JiraCloud, "parent = {0}")]
    [InlineData(SampleTrackerKind.JiraDataCenter, "\"Epic Link\" = {0}")]
    [InlineData(SampleTrackerKind.AzureDevOps, "SELECT [System.Id] FROM WorkItems WHERE [System.Parent] = {0} ORDER BY [System.ChangedDate]")]
    public async Task An_epics_items_are_found_by_the_trackers_own_words(SampleTrackerKind kind, string query)
    {
        // The oldest items have no epic.
        await using var sample = await SyncedSample.Start(kind, whole: true);
        var epic = sample.Project.Items.First(e => sample.Project.Items.Any(i => i.ParentId == e.Id && i.Type != "Sub-task"));
        await Deliver(sample, string.Format(null, query, kind == SampleTrackerKind.AzureDevOps ? epic.Id : epic.Key));

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Where(i => i.ParentId == epic.Id && i.Type != "Sub-task").Select(i => i.Id).Order(StringComparer.Ordinal), await Members(sample));
    }

    [Theory]
    [InlineData(SampleTrackerKind.JiraCloud, "key in (CHK-3, CHK-5)")]
    [InlineData(SampleTrackerKind.JiraDataCenter, "fixVersion = \"Release 3\" OR key in (CHK-3, CHK-5) ORDER BY Rank")]
    [InlineData(SampleTrackerKind.AzureDevOps, "[System.TeamProject] = @project AND [System.Id] IN ({0}, {1})")]
    public async Task Named_items_are_found(SampleTrackerKind kind, string query)
    {
        await using var sample = await SyncedSample.Start(kind);
        var wanted = sample.Project.Items.Where(i => i.Key is "CHK-3" or "CHK-5").Select(i => i.Id).ToList();
        await Deliver(sample, string.Format(null, query, [.. wanted]));

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(wanted, await Members(sample));
    }

    [Theory]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task More_than_fits_a_page_is_found_whole(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b => b.AddMany(b.Projects[0].Key, 1200, SampleMoments.At()), serve: o => o with { Azure = o.Azure with { QueryLimit = 700 }, DataCenter = o.DataCenter with { SearchLimit = 250 } });
        await Deliver(sample, kind == SampleTrackerKind.AzureDevOps ? "[System.WorkItemType] <> 'Nothing'" : "key is not EMPTY");

        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Backlog.Projects.SelectMany(p => p.Items).Select(i => i.Id).Order(StringComparer.Ordinal), await Members(sample));
    }

    [Theory]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_past_day_knows_who_was_a_member_then(SampleTrackerKind kind)
    {
        await using var sample = await Launching(kind);
        await Deliver(sample, Launch(kind));
        Assert.True(await sample.Sync() == 0, sample.Told);
        var first = await Members(sample);

        await Task.Delay(TimeSpan.FromDays(7), sample.Time);
        var gone = Own(sample)[0].Id;
        List<string> come = [.. sample.Backlog.Loose().Where(i => !i.Labels.Contains("launch")).Take(2).Select(i => i.Id)];
        sample.Change(b => come.Aggregate(b.With(gone, i => i with { Labels = [] }), (all, id) => all.With(id, i => i with { Labels = ["launch"] })));
        Assert.True(await sample.Sync() == 0, sample.Told);

        Assert.Equal(first, await Members(sample, SampleRun.MondayMorning.AddDays(6)));
        Assert.Equal(first.Except([gone]).Concat(come).Order(StringComparer.Ordinal), await Members(sample));
        Assert.Equal((4, 3), (await Total(sample), await Total(sample, "--as-of", "2026-11-29")));
    }

    [Theory]
    [InlineData(SampleTrackerKind.JiraCloud, "labels = launch AND Severity = High", "Jira Cloud", "JQL", "400: \"Field 'Severity' does not exist or you do not have permission to view it\"")]
    [InlineData(SampleTrackerKind.JiraDataCenter, "labels = launch AND Severity = High", "Jira Data Center", "JQL", "400: \"Field 'Severity' does not exist or you do not have permission to view it\"")]
    [InlineData(SampleTrackerKind.AzureDevOps, "[Custom.Severity] = 1", "Azure DevOps", "WIQL", "400: \"TF51005: The query references a field that does not exist. The error is caused by «[Custom.Severity]»\"")]
    public async Task A_query_that_is_refused_stops_nothing_and_is_told(SampleTrackerKind kind, string query, string product, string language, string words)
    {
        await using var sample = await Launching(kind);
        await Deliver(sample, query);
        Assert.Equal(2, await sample.Sync());

        var sentence = $"Delivery Launch, team {sample.Project.Team}: {product} cannot run its query {query} ({words}). Expected {language} that finds its items. Mend its Query under Deliveries. Until then nothing is said of it.";
        Assert.Contains(sentence, sample.Told.Split('\n'));
        Assert.Equal([sentence], sample.Problems);
        Assert.True(sample.Line!["complete"]!.GetValue<bool>());
        await sample.HoldsAll();

        var (code, output) = await sample.Run("doctor");
        Assert.Equal(2, code);
        Assert.Contains($"MEND  sample, team {sample.Project.Team}, delivery Launch: {sentence}", output.Split('\n'));
        Assert.Equal(3, (await sample.Run("forecast", "delivery", "Launch")).Code);
        Assert.Contains("Deliveries, Launch: its query was never answered for team Checkout.", sample.Told, StringComparison.Ordinal);
        Assert.Equal(0, (await sample.Run("report", "all", "--out", Path.Combine(sample.Folder, "out"))).Code);
    }

    [Theory]
    [MemberData(nameof(TrackerKinds.Jiras), MemberType = typeof(TrackerKinds))]
    public async Task A_query_that_is_refused_later_keeps_its_last_members(SampleTrackerKind kind)
    {
        // The release is renamed in the tracker, the query is not.
        const string Query = "fixVersion = \"Release 3\"";
        await using var sample = await SyncedSample.Start(kind, edit: b => b.With(b.Loose()[0].Id, i => i with { FixVersions = ["Release 3"] }));
        await Deliver(sample, Query);
        Assert.True(await sample.Sync() == 0, sample.Told);
        sample.Change(b => b with { Projects = [.. b.Projects.Select(p => p with { Versions = [.. p.Versions.Where(v => v.Name != "Release 3")] })] });
        Assert.Equal(2, await sample.Sync());

        Assert.EndsWith("Mend its Query under Deliveries. Until then it has the 1 item that was found on 2026-11-23 06:00 UTC.", Assert.Single(sample.Problems), StringComparison.Ordinal);
        Assert.Equal([sample.Backlog.Loose()[0].Id], await Members(sample));
        Assert.Equal(1, await Total(sample));
    }

    [Theory]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task A_tracker_that_is_throttled_while_the_query_is_asked_is_gone_on_with_later(SampleTrackerKind kind)
    {
        await using var sample = await Launching(kind);
        await Deliver(sample, Launch(kind));
        Assert.True(await sample.Sync() == 0, sample.Told);
        await sample.Serve(FaultScript.When(kind switch { SampleTrackerKind.JiraCloud => "/rest/api/3/search/jql", SampleTrackerKind.JiraDataCenter => "/rest/api/2/search", _ => "wit/wiql" }).Asking("launch").Answer(429));
        await Deliver(sample, Launch(kind));
        Assert.Equal(5, await sample.Sync());
        Assert.Equal(5, (await Members(sample)).Count);

        await sample.Serve();
        await Deliver(sample, Launch(kind));
        Assert.True(await sample.Sync() == 0, sample.Told);
    }

    [Fact]
    public async Task The_releases_of_the_project_are_kept_with_their_days()
    {
        await using var sample = await SyncedSample.Start(SampleTrackerKind.JiraCloud);
        Assert.True(await sample.Sync() == 0, sample.Told);
        var releases = (await sample.Ask(s => s.Profile(sample.Project.Team))).Releases;
        Assert.Equal(sample.Project.Versions.Select(v => new Release(v.Name, v.ReleaseDate, v.IsOut)), releases);
    }

    [Theory]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task The_doctor_tries_the_queries(SampleTrackerKind kind)
    {
        await using var sample = await Launching(kind);
        await Deliver(sample, Launch(kind));
        Assert.Contains($"OK    sample, team {sample.Project.Team}, delivery Launch: its query finds 5 items", (await sample.Run("doctor")).Output.Split('\n'));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Contains(
            $"NOTE  sample, team {sample.Project.Team}, delivery Launch: 2 of 5 items that its query finds belong to no team here. They count for nothing. Add a team whose scope they are in, pull it, or narrow the query.",
            (await sample.Run("doctor")).Output.Split('\n'));
    }

    // Three items of the team that is pulled and two of the other are labelled.
    private static Task<SyncedSample> Launching(SampleTrackerKind kind) => SyncedSample.Start(kind, edit: b =>
    {
        string[] ids = [.. b.Loose().Take(3).Select(i => i.Id), .. b.Projects[1].Items.Where(i => i.Type == "Story").Take(2).Select(i => i.Id)];
        return ids.Aggregate(b, (all, id) => all.With(id, i => i with { Labels = [.. i.Labels, "launch"] }));
    });

    private static List<SampleItem> Own(SyncedSample sample) => [.. sample.Project.Items.Where(i => i.Labels.Contains("launch"))];

    private static string Launch(SampleTrackerKind kind) => kind == SampleTrackerKind.AzureDevOps ? "[System.Tags] CONTAINS 'launch'" : "labels = launch";

    private static async Task Deliver(SyncedSample sample, string query, string[]? items = null, string[]? teams = null)
    {
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(sample.ConfigFile))!.AsObject();
        settings["Deliveries"] = new JsonArray(new JsonObject
        {
            ["Name"] = "Launch",
            ["Query"] = query,
            ["Items"] = new JsonArray([.. (items ?? []).Select(i => (JsonNode)i)]),
            ["Teams"] = new JsonArray([.. (teams ?? []).Select(t => (JsonNode)t)]),
            ["Due"] = "2027-03-01",
        });
        await File.WriteAllTextAsync(sample.ConfigFile, settings.ToJsonString());
    }

    private static async Task<List<string>> Members(SyncedSample sample, DateTimeOffset? asOf = null)
    {
        var settings = new SettingsReader(MergedSettings.Read(sample.ConfigFile, named: true, ImmutableDictionary<string, string>.Empty)).Read();
        var team = new Team(settings.Teams[0].Name, settings.Teams[0], settings.Connections[0]);
        return [.. (await sample.Ask(s => s.DeliveryMembers(team.Name, Trackers.Asked(team, settings.Deliveries[0].Query), asOf ?? sample.Time.GetUtcNow())))!.Ids];
    }

    private static async Task<int> Total(SyncedSample sample, params string[] options) => (await Part(sample, options))["total"]!.GetValue<int>();

    private static async Task<JsonNode> Part(SyncedSample sample, params string[] options) => (await Whole(sample, options))["teams"]![0]!;

    private static async Task<JsonNode> Whole(SyncedSample sample, params string[] options) => JsonNode.Parse((await sample.Run(["forecast", "delivery", "Launch", "--json", .. options])).Output)!;
}
