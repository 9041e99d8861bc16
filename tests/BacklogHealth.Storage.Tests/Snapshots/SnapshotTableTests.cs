using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Snapshots;

public abstract class SnapshotTableTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task A_snapshot_is_read_back_whole()
    {
        var finding = new Finding(
            "CL003", Severity.Warning, 20, Score.Clarity, ImmutableSortedDictionary<string, string>.Empty.Add("count", "3").Add("word", "user-friendly"),
            [new Evidence("description", 14, 13, "user-friendly")]);
        var snapshot = Made("2026-03-02") with
        {
            Items =
            [
                new SnapshotItem(new ItemScore("id-2", "CHK-2", 62, 80, "en", null, [finding]), false, 1),
                new SnapshotItem(new ItemScore("id-1", "CHK-1", null, null, null, "The text is in a language that no rule knows.", []), true, null),
            ],
            Forecasts = [new SnapshotForecast("how-many", "", "{\"days\":28}"), new SnapshotForecast("delivery", "Release 2", "{}")],
            Measures = ImmutableSortedDictionary<string, double>.Empty.Add("runwayWeeks85", 1.6).Add("medianClarity", 71),
        };

        await Store.SaveSnapshot(snapshot);
        var read = await Store.NearestSnapshot(Team, A.Time("2026-03-01"), A.Time("2026-03-03"));

        Assert.NotNull(read);
        Assert.Equal(snapshot.Forecasts, read.Forecasts);
        Assert.Equal(snapshot.Measures, read.Measures);
        Assert.Equal(snapshot.Items.Select(Told), read.Items.Select(Told));
        Assert.Equal(Bare(snapshot), Bare(read));
    }

    [Fact]
    public async Task The_nearest_to_the_middle_of_the_span_is_given()
    {
        foreach (var day in (string[])["2026-02-20", "2026-02-24", "2026-02-27", "2026-03-02"])
        {
            await Store.SaveSnapshot(Made(day));
        }

        Assert.Equal(A.Time("2026-02-24"), (await Store.NearestSnapshot(Team, A.Time("2026-02-20"), A.Time("2026-03-01")))!.AsOf);
        Assert.Equal(A.Time("2026-02-20"), (await Store.NearestSnapshot(Team, A.Time("2026-02-20"), A.Time("2026-02-24")))!.AsOf);
        Assert.Null(await Store.NearestSnapshot(Team, A.Time("2026-02-25"), A.Time("2026-02-27")));
        Assert.Null(await Store.NearestSnapshot("Search", A.Time("2026-01-01"), A.Time("2027-01-01")));
    }

    [Fact]
    public async Task Of_two_for_the_same_instant_the_one_made_last_is_given()
    {
        await Store.SaveSnapshot(Made("2026-03-02") with { MadeAt = A.Time("2026-03-04"), SettingsHash = "other" });
        await Store.SaveSnapshot(Made("2026-03-02"));

        Assert.Equal("other", (await Store.NearestSnapshot(Team, A.Time("2026-03-01"), A.Time("2026-03-03")))!.SettingsHash);
    }

    [Fact]
    public async Task The_same_snapshot_made_again_replaces_the_first()
    {
        await Store.SaveSnapshot(Made("2026-03-02") with { Forecasts = [new SnapshotForecast("how-many", "", "{}")], MadeAt = A.Time("2026-03-05") });
        await Store.SaveSnapshot(Made("2026-03-02"));

        Assert.Empty((await Store.NearestSnapshot(Team, A.Time("2026-03-01"), A.Time("2026-03-03")))!.Forecasts);
    }

    [Fact]
    public async Task The_forecasts_given_before_an_instant_are_told_oldest_first_without_those_of_days_rebuilt_later()
    {
        await Store.SaveSnapshot(Said("2026-03-09", "second"));
        await Store.SaveSnapshot(Said("2026-03-02", "first"));
        await Store.SaveSnapshot(Said("2026-03-16", "now"));
        await Store.SaveSnapshot(Said("2026-02-02", "rebuilt") with { MadeAt = A.Time("2026-03-15") });

        Assert.Equal(["first", "second"], (await Store.ForecastsGiven(Team, A.Time("2026-03-16"))).Select(f => f.Subject));
        Assert.Empty(await Store.ForecastsGiven("Search", A.Time("2026-03-16")));
    }

    [Fact]
    public async Task The_last_snapshot_of_each_span_is_summed_up()
    {
        foreach (var day in (string[])["2026-02-20", "2026-02-22", "2026-02-23", "2026-03-10", "2026-03-16"])
        {
            await Store.SaveSnapshot(Made(day) with { Version = day, Measures = ImmutableSortedDictionary<string, double>.Empty.Add("openItems", 7) });
        }

        var found = await Store.LastSnapshots(Team, [A.Time("2026-02-16"), A.Time("2026-02-23"), A.Time("2026-03-02"), A.Time("2026-03-09"), A.Time("2026-03-16")], "openItems");

        Assert.Equal([A.Time("2026-02-22"), A.Time("2026-02-23"), A.Time("2026-03-10")], found.Select(f => f.AsOf));
        Assert.Equal(["2026-02-22", "2026-02-23", "2026-03-10"], found.Select(f => f.Version));
        Assert.All(found, f => Assert.Equal((7, f.AsOf.AddHours(7), null), (f.Measures["openItems"], f.MadeAt, f.Waiting)));
        Assert.Empty(await Store.LastSnapshots("Search", [A.Time("2026-01-01"), A.Time("2027-01-01")], "openItems"));
        Assert.Empty(await Store.LastSnapshots(Team, [], "openItems"));
    }

    [Fact]
    public async Task Of_two_for_the_same_instant_the_one_made_last_is_summed_up()
    {
        await Store.SaveSnapshot(Made("2026-03-02") with { MadeAt = A.Time("2026-03-04"), Version = "0.2.0" });
        await Store.SaveSnapshot(Made("2026-03-02"));

        Assert.Equal("0.2.0", Assert.Single(await Store.LastSnapshots(Team, [A.Time("2026-03-01"), A.Time("2026-03-03")], "openItems")).Version);
    }

    [Theory]
    [InlineData(new[] { 10 }, 10.0)]
    [InlineData(new[] { 40, 10 }, 25.0)]
    [InlineData(new[] { 30, 10, 20 }, 20.0)]
    [InlineData(new[] { 80, 10, 21, 20 }, 20.5)]
    [InlineData(new int[] { }, null)]
    public async Task The_medians_of_an_older_snapshot_are_those_of_its_waiting_items(int[] clarity, double? median)
    {
        await Store.SaveSnapshot(Made("2026-03-02") with
        {
            Items =
            [
                .. clarity.Select((c, i) => new SnapshotItem(new ItemScore($"{i}", $"CHK-{i}", c, 100 - c, "en", null, []), false, i + 1)),
                new SnapshotItem(new ItemScore("begun", "CHK-90", 0, 0, "en", null, []), false, null),
                new SnapshotItem(new ItemScore("silent", "CHK-91", null, null, null, "It has no text.", []), false, 99),
            ],
        });

        Assert.Equal(new WaitingMedians(median, 100 - median), Assert.Single(await Store.LastSnapshots(Team, [A.Time("2026-03-01"), A.Time("2026-03-03")], "openItems")).Waiting);
    }

    private static Snapshot Said(string day, string subject) => Made(day) with { MadeAt = A.Time(day), Forecasts = [new SnapshotForecast("delivery", subject, "{}")] };

    private static Snapshot Made(string day) => new()
    {
        Team = Team,
        AsOf = A.Time(day),
        MadeAt = A.Time(day).AddHours(7),
        DataState = "0123456789abcdef",
        SettingsHash = "settings",
        Version = "0.1.0",
    };

    private static Snapshot Bare(Snapshot s) => s with { Items = [], Forecasts = [], Measures = ImmutableSortedDictionary<string, double>.Empty };

    private static string Told(SnapshotItem i) =>
        $"{i.Ready} {i.Position} {i.Score with { Findings = [] }} " + string.Join(';', i.Score.Findings.Select(f =>
            $"{f with { Evidence = [], Values = ImmutableSortedDictionary<string, string>.Empty }} {string.Join(',', f.Values)} {string.Join(',', f.Evidence)}"));
}

public sealed class SnapshotTableTestsOnSqlite() : SnapshotTableTests(StorageEngine.Sqlite);

public sealed class SnapshotTableTestsOnPostgres() : SnapshotTableTests(StorageEngine.Postgres);
