using BacklogHealth.Core.WorkItems;
using BacklogHealth.Jobs;
using BacklogHealth.Storage;

namespace BacklogHealth.Tests.Jobs;

public sealed class LearnJobTests : JobTest
{
    [Fact]
    public async Task It_learns_from_every_team_and_says_of_how_much_something_can_be_told()
    {
        await Save("Alpha");
        await Save("Beta");

        Assert.Equal("Alpha: 1 of 3 things can be told. Beta: 1 of 3 things can be told.", (await LearnJob.Do(Work, CancellationToken.None)).Note);
        Assert.Equal(["effects", "rework", "risk", "size"], (await Store.Models("Beta")).Select(m => m.Target));
    }

    [Fact]
    public async Task Without_a_team_it_says_so()
    {
        var end = await LearnJob.Do(Work, CancellationToken.None);

        Assert.Equal((ExitCode.Done, "There is no team."), (end.Code, end.Note));
    }

    [Fact]
    public async Task It_is_done_on_Sunday_night_before_what_is_scored()
    {
        var jobs = await JobBook.Of(Work.Settings, Store, CancellationToken.None);

        Assert.Equal(["learn", "score", "promises", "report"], jobs.Select(j => j.Name));
        Assert.Equal(new DateTimeOffset(2026, 11, 29, 3, 0, 0, TimeSpan.Zero), jobs[0].Schedule.Next(Time.GetUtcNow(), TimeZoneInfo.Utc)!.At);
    }

    private async Task Save(string team)
    {
        await Store.SaveTeam(new StoredTeam(team, "", "a file", "UTC", null));
        await Store.Import(team, new TrackerProfile(new Workflow([]), [], "UTC", null, []), [], replace: false);
    }
}
