using System.Diagnostics;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.Storage;
using BacklogHealth.Telemetry;
using BacklogHealth.Testing;
using BacklogHealth.Tests.Delivery;

namespace BacklogHealth.Tests.Telemetry;

/// <summary>What commands tell of themselves to those who listen, on a real tracker and a real database.</summary>
public sealed class InstrumentsTests
{
    [Fact]
    public async Task A_pull_tells_its_items_its_gap_its_outcome_and_how_long_it_took()
    {
        await using var sample = await SampleProgram.Start("Measured-pull", "sample-token");
        using var heard = new Heard();
        Assert.Equal(0, await sample.Program.Run("sync"));
        Assert.Equal(0, await sample.Program.Run("sync"));

        Assert.Equal(60, heard.Sum("backlog_health.items.pulled", "team=Measured-pull"));
        Assert.Equal([0, 0], heard.Of("backlog_health.census.gap", "team=Measured-pull"));
        Assert.Equal(2, heard.Sum("backlog_health.pulls", "team=Measured-pull", "outcome=complete"));
        Assert.Equal(2, heard.Of("backlog_health.step.duration", "step=describe", "team=Measured-pull", "outcome=done").Count);
        Assert.Equal(2, heard.Of("backlog_health.step.duration", "step=pull", "team=Measured-pull", "outcome=done").Count(d => d > 0));
    }

    [Fact]
    public async Task The_age_of_the_last_proof_grows_with_the_clock()
    {
        var time = new FixedTime("2026-11-23 06:00");
        using var heard = new Heard();
        Instruments.Proven("Measured-age", A.Time("2026-11-23 05:00"), time);
        heard.Ask();
        time.Now = A.Time("2026-11-23 07:30");
        heard.Ask();

        Assert.Equal([3600, 9000], heard.Of("backlog_health.sync.age", "team=Measured-age"));
    }

    [Fact]
    public async Task A_pull_sets_the_age_of_its_proof()
    {
        await using var sample = await SampleProgram.Start("Measured-proof", "sample-token");
        using var heard = new Heard();
        Assert.Equal(0, await sample.Program.Run("sync"));
        heard.Ask();

        Assert.Equal([0], heard.Of("backlog_health.sync.age", "team=Measured-proof"));
    }

    [Theory]
    [InlineData(401, "refused", 4)]
    [InlineData(404, "failed", 2)]
    public async Task A_pull_that_fails_before_it_began_tells_how(int status, string outcome, int code)
    {
        var team = FormattableString.Invariant($"Measured-{status}");
        await using var sample = await SampleProgram.Start(team, "sample-token", faults: FaultScript.When("").Answer(status));
        using var heard = new Heard();
        Assert.Equal(code, await sample.Program.Run("sync"));

        Assert.Equal(1, heard.Sum("backlog_health.pulls", $"team={team}", $"outcome={outcome}"));
        Assert.Equal(["describe"], heard.Spans.Where(s => s.Of == $"team={team}" && s.Status == ActivityStatusCode.Error).Select(s => s.Step));
        Assert.Empty(heard.Of("backlog_health.census.gap", $"team={team}"));
    }

    [Fact]
    public async Task A_tracker_and_a_receiver_learn_nothing_of_our_traces()
    {
        await using var web = await WebReceiver.Start();
        await using var sample = await SampleProgram.Start("Measured-away", "sample-token");
        using var heard = new Heard();
        Assert.Equal(0, await sample.Program.Run("sync"));
        sample.Program.With("BACKLOGHEALTH__Deliver__AllowedHosts__0", "127.0.0.1").With("BACKLOGHEALTH__Subscriptions__0__Channels__0__Kind", "slack")
            .With("BACKLOGHEALTH__Subscriptions__0__Channels__0__Url", web.Url).Without("BACKLOGHEALTH__Subscriptions__0__Channels__0__Path");
        Assert.Equal(0, await sample.Program.Run("deliver"));
        sample.Program.With("BACKLOGHEALTH__Connections__0__BaseUrl", $"http://127.0.0.1:{web.Port}");
        web.Says(401, "");
        Assert.Equal(4, await sample.Program.Run("sync"));

        Assert.Contains(heard.Spans, s => s.Of == "team=Measured-away" && s.Status == ActivityStatusCode.Error);
        Assert.Equal(["GET", "POST"], web.Taken.Select(p => p.To[..p.To.IndexOf(' ', StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(web.Taken, p => Assert.DoesNotContain("traceparent", p.Headers.Keys, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_stored_already_is_known_to_a_process_that_has_pulled_nothing()
    {
        await using var sample = await SampleProgram.Start("Measured-before", "sample-token");
        Assert.Equal(0, await sample.Program.Run("sync"));
        await using var store = await BacklogStore.Open($"Data Source={Path.Combine(sample.Program.Folder, "test.db")}", SampleProgram.Time);
        var later = new FixedTime("2026-11-23 07:00");
        using var heard = new Heard();
        await PullMeasures.Stored(store, later, CancellationToken.None);
        heard.Ask();

        Assert.Equal([3600], heard.Of("backlog_health.sync.age", "team=Measured-before"));
    }

    [Fact]
    public async Task A_pull_that_breaks_off_tells_how_and_how_long_it_waited_for_the_limit()
    {
        await using var sample = await SampleProgram.Start("Measured-wait", "sample-token", faults: FaultScript.When("bulkfetch").Times(1).Answer(429).RetryAfter(1).AndWhen("bulkfetch").After(8).Answer(429).RetryAfter(3600));
        using var heard = new Heard();
        Assert.Equal(5, await sample.Program.Run("sync"));

        Assert.Equal(1, heard.Sum("backlog_health.pulls", "team=Measured-wait", "outcome=throttled"));
        Assert.Equal(0, heard.Sum("backlog_health.items.pulled", "team=Measured-wait"));
        Assert.Equal(["pull"], heard.Spans.Where(s => s.Of == "team=Measured-wait" && s.Status == ActivityStatusCode.Error).Select(s => s.Step));
    }

    [Fact]
    public async Task Scores_forecasts_reports_and_deliveries_tell_how_long_they_took_and_what_became_of_them()
    {
        await using var sample = await SampleProgram.Start("Measured-flow", "sample-token");
        Assert.Equal(0, await sample.Program.Run("sync"));
        using var heard = new Heard();
        Assert.Equal(0, await sample.Program.Run("score"));
        Assert.Equal(0, await sample.Program.Run("deliver"));
        Assert.Equal(0, await sample.Program.Run("deliver"));

        Assert.Equal(2, heard.Of("backlog_health.step.duration", "step=score", "team=Measured-flow", "outcome=done").Count);
        Assert.Single(heard.Of("backlog_health.step.duration", "step=forecast", "team=Measured-flow", "outcome=done"));
        Assert.Single(heard.Of("backlog_health.step.duration", "step=report", "team=Measured-flow", "outcome=done"));
        Assert.Single(heard.Of("backlog_health.step.duration", "step=deliver", "subscription=Measured-flow-weekly", "outcome=done"));
        Assert.Equal([1], heard.Of("backlog_health.deliveries", "subscription=Measured-flow-weekly", "channel=folder", "state=accepted"));
        Assert.All(heard.Spans.Where(s => s.Of.Contains("Measured-flow", StringComparison.Ordinal)), s => Assert.Equal(ActivityStatusCode.Ok, s.Status));
    }

    [Fact]
    public async Task A_delivery_that_is_refused_tells_its_state_and_its_span_failed()
    {
        await using var sample = await SampleProgram.Start("Measured-full", "sample-token");
        Assert.Equal(0, await sample.Program.Run("sync"));
        sample.Program.With("BACKLOGHEALTH__Subscriptions__0__Channels__0__Path", sample.Program.File("in-the-way", ""));
        using var heard = new Heard();
        Assert.Equal(1, await sample.Program.Run("deliver"));

        Assert.Equal(1, heard.Sum("backlog_health.deliveries", "subscription=Measured-full-weekly", "channel=folder"));
        Assert.Equal(0, heard.Sum("backlog_health.deliveries", "subscription=Measured-full-weekly", "state=accepted"));
        Assert.Equal(["deliver"], heard.Spans.Where(s => s.Of == "subscription=Measured-full-weekly" && s.Status == ActivityStatusCode.Error).Select(s => s.Step));
    }
}
