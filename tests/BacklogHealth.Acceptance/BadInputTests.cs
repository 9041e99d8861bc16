using System.Net;
using System.Net.Sockets;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance;

/// <summary>What a user is told when something is wrong, and that nothing is lost by it.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task A_wrong_token_is_refused_with_exit_code_4()
    {
        await using var run = await SampleRun.Start();
        using var program = Program(run, "wrong-token");

        Assert.Equal(4, await program.Run("sync"));
        Assert.Contains("the tracker refused the credentials (401)", program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-token", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_a_fault_of_settings()
    {
        await using var run = await SampleRun.Start();
        using var program = Program(run, "sample-token").With("Teams__0__Project", "NOPE");

        Assert.Equal(2, await program.Run("sync"));
        Assert.Contains("NOPE", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_may_stand_in_place_of_a_project()
    {
        await using var run = await SampleRun.Start();
        using var program = Program(run, "sample-token").With("Teams__0__Project", "").With("Teams__0__Query", "project = CHK AND issuetype = Bug");

        Assert.Equal(0, await program.Run("sync", "--json"));
        Assert.Contains(FormattableString.Invariant($"\"inTracker\":{run.Backlog.Projects[0].Items.Count(i => i.Type == "Bug")},"), program.Output, StringComparison.Ordinal);
        Assert.Equal(2, await program.With("Teams__0__Query", "").Run("sync"));
        Assert.Equal(
            "team Checkout: it has neither a project nor a query nor a board. Expected a project's key in Teams:…:Project, a query in Teams:…:Query, or a board in Teams:…:Board, whose saved filter then says which items are the team's. Add one.\n",
            program.Error);
    }

    [Fact]
    public async Task A_board_may_stand_in_place_of_a_project()
    {
        await using var run = await SampleRun.Start();
        using var program = Program(run, "sample-token").With("Teams__0__Project", "").With("Teams__0__Board", "CHK board");

        Assert.Equal(0, await program.Run("sync", "--json"));
        Assert.Contains(FormattableString.Invariant($"\"inTracker\":{run.Backlog.Projects[0].Items.Length},"), program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_is_set_for_a_team_and_not_there_is_told_by_its_setting()
    {
        await using var run = await SampleRun.Start();
        foreach (var setting in (string[])["StoryPointsField", "AcceptanceCriteriaField", "SprintField", "EpicLinkField", "RankField", "FlaggedField", "TeamField"])
        {
            using var program = Program(run, "sample-token").With($"Teams__0__{setting}", "no field");

            Assert.Equal(2, await program.Run("sync"));
            Assert.Contains(
                $"there is no field 'no field'. Expected the id or the name of a field, for example customfield_10016. Set the team's {setting}.", program.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unreachable_host_ends_soon_with_exit_code_1()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var program = new ProgramUnderTest();
        Configure(program, $"http://127.0.0.1:{port}/", "any");

        Assert.Equal(1, await program.Run("sync"));
        Assert.Contains($"127.0.0.1:{port}", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tracker_that_asks_for_an_hour_is_left_for_later_with_exit_code_5()
    {
        await using var run = await SampleRun.Start(SampleRun.Options with { Faults = FaultScript.When("bulkfetch").Answer(429).RetryAfter(3600) });
        using var program = Program(run, "sample-token");

        Assert.Equal(5, await program.Run("sync"));
    }

    [Fact]
    public async Task A_listing_that_goes_in_circles_is_not_taken_for_whole_and_old_data_stay()
    {
        await using var run = await SampleRun.Start();
        using var program = Program(run, "sample-token");
        Assert.Equal(0, await program.Run("sync"));
        Assert.Equal(0, await program.Run("export", "--jsonl"));
        var before = program.Output;

        await using var circling = await SampleServer.Start(run.Backlog, SampleRun.Options with { Faults = FaultScript.When("search/jql").EmptyPage() }, CancellationToken.None);
        program.With("Connections__0__BaseUrl", circling.BaseUrl.ToString());
        Assert.Equal(3, await program.Run("sync"));
        Assert.Equal(0, await program.Run("export", "--jsonl"));
        Assert.Equal(before, program.Output);
    }

    [Fact]
    public async Task A_run_that_cannot_pull_still_reports_from_the_last_good_data()
    {
        var run = await SampleRun.Start();
        using var program = Program(run, "sample-token");
        Assert.Equal(0, await program.Run("sync"));
        await run.DisposeAsync();

        Assert.Equal(1, await program.Run("run", "--out", Path.Combine(program.Folder, "reports")));
        Assert.Equal(5, program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("the reports show the data of", program.Error, StringComparison.Ordinal);

        // A run leaves a snapshot, whether it could pull or not.
        await using var store = await BacklogHealth.Storage.BacklogStore.Open($"Data Source={Path.Combine(program.Folder, "test.db")}", TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow();
        var snapshot = await store.NearestSnapshot("Checkout", now.AddMinutes(-10), now.AddMinutes(10));
        Assert.NotNull(snapshot);
        Assert.NotEmpty(snapshot.Items);
        Assert.NotEmpty(snapshot.Forecasts);
    }

    [Fact]
    public async Task A_database_in_a_folder_that_is_not_there_is_told()
    {
        using var program = new ProgramUnderTest();
        program.With("Storage__ConnectionString", $"Data Source={Path.Combine(program.Folder, "none", "x.db")}");

        Assert.Equal(2, await program.Run("score"));
        Assert.Contains("none", program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Error, StringComparison.Ordinal);
    }

    private static ProgramUnderTest Program(SampleRun run, string token)
    {
        var program = new ProgramUnderTest();
        Configure(program, run.Server.BaseUrl.ToString(), token);
        return program;
    }

    private static void Configure(ProgramUnderTest program, string url, string token) => program
        .With("Storage__ConnectionString", $"Data Source={Path.Combine(program.Folder, "test.db")}")
        .With("Connections__0__Name", "sample").With("Connections__0__BaseUrl", url)
        .With("Connections__0__User", "po@sample.example").With("Connections__0__Token", token).With("Connections__0__MaxWaitSeconds", "5")
        .With("Teams__0__Name", "Checkout").With("Teams__0__Project", "CHK").With("Teams__0__TimeZone", "Europe/Berlin");
}
