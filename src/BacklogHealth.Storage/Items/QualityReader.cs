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

    /// <summary>Asks for the changes that finished items: they are there once the pass is over. Most changes lead elsewhere, and the database leaves them out.</summary>
    public static IReadOnlyCollection<FinishingChange> Finishing(ChangePass pass, Workflow workflow)
    {
        var states = workflow.States.Where(s => s.State == WorkItemState.Finished).ToList();
        var accounts = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = new List<FinishingChange>();
        pass.Take(
            [FieldNames.State],
            $"c.field = @state AND c.author_id IS NOT NULL AND (c.to_id {pass.In("finishedIds")} OR c.to_text {pass.In("finishedNames")})",
            new Dictionary<string, object> { ["state"] = FieldNames.State, ["finishedIds"] = Session.List(states.Select(s => s.Id)), ["finishedNames"] = Session.List(states.Select(s => s.Name)) },
            row =>
            {
                var account = row.Text(ChangePass.Author);
                found.Add(new FinishingChange(
                    row.Text(ChangePass.ItemId), Instant.Of(row.Number(ChangePass.At)), accounts.TryGetValue(account, out var kept) ? kept : accounts[account] = account));
            });
        return found;
    }

    /// <summary>What is known of a team.</summary>
    /// <param name="session">The session.</param>
    /// <param name="teamNo">The team.</param>
    /// <param name="finishing">What <see cref="Finishing"/> has found.</param>
    public static async Task<QualityFacts> Read(Session session, long teamNo, IReadOnlyCollection<FinishingChange> finishing)
    {
        var team = new { team = teamNo };
        return new QualityFacts
        {
            BlockedBy = Blocked(await session.Query<LinkRow>(Links, team)),
            InOtherTeams = (await session.Query<string>(Elsewhere, team)).ToHashSet(StringComparer.Ordinal),
            Invisible = [.. (await session.Query<InvisibleRow>(Invisible, team)).Select(r => new InvisibleItem(r.Key, Instant.Of(r.Created), Instant.Of(r.NotVisibleSince)))],
            FinishingChanges = finishing,
        };
    }

    private static Dictionary<string, ImmutableArray<string>> Blocked(IEnumerable<LinkRow> rows) => rows
        .Select(r => (r.Id, Keys: StoreJson.ReadLinks(r.Links).Where(l => Relations.MeanBlocked(l.Relation)).Select(l => l.OtherKey).ToImmutableArray()))
        .Where(r => !r.Keys.IsEmpty)
        .ToDictionary(r => r.Id, r => r.Keys, StringComparer.Ordinal);

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
