using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Pulls;

/// <summary>What was done on a person's word: written once, never changed.</summary>
internal static class AuditTable
{
    /// <summary>Writes an entry.</summary>
    public static Task Add(Session session, OpenPull pull, AuditEntry entry) =>
        session.Run(
            "INSERT INTO audit (at, team_no, pull_no, action, detail, accepted_by) VALUES (@at, @TeamNo, @Pull, @Action, @detail, @by)",
            new
            {
                at = entry.At.UtcTicks,
                pull.TeamNo,
                entry.Pull,
                entry.Action,
                detail = JsonSerializer.Serialize(new AuditDetail(entry.Ids.Length, entry.Ids), StoreJson.Default.AuditDetail),
                by = CleanText.OrNull(entry.By),
            });

    /// <summary>All entries of a team, oldest first.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> Of(Session session, string team)
    {
        var rows = await session.Query<Row>(
            "SELECT at, pull_no, action, detail, accepted_by FROM audit WHERE team_no = @team ORDER BY audit_no", new { team = await TeamTable.NumberOf(session, team) });
        return [.. rows.Select(r => new AuditEntry(
            Instant.Of(r.At), r.PullNo, r.Action, JsonSerializer.Deserialize(r.Detail, StoreJson.Default.AuditDetail)!.Ids, r.AcceptedBy))];
    }

    private sealed class Row
    {
        public long At { get; init; }

        public long PullNo { get; init; }

        public string Action { get; init; } = "";

        public string Detail { get; init; } = "";

        public string? AcceptedBy { get; init; }
    }
}

/// <summary>What an audit row says beyond its columns.</summary>
internal sealed record AuditDetail(int Count, ImmutableArray<string> Ids);
