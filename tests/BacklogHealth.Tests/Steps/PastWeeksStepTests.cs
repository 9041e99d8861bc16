using BacklogHealth.Core.Health;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Steps;

public sealed class PastWeeksStepTests : IDisposable
{
    private readonly ProgramRun _program = new() { Time = new FixedTime("2026-03-02 07:00") };

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task The_first_run_gives_the_trend_the_weeks_in_which_there_was_an_item()
    {
        var (stored, store) = await Import();
        await using var open = store;

        Assert.Equal(8, await PastWeeksStep.Rebuild(stored, store, _program.Time, CancellationToken.None));

        var weeks = (await Health(stored, store)).Trend.Weeks;
        Assert.Equal([5, 12, 19, 26, 2, 9, 16, 23, 2], weeks.Select(w => w.Monday.Day));
        Assert.Equal([1, 2, 2, 2, 2, 2, 2, 2, 3], weeks.Select(w => w.Point.OpenItems));
        Assert.All(weeks, w => Assert.True(w.SameRules));
        Assert.Empty((await Health(stored, store)).Trend.OwnRulesChanged);
    }

    [Fact]
    public async Task A_team_that_has_been_looked_at_before_is_left_as_it_is()
    {
        var (stored, store) = await Import();
        await using var open = store;
        await PastWeeksStep.Rebuild(stored, store, _program.Time, CancellationToken.None);

        Assert.Equal(0, await PastWeeksStep.Rebuild(stored, store, _program.Time, CancellationToken.None));
    }

    [Fact]
    public async Task A_week_that_is_rebuilt_has_promised_nothing()
    {
        var (stored, store) = await Import();
        await using var open = store;
        await PastWeeksStep.Rebuild(stored, store, _program.Time, CancellationToken.None);

        Assert.Empty((await Health(stored, store)).Promises.All);
    }

    private async Task<(Stored Stored, BacklogStore Store)> Import()
    {
        const string rows = """
            key,title,description,status,created,rank
            A-1,Pay by invoice,"Buyers of companies may not use cards. Done when an order can be placed without one.",Open,2026-01-02,a
            A-2,Pay by card,So that buyers need no account.,Open,2026-01-06,b
            A-3,Pay in parts,Split it in TBD parts.,Open,2026-02-23,c
            """;
        Assert.Equal(0, await _program.Run("import", _program.File("a.csv", rows), "--team", "A"));
        var store = await BacklogStore.Open($"Data Source={Path.Combine(_program.Folder, "test.db")}", _program.Time);
        return (await StoreStep.AlreadyThere(Team.Imported("A"), store, CancellationToken.None), store);
    }

    private async Task<TeamHealth> Health(Stored stored, BacklogStore store)
    {
        var settings = new AppSettings(new StorageSettings(StorageEngine.Sqlite, ""), [], [], [], "reports");
        return (await ForecastStep.Of(await ScoreStep.WithWeekBefore(stored, store, null, _program.Time, CancellationToken.None), store, settings, CancellationToken.None)).Health;
    }
}
