using System.Collections.Immutable;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Steps;

public sealed class HealthPointsTests : IDisposable
{
    private readonly ProgramRun _program = new() { Time = new FixedTime("2026-03-02 07:00") };

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task What_runs_have_kept_is_the_trend_up_to_the_day_asked_for()
    {
        await Import();
        await using var store = await Store();
        foreach (var day in (int[])[10, 13, 20, 24])
        {
            var date = new DateOnly(2026, 2, day);
            await SnapshotStep.Keep(await Forecast(store, date), store, new FixedTime($"{date:yyyy-MM-dd} 00:00"), CancellationToken.None);
        }

        var now = await Health(store, null);
        Assert.Equal([9, 16, 23, 2], now.Trend.Weeks.Select(w => w.Monday.Day));
        Assert.Equal([13, 20, 24, 2], now.Trend.Weeks.Select(w => w.Point.AsOf.Day));
        Assert.Equal([2, 2, 3, 3], now.Trend.Weeks.Select(w => w.Point.OpenItems));
        Assert.Equal([2, 2, 3, 3], now.Trend.Weeks.Select(w => w.Point.NextItems));
        Assert.All(now.Trend.Weeks, w => Assert.True(w is { SameRules: true, Point: { OfWaitingItems: false, MedianClarity: not null, MedianSlicing: not null, NextReady: 1 } }));

        var then = await Health(store, new DateOnly(2026, 2, 20));
        Assert.Equal([13, 20], then.Trend.Weeks.Select(w => w.Point.AsOf.Day));
        Assert.Equal(then.Trend.Weeks[^1].Point, now.Trend.Weeks[1].Point);
    }

    [Fact]
    public async Task Of_an_older_snapshot_the_waiting_items_tell_the_medians_and_its_version_is_told()
    {
        await Import();
        await using var store = await Store();
        var asOf = new DateTimeOffset(2026, 2, 11, 7, 0, 0, TimeSpan.Zero);
        await store.SaveSnapshot(new Snapshot
        {
            Team = "A",
            AsOf = asOf,
            MadeAt = asOf,
            DataState = "d",
            SettingsHash = "s",
            Version = "0.1.0",
            Items = [new(new ItemScore("1", "A-1", 40, 90, "en", null, []), true, 1), new(new ItemScore("2", "A-2", 60, 70, "en", null, []), false, 2)],
            Measures = ImmutableSortedDictionary<string, double>.Empty.Add("readyItems", 1).Add("itemsConsidered", 2).Add("runwayWeeks85", 1.5),
        });

        var week = (await Health(store, null)).Trend.Weeks[0];
        Assert.Equal(new HealthPoint(asOf, "0.1.0", 50, 80, 1.5, null, null, null) { OfWaitingItems = true }, week.Point);
        Assert.False(week.SameRules);
    }

    [Fact]
    public async Task Other_rules_of_the_team_are_known_from_week_to_week_and_other_settings_are_none()
    {
        await Import();
        await using var store = await Store();
        var team = Team.Imported("A");
        Team With(Func<TeamSettings, TeamSettings> change) => team with { Settings = change(team.Settings) };

        async Task<IEnumerable<int>> Changed(Team now) => (await Forecast(store, null, now)).Health.Trend.OwnRulesChanged.Select(d => d.Day);
        foreach (var (day, then) in new[] { (10, team), (17, With(s => s with { WantedReadyWeeks = 4, Language = "de" })) })
        {
            var date = new DateOnly(2026, 2, day);
            await SnapshotStep.Keep(await Forecast(store, date, then), store, new FixedTime($"{date:yyyy-MM-dd} 00:00"), CancellationToken.None);
        }

        Assert.Empty(await Changed(team));
        Assert.Equal([2], await Changed(With(s => s with { DefinitionOfReady = ["CL001"] })));
        Assert.Equal([2], await Changed(With(s => s with { Workflow = s.Workflow.Add("Open", BacklogHealth.Core.WorkItems.WorkItemState.Started) })));
        Assert.Equal([2], await Changed(With(s => s with { Rules = s.Rules with { UsesTemplate = true } })));
    }

    private async Task Import()
    {
        const string rows = """
            key,title,description,status,created,rank
            A-1,Pay by invoice,"Buyers of companies may not use cards. Done when an order can be placed without one.",Open,2026-01-05,a
            A-2,Pay by card,So that buyers need no account.,Open,2026-01-06,b
            A-3,Pay in parts,Split it in TBD parts.,Open,2026-02-23,c
            """;
        Assert.Equal(0, await _program.Run("import", _program.File("a.csv", rows), "--team", "A"));
    }

    private string Connection => $"Data Source={Path.Combine(_program.Folder, "test.db")}";

    private Task<BacklogStore> Store() => BacklogStore.Open(Connection, _program.Time);

    private async Task<TeamHealth> Health(BacklogStore store, DateOnly? day) => (await Forecast(store, day)).Health;

    private async Task<Forecasted> Forecast(BacklogStore store, DateOnly? day, Team? team = null)
    {
        var stored = await StoreStep.AlreadyThere(team ?? Team.Imported("A"), store, CancellationToken.None);
        var settings = new AppSettings(new StorageSettings(StorageEngine.Sqlite, Connection), [], [], [], "reports");
        return await ForecastStep.Of(await ScoreStep.WithWeekBefore(stored, store, day, _program.Time, CancellationToken.None), store, settings, CancellationToken.None);
    }
}
