using System.Text.Json;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

public sealed class QualityCommandTests : IDisposable
{
    private readonly ProgramRun _program = new() { Time = new FixedTime("2026-03-02 07:00") };

    public void Dispose() => _program.Dispose();

    private async Task Import(string team, params string[] rows) =>
        Assert.Equal(0, await _program.Run("import", _program.File($"{team}.csv", $"key,title,status,created,started,resolved,parent\n{string.Join('\n', rows)}\n"), "--team", team));

    [Fact]
    public async Task What_was_found_is_told_whole_and_the_last_line_says_what_is_fine()
    {
        await Import("A", "E-1,Payment,Open,2026-01-02,,,", "A-1,Pay by invoice,In Progress,2026-01-05,2026-01-07,,E-1", "A-2,Pay by card,Done,2026-01-05,2026-01-07,2026-01-09,");

        Assert.Equal(0, await _program.Run("quality"));
        Assert.Equal(
            """
            A, 2026-03-02: 1 of 16 checks found something.

            Parent not started, children are: 1 of 1 parent of an item that was begun
              means    The item is not started, though an item below it is started or finished.
              effect   Its start and its age come too late, and it stands in the backlog as if nothing had been done for it.
              counted  Each item counts by its own states; no start is taken from an item below.
              to do    Start the parent when work on its first child begins.
              items    E-1

            Fine: Finished, never started; Created in a late state; Finished before it was started; Reopened; State changed after done; Put back to not started; Moved back on the board; Open under a finished parent; On several boards; Changes of state that say nothing; Hidden from the board; History cut short; Closed in bulk; Imported history; Closed without delivery. Nothing to look at: Blocked by finished items; Closed by automation; Weeks without a finish.

            """.ReplaceLineEndings("\n"),
            _program.Output);
        Assert.Equal("", _program.Error);
    }

    [Fact]
    public async Task Several_teams_stand_apart_and_each_can_be_asked_alone()
    {
        await Import("A", "A-1,Pay by invoice,Open,2026-01-05,,,");
        await Import("B", "B-1,Pay by card,Open,2026-01-05,,,");

        Assert.Equal(0, await _program.Run("quality"));
        Assert.StartsWith("A, 2026-03-02: none of 4 checks found anything.\n\nFine: ", _program.Output, StringComparison.Ordinal);
        Assert.Contains(".\n\nB, 2026-03-02: none of 4 checks found anything.\n\nFine: ", _program.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run("quality", "--team", "B"));
        Assert.StartsWith("B, 2026-03-02: ", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_every_check_in_one_line_a_team()
    {
        await Import("A", "A-1,Pay by invoice,Open,2026-01-05,,,", "A-2,Pay by card,Done,2026-01-05,,2026-01-09,");

        Assert.Equal(0, await _program.Run("quality", "--json"));
        using var json = JsonDocument.Parse(Assert.Single(_program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        var problems = json.RootElement.GetProperty("problems").EnumerateArray().ToList();
        Assert.Equal(("backlog-health/quality/1", "A", "2026-03-02", 19), (json.RootElement.GetProperty("schema").GetString(), json.RootElement.GetProperty("team").GetString(), json.RootElement.GetProperty("asOf").GetString(), problems.Count));
        Assert.Equal(
            """{"id":"history-cut-short","name":"History cut short","meaning":"The tracker gave less than the whole history of the item, or a file lacks its dates.","affected":1,"of":2,"among":"items","effect":"Its start or its finish may lie on another day than the one known.","treatment":"It is left out of cycle times; it counts as finished on the day that its history shows, and on no day where it shows none.","remedy":"Pull the team once with `sync --full`; in a file, fill created, started and resolved.","items":["A-2"],"days":[]}""",
            problems[0].GetRawText());
    }

    [Fact]
    public async Task A_past_day_is_told_as_it_was()
    {
        await Import("A", "E-1,Payment,Open,2026-01-02,,,", "A-1,Pay by invoice,In Progress,2026-01-05,2026-01-07,,E-1");

        Assert.Equal(0, await _program.Run("quality", "--as-of", "2026-01-07"));
        Assert.StartsWith("A, 2026-01-07: none of ", _program.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run("quality", "--as-of", "2026-01-08"));
        Assert.StartsWith("A, 2026-01-08: 1 of ", _program.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _program.Run("quality", "--as-of", "2020-01-01"));
        Assert.StartsWith("A, 2020-01-01: there is nothing to look at yet.\n", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_pull_that_is_not_complete_it_answers_and_says_that_items_may_be_missing()
    {
        await using (var store = await BacklogStore.Open($"Data Source={Path.Combine(_program.Folder, "test.db")}", _program.Time, TestContext.Current.CancellationToken))
        {
            await store.SaveTeam(new StoredTeam("A", "acme", "Jira Cloud, project A", "UTC", null), TestContext.Current.CancellationToken);
            await store.SaveProfile("A", A.Profile, TestContext.Current.CancellationToken);
            await store.FinishPull(await store.BeginPull("A", new PullKey("scope", "fields"), cancellation: TestContext.Current.CancellationToken), new PullEnd { ListingComplete = false }, TestContext.Current.CancellationToken);
        }

        Assert.Equal(3, await _program.Run("quality"));
        Assert.StartsWith("A, 2026-03-02: there is nothing to look at yet.\n", _program.Output, StringComparison.Ordinal);
        Assert.Equal("A: the last pull is not complete, so that items may be missing here. Expected a pull that proves it is whole. Run `backlog-health sync --team \"A\"` again.\n", _program.Error);
    }
}
