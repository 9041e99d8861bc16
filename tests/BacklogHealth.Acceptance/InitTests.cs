using System.Globalization;
using System.Text.Json;
using BacklogHealth.Acceptance.Sync;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.Testing;

namespace BacklogHealth.Acceptance;

/// <summary>From nothing to settings, and what the doctor says of them, against every kind of tracker.</summary>
public sealed class InitTests : IDisposable
{
    private readonly ProgramUnderTest _program = new();

    public void Dispose() => _program.Dispose();

    private string Config => Path.Combine(_program.Folder, "appsettings.json");

    [Theory]
    [InlineData(SampleTrackerKind.JiraCloud, "CHK", "jira", "Found Jira Cloud, project CHK, time zone Europe/Berlin")]
    [InlineData(SampleTrackerKind.JiraDataCenter, "CHK", "jira", "Found Jira Data Center, project CHK, time zone Europe/Berlin")]
    [InlineData(SampleTrackerKind.AzureDevOps, "Checkout", "devops", "Found Azure DevOps, project Checkout, time zone ")]
    public async Task Init_finds_out_the_kind_and_writes_settings_that_run_and_that_the_doctor_finds_well(SampleTrackerKind kind, string project, string connection, string found)
    {
        await using var sample = await Start(kind);
        _program.With("Storage__ConnectionString", $"Data Source={Path.Combine(_program.Folder, "own.db")}");

        Assert.Equal((0, ""), (await _program.Run([.. Init(sample, kind), "--no-input", "--project", project]), Fault()));
        Assert.Contains(found, _program.Error, StringComparison.Ordinal);
        Assert.Contains("  field: story points in ", _program.Error, StringComparison.Ordinal);
        Assert.Contains($"Next: `{Product.CommandLine} doctor --config {Config}` tries each permission; `{Product.CommandLine} run --config {Config}` pulls", _program.Error, StringComparison.Ordinal);
        var written = await File.ReadAllTextAsync(Config, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("sample-token", written, StringComparison.Ordinal);
        using var settings = JsonDocument.Parse(written);
        Assert.Equal(kind.ToString(), settings.RootElement.GetProperty("Connections")[0].GetProperty("Kind").GetString());

        var code = await _program.Run("doctor", "--config", Config);
        Assert.DoesNotContain("MEND", _program.Output, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Contains($"OK    {connection}, team {project}, credentials: ", _program.Output, StringComparison.Ordinal);
        Assert.Matches($"OK    {connection}, team {project}, fields: .*story points in ", _program.Output);
        Assert.Equal(0, await _program.Run("sync", "--config", Config, "--json"));
        Assert.StartsWith($"{{\"schema\":\"backlog-health/sync/1\",\"connection\":\"{connection}\",\"team\":\"{project}\",\"complete\":true,", _program.Output, StringComparison.Ordinal);

        Assert.Equal(2, await _program.Run("init", "--no-input", "--config", Config, "--url", "https://other.example"));
        Assert.StartsWith($"{Config}: it is there already.", _program.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleTrackerKind.JiraCloud, "CHK (Checkout), FLD (Field Service)")]
    [InlineData(SampleTrackerKind.JiraDataCenter, "CHK (Checkout), FLD (Field Service)")]
    [InlineData(SampleTrackerKind.AzureDevOps, "Checkout, Field Service")]
    public async Task Without_a_project_and_anybody_to_ask_the_projects_that_are_there_are_named(SampleTrackerKind kind, string candidates)
    {
        await using var sample = await Start(kind);

        Assert.Equal(2, await _program.Run([.. Init(sample, kind), "--no-input"]));
        Assert.Equal($"backlog-health init: --project is missing, and there is nobody to ask. Expected one of: {candidates}. Add --project.", Fault());
    }

    [Fact]
    public async Task At_a_terminal_the_project_is_chosen_from_a_list()
    {
        await using var sample = await Start(SampleTrackerKind.JiraDataCenter);
        _program.Typed = "2\n";

        Assert.Equal(0, await _program.Run(Init(sample, SampleTrackerKind.JiraDataCenter)));
        Assert.Contains("   1  CHK (Checkout)\n   2  FLD (Field Service)\nThe team's project (its number or name): ", _program.Error, StringComparison.Ordinal);
        Assert.Contains("\"Project\": \"FLD\"", await File.ReadAllTextAsync(Config, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public static TheoryData<SampleTrackerKind, string, string, string> TwoEstimates => new()
    {
        { SampleTrackerKind.JiraCloud, "customfield_10016", "customfield_10016 ('Story point estimate'), customfield_10026 ('Story Points')", "   1  customfield_10016 (Story point estimate)\n   2  customfield_10026 (Story Points)\n" },
        { SampleTrackerKind.JiraDataCenter, "customfield_10106", "customfield_10106 ('Story Points'), customfield_10206 ('Story Points')", "   1  customfield_10106 (Story Points)\n   2  customfield_10206 (Story Points)\n" },
    };

    [Theory]
    [MemberData(nameof(TwoEstimates))]
    public async Task Where_two_fields_may_hold_the_estimate_a_person_or_an_option_says_which_does(SampleTrackerKind kind, string id, string both, string list)
    {
        await using var sample = await Start(kind, edit: b => b with { HasTwoEstimates = true, Projects = [.. b.Projects.Select(p => p with { BoardsNameEstimate = false })] });
        Assert.Equal(2, await _program.Run([.. Init(sample, kind), "--no-input", "--project", "CHK"]));
        Assert.EndsWith($": several fields may hold story points: {both}. Expected one. Set --story-points-field to the id of the right one.\n", _program.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Config));

        Assert.Equal((0, ""), (await _program.Run([.. Init(sample, kind), "--no-input", "--project", "CHK", "--story-points-field", id]), Fault()));
        Assert.Contains($"\"StoryPointsField\": \"{id}\"", await File.ReadAllTextAsync(Config, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        _program.Typed = "9\n1\n";
        Assert.Equal(0, await _program.Run([.. Init(sample, kind), "--project", "CHK", "--force"]));
        Assert.Contains($"{list}The right one (its number or name): There is no '9' among them.", _program.Error, StringComparison.Ordinal);
        Assert.Contains($"\"StoryPointsField\": \"{id}\"", await File.ReadAllTextAsync(Config, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_at_the_terminal_costs_one_answer_and_not_all_of_them()
    {
        await using var sample = await Start(SampleTrackerKind.JiraDataCenter);
        var good = Path.Combine(_program.Folder, "good.txt");
        var wrong = Path.Combine(_program.Folder, "wrong.txt");
        await File.WriteAllTextAsync(good, "sample-token\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(wrong, "wrong-token\n", TestContext.Current.CancellationToken);
        // No address; one; a file that is not there; one that the tracker refuses, so that both are asked for anew; and a project by a name that is none.
        _program.Typed = $"ht tp\n{sample.BaseUrl}\nmissing.txt\n{wrong}\n{sample.BaseUrl}\n{good}\nPAY\nFLD\n";

        Assert.True(await _program.Run("init", "--config", Config) == 0, _program.Error);
        Assert.Contains("--token-file: the token file missing.txt cannot be read.", _program.Error, StringComparison.Ordinal);
        Assert.Contains("the tracker refused the credentials (401)", _program.Error, StringComparison.Ordinal);
        Assert.Contains("There is no 'PAY' among them.", _program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Connections:", _program.Error, StringComparison.Ordinal);
        Assert.Contains("\"Project\": \"FLD\"", await File.ReadAllTextAsync(Config, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleTrackerKind.JiraCloud, "CHK, FLD")]
    [InlineData(SampleTrackerKind.JiraDataCenter, "CHK, FLD")]
    [InlineData(SampleTrackerKind.AzureDevOps, "Checkout, Field Service")]
    public async Task A_project_that_is_not_there_is_told_alike_by_init_doctor_and_sync_with_those_that_are(SampleTrackerKind kind, string projects)
    {
        await using var sample = await Start(kind);
        Assert.Equal(2, await _program.Run([.. Init(sample, kind), "--no-input", "--project", "PAY"]));
        Assert.Contains("there is no project 'PAY' that the account can see (404", Fault(), StringComparison.Ordinal);
        Assert.Contains($"Expected one of: {projects}. Set --project, or ", Fault(), StringComparison.Ordinal);

        _program.Typed = "1\n\n";
        Assert.True(await _program.Run([.. Init(sample, kind), "--project", "PAY", "--time-zone", "Europe/Paris", "--board", ""]) == 0, _program.Error);
        var settings = (await File.ReadAllTextAsync(Config, TestContext.Current.CancellationToken)).Replace($"\"Project\": \"{projects.Split(',')[0]}\"", "\"Project\": \"PAY\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Config, settings, TestContext.Current.CancellationToken);
        _program.With("Storage__ConnectionString", $"Data Source={Path.Combine(_program.Folder, "own.db")}");
        Assert.Equal(2, await _program.Run("sync", "--config", Config));
        Assert.Contains($"Expected one of: {projects}. Set the team's Project, or ", Fault(), StringComparison.Ordinal);
        var said = Fault();
        Assert.Equal(2, await _program.Run("doctor", "--config", Config));
        Assert.Contains($": {said}\n", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_that_the_tracker_does_not_tell_is_asked_for_and_else_told()
    {
        await using var sample = await Start(SampleTrackerKind.AzureDevOps);
        Assert.Equal(0, await _program.Run([.. Init(sample, SampleTrackerKind.AzureDevOps), "--no-input", "--project", "Checkout"]));
        Assert.Contains($"  note: The tracker tells no time zone, so days are counted in UTC. Add --time-zone, or set the team's TimeZone in {Config}.\n", _program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("TimeZone", await File.ReadAllTextAsync(Config, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        _program.Typed = "Berlin\nEurope/Berlin\n";
        Assert.Equal(0, await _program.Run([.. Init(sample, SampleTrackerKind.AzureDevOps), "--force", "--project", "Checkout"]));
        Assert.Contains("--time-zone: found 'Berlin'; expected an IANA name as Europe/Berlin.", _program.Error, StringComparison.Ordinal);
        Assert.Contains("\"TimeZone\": \"Europe/Berlin\"", await File.ReadAllTextAsync(Config, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleTrackerKind.JiraCloud, "CHK")]
    [InlineData(SampleTrackerKind.AzureDevOps, "Checkout")]
    public async Task Init_tells_the_teams_own_states_once_and_what_no_field_holds(SampleTrackerKind kind, string project)
    {
        await using var sample = await Start(kind);
        Assert.Equal(0, await _program.Run([.. Init(sample, kind), "--no-input", "--project", project]));
        var states = _program.Error.Split('\n').Where(l => l.StartsWith("  not started  ", StringComparison.Ordinal) || l.StartsWith("  started      ", StringComparison.Ordinal) || l.StartsWith("  finished     ", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, states.Count);
        Assert.All(states, l => Assert.Equal(l[15..].Split(", ").Distinct(StringComparer.OrdinalIgnoreCase), l[15..].Split(", ")));
        if (kind == SampleTrackerKind.JiraCloud)
        {
            var own = SampleBacklogGenerator.Make(SampleRun.Sunday).Projects[0].Statuses.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
            Assert.All(states.SelectMany(l => l[15..].Split(", ")), s => Assert.Contains(s, own));
            Assert.Contains("  no field: acceptance criteria; they are read from the description\n", _program.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_host_that_is_no_tracker_is_a_fault_of_settings_however_it_is_asked()
    {
        await using var sample = await Start(SampleTrackerKind.JiraDataCenter);
        string[] init = [.. Init(sample, SampleTrackerKind.JiraDataCenter), "--no-input", "--project", "CHK", "--url", $"{sample.BaseUrl}nowhere"];
        Assert.Equal(2, await _program.Run([.. init.Where((_, i) => i is not (3 or 4))]));
        Assert.Equal(2, await _program.Run([.. init.Where((_, i) => i is not (3 or 4)), "--kind", "JiraDataCenter"]));
        Assert.Equal(2, await _program.Run([.. init.Where((_, i) => i is not (3 or 4)), "--kind", "AzureDevOps"]));
    }

    [Fact]
    public async Task A_query_of_a_jira_is_enough_too_and_the_team_is_asked_for_its_name()
    {
        await using var sample = await Start(SampleTrackerKind.JiraDataCenter);
        string[] init = [.. Init(sample, SampleTrackerKind.JiraDataCenter), "--query", "project = FLD"];
        Assert.Equal(2, await _program.Run([.. init, "--no-input"]));
        Assert.Equal("backlog-health init: --name is missing, and there is nobody to ask. Expected name of the team. Add --name.", Fault());

        _program.Typed = "Field\n";
        Assert.True(await _program.Run(init) == 0, _program.Error);
        var written = await File.ReadAllTextAsync(Config, TestContext.Current.CancellationToken);
        Assert.Contains("\"Query\": \"project = FLD\"", written, StringComparison.Ordinal);
        Assert.Contains("\"Name\": \"Field\"", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SampleTrackerKind.JiraCloud, "Found Jira Cloud, board ")]
    [InlineData(SampleTrackerKind.JiraDataCenter, "Found Jira Data Center, board ")]
    public async Task A_board_of_a_jira_is_enough_and_its_saved_filter_says_which_items_are_the_teams(SampleTrackerKind kind, string found)
    {
        await using var sample = await Start(kind);
        var board = SampleBacklogGenerator.Make(SampleRun.Sunday).Projects[1].BoardId.ToString(CultureInfo.InvariantCulture);
        _program.With("Storage__ConnectionString", $"Data Source={Path.Combine(_program.Folder, "own.db")}");

        Assert.Equal((0, ""), (await _program.Run([.. Init(sample, kind), "--no-input", "--board", board, "--name", "Field"]), Fault()));
        Assert.Contains($"{found}{board}, ", _program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Project\"", await File.ReadAllTextAsync(Config, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run("doctor", "--config", Config));
        Assert.Equal(0, await _program.Run("sync", "--config", Config, "--json"));
        Assert.Contains("\"team\":\"Field\",\"complete\":true,", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_names_the_permission_that_is_missing_and_ends_with_exit_code_4()
    {
        await using var sample = await Start(SampleTrackerKind.JiraCloud, o => o with { DeniedPermissions = ["BROWSE_PROJECTS"] });
        _program.With("Storage__ConnectionString", $"Data Source={Path.Combine(_program.Folder, "own.db")}")
            .With("Connections__0__Name", "acme").With("Connections__0__BaseUrl", sample.BaseUrl.ToString()).With("Connections__0__User", "po@sample.example").With("Connections__0__Token", "sample-token")
            .With("Teams__0__Name", "Checkout").With("Teams__0__Project", "CHK");

        Assert.Equal(4, await _program.Run("doctor"));
        Assert.Contains("MEND  acme, team Checkout, Browse projects: not granted; it is needed to list and read the team's items. ", _program.Output, StringComparison.Ordinal);
        Assert.Equal(4, await _program.Run("doctor", "--json"));
        using var json = JsonDocument.Parse(_program.Output);
        var check = json.RootElement.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("what").GetString() == "acme, team Checkout, Browse projects");
        Assert.False(check.GetProperty("ok").GetBoolean());
        Assert.NotEqual("", check.GetProperty("todo").GetString());
        Assert.False(json.RootElement.GetProperty("ok").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task The_doctor_says_once_for_each_connection_how_far_the_clocks_are_apart(SampleTrackerKind kind)
    {
        await using var sample = await SyncedSample.Start(kind, edit: b => SyncedSample.Small(b, 5), serve: o => o with { Time = new SkippingTime(SampleRun.MondayMorning.AddHours(3)) });
        await sample.Configure(bothTeams: true);
        var (code, output) = await sample.Run("doctor");
        Assert.Equal(0, code);
        Assert.Equal(
            "NOTE  sample, clock: this machine's clock is 3 hours 0 minutes behind the tracker's. Expected 5 minutes at most. Nothing is lost by it, since a sync compares stamps and not times, but ages of items and what counts as today are off by as much. Set this machine's clock, best by a time service.",
            Assert.Single(output.Split('\n'), l => l.Contains("sample, clock", StringComparison.Ordinal)));

        await sample.Serve(serve: o => o with { Time = new SkippingTime(SampleRun.MondayMorning.AddMinutes(4)) });
        Assert.Contains("OK    sample, clock: this machine's clock and the tracker's are at most 5 minutes apart\n", (await sample.Run("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anybody_to_ask_init_names_what_is_missing()
    {
        Assert.Equal(2, await _program.Run("init", "--no-input", "--config", Config));
        Assert.Equal("backlog-health init: --url is missing, and there is nobody to ask. Expected address of your Jira or Azure DevOps (https://acme.atlassian.net, https://dev.azure.com/acme, or your own server's). Add --url.", Fault());
    }

    private static Task<SampleServer> Start(SampleTrackerKind kind, Func<SampleServerOptions, SampleServerOptions>? change = null, Func<SampleBacklog, SampleBacklog>? edit = null)
    {
        var backlog = SampleBacklogGenerator.Make(SampleRun.Sunday);
        var options = SampleRun.Options with { Kind = kind, User = kind == SampleTrackerKind.JiraCloud ? "po@sample.example" : "" };
        return SampleServer.Start(edit?.Invoke(backlog) ?? backlog, change?.Invoke(options) ?? options, CancellationToken.None);
    }

    private string[] Init(SampleServer sample, SampleTrackerKind kind)
    {
        var token = Path.Combine(_program.Folder, "token.txt");
        File.WriteAllText(token, "sample-token\n");
        return ["init", "--config", Config, "--url", sample.BaseUrl.ToString(), "--token-file", token, .. kind == SampleTrackerKind.JiraCloud ? ["--user", "po@sample.example"] : Array.Empty<string>()];
    }

    // The last line, where it is a fault; what is only told stands before it.
    private string Fault() => _program.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(l => l.Contains("xpected", StringComparison.Ordinal)) ?? "";
}
