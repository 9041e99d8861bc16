using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Snapshots;

/// <summary>Reads the heads of many snapshots and none of their items; what older ones did not keep, the engine works out.</summary>
internal static class SnapshotSummaries
{
    /// <summary>The last snapshot of each span, oldest first; spans without one are left out.</summary>
    /// <param name="session">The session.</param>
    /// <param name="team">The team.</param>
    /// <param name="bounds">Ascending instants: each span lies from one up to, and without, the next.</param>
    /// <param name="unless">The measure without which the median scores of its waiting items are worked out.</param>
    public static async Task<IReadOnlyList<SnapshotSummary>> Last(Session session, string team, IReadOnlyList<DateTimeOffset> bounds, string unless)
    {
        var found = new List<SnapshotSummary>();
        foreach (var (from, to) in bounds.Zip(bounds.Skip(1)))
        {
            var head = await session.First<Row>(
                """
                SELECT snapshot_no, as_of, made_at, version, measures FROM snapshot WHERE team = @team AND as_of >= @from AND as_of < @to
                ORDER BY as_of DESC, made_at DESC, snapshot_no DESC LIMIT 1
                """,
                new { team = CleanText.Of(team), from = from.UtcTicks, to = to.UtcTicks });
            if (head is not null)
            {
                var measures = SnapshotTable.MeasuresOf(head.Measures);
                found.Add(new SnapshotSummary(Instant.Of(head.AsOf), Instant.Of(head.MadeAt), head.Version, measures)
                {
                    Waiting = measures.ContainsKey(unless) ? null : new(await Median(session, head.SnapshotNo, "clarity"), await Median(session, head.SnapshotNo, "slicing")),
                });
            }
        }

        return found;
    }

    // Numbered from both ends, the middle one or two stand next to each other.
    private static Task<double?> Median(Session session, long number, string score) => session.First<double?>(
        $"""
        SELECT AVG(CAST(score AS DOUBLE PRECISION)) FROM (
            SELECT {score} AS score, ROW_NUMBER() OVER (ORDER BY {score}) AS place, COUNT(*) OVER () AS scores
            FROM snapshot_item WHERE snapshot_no = @number AND position IS NOT NULL AND {score} IS NOT NULL) AS ordered
        WHERE 2 * place BETWEEN scores AND scores + 2
        """,
        new { number });

    private sealed class Row
    {
        public long SnapshotNo { get; init; }
        public long AsOf { get; init; }
        public long MadeAt { get; init; }
        public string Version { get; init; } = "";
        public string? Measures { get; init; }
    }
}
