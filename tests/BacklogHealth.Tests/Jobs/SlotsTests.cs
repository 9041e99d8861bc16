using BacklogHealth.Jobs;
using BacklogHealth.Reports;
using BacklogHealth.Serving;
using BacklogHealth.Settings;
using BacklogHealth.Testing;
using CsCheck;

namespace BacklogHealth.Tests.Jobs;

public sealed class SlotsTests : JobTest
{
    private Slots Slots => new(Store.Runs, Time);

    [Fact]
    public async Task However_often_the_clock_strikes_a_slot_is_one_run()
    {
        var job = Job("sync", "0 0/30 * * * ?");

        Assert.True(await Slots.Note(job, default));
        Assert.False(await Slots.Note(job, default));
        Time.Now = Time.Now.AddMinutes(29);
        Assert.False(await Slots.Note(job, default));
        Time.Now = Time.Now.AddMinutes(1);
        Assert.True(await Slots.Note(job, default));

        Assert.Equal(["2026-11-23T06:30 Waiting", "2026-11-23T06:00 Skipped: A newer run took its place."], await Told("sync"));
        Assert.Equal(Time.Now.AddMinutes(30), Slots.Next(job)!.At);
    }

    [Fact]
    public async Task After_three_weeks_of_sleep_the_latest_slot_is_done_once()
    {
        var job = Job("report", "0 0 6 ? * MON");
        await Slots.Note(job, default);
        Time.Now = A.Time("2026-12-15 11:00");

        Assert.True(await Slots.Note(job, default));

        Assert.Equal(["2026-12-14T06:00 Waiting", "2026-11-23T06:00 Skipped: A newer run took its place."], await Told("report"));
    }

    [Fact]
    public async Task A_slot_that_is_to_be_skipped_when_late_is_told_as_left_out()
    {
        var job = Job("report", "0 0 6 ? * MON", misfire: Misfire.Skip);
        Time.Now = A.Time("2026-11-23 11:00");

        Assert.False(await Slots.Note(job, default));

        Assert.Equal(["2026-11-23T06:00 Skipped: Left out, since it was due 5 hours before anything ran."], await Told("report"));
        Time.Now = A.Time("2026-11-30 06:01");
        Assert.True(await Slots.Note(job, default));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_brings_no_old_slot_up_again()
    {
        var job = Job("sync", "0 0/30 * * * ?");
        await Slots.Note(job, default);
        Time.Now = Time.Now.AddHours(-3);

        Assert.False(await Slots.Note(job, default));
        Assert.Equal(["2026-11-23T06:00 Waiting"], await Told("sync"));
    }

    [Fact]
    public async Task What_a_clock_that_ran_ahead_keeps_from_being_done_stands_in_the_status()
    {
        Time.Now = Time.Now.AddYears(1);
        await Slots.Note(Job("score", "0 15 4 * * ?"), default);
        Time.Now = Time.Now.AddYears(-1);

        var status = await StatusReading.Of(Store, Work.Settings, Time.Now, default);

        var score = Assert.Single(status.Jobs, j => j.Blocked is not null);
        Assert.Equal("score", score.Job);
        Assert.StartsWith("its latest run is of 2027-11-23 04:15 UTC, and the clock of this machine says 2026-11-23 06:00 UTC.", JobWords.ErrorBeside(score, status.Teams), StringComparison.Ordinal);
        Assert.Contains(StatusPage.Of(status).Blocks.OfType<ProgramList>(), l => l.Lines.Any(c => c.Text == $"score: {score.Blocked}"));
    }

    [Theory]
    [InlineData("2026-03-29", "0 30 2 * * ?")]
    [InlineData("2026-10-25", "0 30 2 * * ?")]
    public async Task On_the_days_on_which_clocks_are_put_forward_or_back_a_daily_job_runs_once(string day, string cron)
    {
        var job = Job("score", cron, zone: "Europe/Berlin");
        Time.Now = A.Time($"{day} 00:00").AddHours(-3);
        await Slots.Note(job, default);
        var added = 0;
        for (var end = Time.Now.AddHours(24); Time.Now < end; Time.Now = Time.Now.AddMinutes(10))
        {
            added += await Slots.Note(job, default) ? 1 : 0;
        }

        Assert.Equal(1, added);
    }

    [Fact]
    public async Task Whenever_the_clock_strikes_each_slot_leads_to_one_run_at_most_and_the_latest_to_one()
    {
        var n = 0;
        await Gen.Int[1, 400].Array[1, 30].SampleAsync(
            async minutes =>
            {
                var job = Job($"job {Interlocked.Increment(ref n)}", "0 0 * * * ?");
                foreach (var step in minutes)
                {
                    Time.Now = Time.Now.AddMinutes(step);
                    await Slots.Note(job, default);
                }

                var runs = await Store.Runs.Newest(job.Name, 1000);
                Assert.Distinct(runs.Select(r => r.Key.Slot));
                Assert.Equal(job.Schedule.Latest(Time.Now, job.Zone)!.Period, runs[0].Key.Slot);
                Assert.Single(runs, r => r.State == Storage.RunState.Waiting);
            },
            iter: 20,
            threads: 1);
    }
}
