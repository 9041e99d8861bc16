using System.Collections.Immutable;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>Reads what tells of the quality of a team's data and is in no history: links, other teams, what is invisible, who finished items.</summary>
internal static class QualityReader
{
    private const string Links = "SELECT id, links FROM item WHERE team_no = @team AND links IS NOT NULL";

    // Ids are the tracker's own: the same id under the same connection is the same item.
    private const string Elsewhere =
        """
        SELECT DISTINCT other.id FROM team own
        JOIN team t ON t.connection = own.connection AND t.team_no <> own.team_no
        JOIN item other ON other.team_no = t.team_no AND other.removed_at IS NULL AND other.not_visible_since IS NULL
        JOIN item i ON i.team_no = own.team_no AND i.id = other.id
        WHERE own.team_no = @team AND own.connection <> ''
        """;

    private const string Invisible = "SELECT key, created, not_visible_since FROM item WHERE team_no = @team AND not_visible_since IS NOT NULL AND removed_at IS NULL ORDER BY created, id";

    /// <summary>What is known of a team.</summary>
    public static async Task<QualityFacts> Read(Session session, long teamNo, Workflow workflow)
    {
        var team = new { team = teamNo };
        return new QualityFacts
        {
            BlockedBy = Blocked(await session.Query<LinkRow>(Links, team)),
            InOtherTeams = (await session.Query<string>(Elsewhere, team)).ToHashSet(StringComparer.Ordinal),
            Invisible = [.. (await session.Query<InvisibleRow>(Invisible, team)).Select(r => new InvisibleItem(r.Key, Instant.Of(r.Created), Instant.Of(r.NotVisibleSince)))],
            FinishingChanges = await Finishing(session, teamNo, workflow),
        };
    }

    private static Dictionary<string, ImmutableArray<string>> Blocked(IEnumerable<LinkRow> rows) => rows
        .Select(r => (r.Id, Keys: StoreJson.ReadLinks(r.Links).Where(l => Relations.MeanBlocked(l.Relation)).Select(l => l.OtherKey).ToImmutableArray()))
        .Where(r => !r.Keys.IsEmpty)
        .ToDictionary(r => r.Id, r => r.Keys, StringComparer.Ordinal);

    // Most changes lead elsewhere: the database leaves them out, so that a row comes for each finish and not for each change.
    private static async Task<IReadOnlyCollection<FinishingChange>> Finishing(Session session, long teamNo, Workflow workflow)
    {
        var states = workflow.States.Where(s => s.State == WorkItemState.Finished).ToList();
        var accounts = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = new List<FinishingChange>();
        await using var row = await session.Rows(
            $"""
            SELECT i.id, c.at, c.author_id FROM item i JOIN item_change c ON c.item_no = i.item_no
            WHERE i.team_no = @team AND c.field = @field AND c.author_id IS NOT NULL AND (c.to_id {session.In("ids")} OR c.to_text {session.In("names")})
            """,
            new { team = teamNo, field = FieldNames.State, ids = Session.List(states.Select(s => s.Id)), names = Session.List(states.Select(s => s.Name)) });
        while (await row.Next())
        {
            var account = row.Text(2);
            found.Add(new FinishingChange(row.Text(0), Instant.Of(row.Number(1)), accounts.TryGetValue(account, out var kept) ? kept : accounts[account] = account));
        }

        return found;
    }

    private sealed class LinkRow
    {
        public string Id { get; init; } = "";

        public string Links { get; init; } = "";
    }

    private sealed class InvisibleRow
    {
        public string Key { get; init; } = "";

        public long Created { get; init; }

        public long NotVisibleSince { get; init; }
    }
}
