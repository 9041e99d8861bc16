using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Snapshots;

/// <summary>Snapshots: written whole, read whole.</summary>
internal static class SnapshotTable
{
    private static readonly IReadOnlyList<string> ItemColumns =
        ["snapshot_no", "seq", "id", "key", "clarity", "slicing", "language", "not_scored_because", "ready", "position", "findings"];

    /// <summary>Writes a snapshot; the same one written before is replaced.</summary>
    public static async Task Save(Session session, Snapshot snapshot)
    {
        var head = new
        {
            Team = CleanText.Of(snapshot.Team),
            AsOf = snapshot.AsOf.UtcTicks,
            MadeAt = snapshot.MadeAt.UtcTicks,
            snapshot.DataState,
            snapshot.SettingsHash,
            snapshot.Version,
            Measures = JsonSerializer.Serialize(snapshot.Measures, StoreJson.Default.ImmutableSortedDictionaryStringDouble),
        };
        foreach (var same in await session.Query<long>(
            "SELECT snapshot_no FROM snapshot WHERE team = @Team AND as_of = @AsOf AND data_state = @DataState AND settings_hash = @SettingsHash AND version = @Version", head))
        {
            foreach (var table in (string[])["snapshot_item", "snapshot_forecast", "snapshot"])
            {
                await session.Run($"DELETE FROM {table} WHERE snapshot_no = @same", new { same });
            }
        }

        var number = await session.First<long>(
            """
            INSERT INTO snapshot (team, as_of, made_at, data_state, settings_hash, version, measures)
            VALUES (@Team, @AsOf, @MadeAt, @DataState, @SettingsHash, @Version, @Measures) RETURNING snapshot_no
            """,
            head);
        SaveItems(session, number, snapshot.Items);
        SaveForecasts(session, number, snapshot.Forecasts);
    }

    /// <summary>The snapshot of a team in [from, to) nearest to its middle; of equally near ones the one made last; null where there is none.</summary>
    public static async Task<Snapshot?> Nearest(Session session, string team, DateTimeOffset from, DateTimeOffset to)
    {
        var middle = from.UtcTicks + ((to.UtcTicks - from.UtcTicks) / 2);
        var head = await session.First<HeadRow>(
            """
            SELECT snapshot_no, team, as_of, made_at, data_state, settings_hash, version, measures FROM snapshot
            WHERE team = @team AND as_of >= @from AND as_of < @to ORDER BY ABS(as_of - @middle), made_at DESC, snapshot_no DESC LIMIT 1
            """,
            new { team = CleanText.Of(team), from = from.UtcTicks, to = to.UtcTicks, middle });
        if (head is null)
        {
            return null;
        }

        var values = new { number = head.SnapshotNo };
        var items = await session.Query<ItemRow>($"SELECT {string.Join(", ", ItemColumns)} FROM snapshot_item WHERE snapshot_no = @number ORDER BY seq", values);
        var forecasts = await session.Query<SnapshotForecast>("SELECT question, subject, json FROM snapshot_forecast WHERE snapshot_no = @number ORDER BY seq", values);
        return new Snapshot
        {
            Team = head.Team,
            AsOf = Instant.Of(head.AsOf),
            MadeAt = Instant.Of(head.MadeAt),
            DataState = head.DataState,
            SettingsHash = head.SettingsHash,
            Version = head.Version,
            Items = [.. items.Select(i => i.ToItem())],
            Forecasts = [.. forecasts],
            Measures = MeasuresOf(head.Measures),
        };
    }

    /// <summary>
    /// The forecasts of all snapshots of a team that speak of an instant before <paramref name="before"/> and were made within a day of it, oldest
    /// first: a snapshot of a past day, rebuilt later, has promised nothing.
    /// </summary>
    public static async Task<IReadOnlyList<SnapshotForecast>> Forecasts(Session session, string team, DateTimeOffset before) =>
        [.. await session.Query<SnapshotForecast>(
            """
            SELECT f.question, f.subject, f.json FROM snapshot s JOIN snapshot_forecast f ON f.snapshot_no = s.snapshot_no
            WHERE s.team = @team AND s.as_of < @before AND s.made_at - s.as_of < @day ORDER BY s.as_of, s.snapshot_no, f.seq
            """,
            new { team = CleanText.Of(team), before = before.UtcTicks, day = TimeSpan.TicksPerDay })];

    /// <summary>Measures as they are kept; empty where none are.</summary>
    public static ImmutableSortedDictionary<string, double> MeasuresOf(string? kept) => kept is null
        ? ImmutableSortedDictionary<string, double>.Empty
        : JsonSerializer.Deserialize(kept, StoreJson.Default.ImmutableSortedDictionaryStringDouble)!.WithComparers(StringComparer.Ordinal);

    private static void SaveItems(Session session, long number, ImmutableArray<SnapshotItem> items)
    {
        using var write = session.Insert("snapshot_item", ItemColumns);
        for (var i = 0; i < items.Length; i++)
        {
            var (score, ready, position) = items[i];
            write.Add(number).Add((long)i).Add(CleanText.Of(score.ItemId)).Add(CleanText.Of(score.Key)).Add((long?)score.Clarity).Add((long?)score.Slicing)
                .Add(score.Language).Add(CleanText.OrNull(score.NotScoredBecause)).Add(ready ? 1L : 0L).Add((long?)position)
                .Add(JsonSerializer.Serialize(score.Findings, StoreJson.Default.ImmutableArrayFinding)).End();
        }
    }

    private static void SaveForecasts(Session session, long number, ImmutableArray<SnapshotForecast> forecasts)
    {
        using var write = session.Insert("snapshot_forecast", "snapshot_no", "seq", "question", "subject", "json");
        for (var i = 0; i < forecasts.Length; i++)
        {
            write.Add(number).Add((long)i).Add(CleanText.Of(forecasts[i].Question)).Add(CleanText.Of(forecasts[i].Subject)).Add(CleanText.Of(forecasts[i].Json)).End();
        }
    }

    private sealed class HeadRow
    {
        public long SnapshotNo { get; init; }
        public string Team { get; init; } = "";
        public long AsOf { get; init; }
        public long MadeAt { get; init; }
        public string DataState { get; init; } = "";
        public string SettingsHash { get; init; } = "";
        public string Version { get; init; } = "";
        public string? Measures { get; init; }
    }

    private sealed class ItemRow
    {
        public string Id { get; init; } = "";
        public string Key { get; init; } = "";
        public int? Clarity { get; init; }
        public int? Slicing { get; init; }
        public string? Language { get; init; }
        public string? NotScoredBecause { get; init; }
        public int Ready { get; init; }
        public int? Position { get; init; }
        public string Findings { get; init; } = "";

        public SnapshotItem ToItem() => new(
            new ItemScore(Id, Key, Clarity, Slicing, Language, NotScoredBecause, JsonSerializer.Deserialize(Findings, StoreJson.Default.ImmutableArrayFinding)),
            Ready == 1,
            Position);
    }
}
