using System.Text.Json;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

public sealed class StatusCommandTests : IDisposable
{
    private readonly FixedTime _time = new("2026-11-23 06:00");
    private readonly ProgramRun _program;

    public StatusCommandTests() => _program = new ProgramRun { Time = _time };

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Before_anything_is_stored_it_says_what_to_run_first()
    {
        Assert.Equal(0, await _program.Run("status"));
        Assert.Equal(("", $"nothing is stored yet. Run `{Product.CommandLine} init` and `sync`, or `demo`, first.\n"), (_program.Output, _program.Error));
    }

    [Fact]
    public async Task It_tells_what_was_read_run_and_sent_and_what_comes_next()
    {
        await Prepare();
        Assert.Equal(0, await _program.Run("status"));
        Assert.Equal(
            "Checkout: imported 2026-11-23 06:00 UTC; no run yet.\nweekly: due 2026-11-23 06:00 UTC, not sent yet; next 2026-11-30 06:00 UTC.\n", _program.Output);

        _time.Now = A.Time("2026-11-23 06:30");
        Assert.Equal(0, await _program.Run("run", "--out", Path.Combine(_program.Folder, "out")));
        Assert.Equal(0, await _program.Run("deliver"));
        Assert.Equal(0, await _program.Run("status"));
        Assert.Equal(
            "Checkout: imported 2026-11-23 06:00 UTC; last run 2026-11-23 06:30 UTC.\nweekly: due 2026-11-23 06:00 UTC, sent to 1 of 1; next 2026-11-30 06:00 UTC.\n", _program.Output);
    }

    [Fact]
    public async Task What_could_not_be_sent_stands_there_with_the_reason()
    {
        await Prepare();
        _program.File("share", "a file where the folder was to be");
        Assert.Equal(1, await _program.Run("deliver"));

        Assert.Equal(0, await _program.Run("status"));

        Assert.Contains("weekly: due 2026-11-23 06:00 UTC, sent to 0 of 1; next 2026-11-30 06:00 UTC.\n", _program.Output, StringComparison.Ordinal);
        Assert.Contains($"  folder to {Path.Combine(_program.Folder, "share")}: pending: folder {Path.Combine(_program.Folder, "share")}: it cannot be written to (", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_read_the_same_as_JSON()
    {
        await Prepare();
        Assert.Equal(0, await _program.Run("status", "--json"));

        using var json = JsonDocument.Parse(_program.Output);
        var (team, weekly) = (json.RootElement.GetProperty("teams")[0], json.RootElement.GetProperty("subscriptions")[0]);
        Assert.Equal("backlog-health/status/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(("Checkout", "2026-11-23T06:00:00Z", JsonValueKind.Null), (team.GetProperty("team").GetString(), team.GetProperty("pulledAt").GetString(), team.GetProperty("complete").ValueKind));
        Assert.Equal(("2026-11-23T07:00", "2026-11-30T06:00:00Z"), (weekly.GetProperty("period").GetString(), weekly.GetProperty("next").GetString()));
    }

    private async Task Prepare()
    {
        _program.With("BACKLOGHEALTH__Teams__0__Name", "Checkout").With("BACKLOGHEALTH__Subscriptions__0__Name", "weekly").With("BACKLOGHEALTH__Subscriptions__0__TimeZone", "Europe/Berlin")
            .With("BACKLOGHEALTH__Subscriptions__0__Channels__0__Kind", "folder").With("BACKLOGHEALTH__Subscriptions__0__Channels__0__Path", Path.Combine(_program.Folder, "share"));
        var items = _program.File("items.csv", "key,title,status,created,resolved\nCHK-1,Pay by invoice,Done,2026-01-05,2026-02-05\nCHK-2,Search orders,To Do,2026-01-06,\n");
        Assert.Equal(0, await _program.Run("import", items, "--team", "Checkout"));
    }
}
