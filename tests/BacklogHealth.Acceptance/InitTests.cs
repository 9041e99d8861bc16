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

    private static Task<SampleServer> Start(SampleTrackerKind kind, Func<SampleServerOptions, SampleServerOptions>? change = null)
    {
        var options = SampleRun.Options with { Kind = kind, User = kind == SampleTrackerKind.JiraCloud ? "po@sample.example" : "" };
        return SampleServer.Start(SampleBacklogGenerator.Make(SampleRun.Sunday), change?.Invoke(options) ?? options, CancellationToken.None);
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
