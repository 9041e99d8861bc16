using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Pulls;

/// <summary>What the tracker listed in a pull, what of it is still to be fetched, and what became of it.</summary>
internal static class Listing
{
    /// <summary>Outcome of an item that the tracker would not give; 0 is "to be fetched", and those between are <see cref="Written"/>.</summary>
    public const int Refused = 4;

    /// <summary>Outcome of an item that was stored as it is listed before the pull began.</summary>
    public const int Known = 5;

    // An item that neither comes nor is refused is asked for this often and then left, so that a pull always ends.
    private const int MostTimesAsked = 3;

    /// <summary>Stores a page. An item that is listed twice keeps its place and takes the later stamp.</summary>
    public static async Task Save(Session session, PullRun run, CensusPage page)
    {
        var team = await PullTable.TeamOf(session, run);
        await using var write = session.Prepare(
            FormattableString.Invariant(
                $"""
                INSERT INTO listed (pull_no, id, stamp, asked, outcome) VALUES (@pull, @id, @stamp, 0,
                    CASE WHEN EXISTS (SELECT 1 FROM item i WHERE i.team_no = @team AND i.id = @id AND i.stamp = @stamp) THEN {Known} ELSE 0 END)
                ON CONFLICT (pull_no, id) DO UPDATE SET stamp = excluded.stamp, outcome = CASE WHEN listed.stamp = excluded.stamp THEN listed.outcome ELSE 0 END
                """),
            "pull", "id", "stamp", "team");
        foreach (var entry in page.Entries)
        {
            await write.Run(run.Number, CleanText.Of(entry.Id), CleanText.Of(entry.Stamp ?? ""), team);
        }
    }

    /// <summary>The next items to fetch: listed, and not stored as they were listed. Items asked for before come last.</summary>
    public static async Task<ImmutableArray<string>> Next(Session session, PullRun run, int count)
    {
        await PullTable.TeamOf(session, run);
        var rows = await session.Query<Row>(
            "SELECT listed_no, id FROM listed WHERE pull_no = @pull AND outcome = 0 AND asked < @most ORDER BY asked, listed_no LIMIT @count",
            new { pull = run.Number, most = MostTimesAsked, count });
        await using var asked = session.Prepare("UPDATE listed SET asked = asked + 1 WHERE listed_no = @listed", "listed");
        foreach (var row in rows)
        {
            await asked.Run(row.ListedNo);
        }

        return [.. rows.Select(r => r.Id)];
    }

    /// <summary>Stores what was fetched, with the stamps of the listing. What was not listed in this pull is not stored.</summary>
    public static async Task Save(Session session, PullRun run, FetchedItems page, DateTimeOffset now)
    {
        var teamNo = await PullTable.TeamOf(session, run);
        await using var writer = await ItemWriter.For(session, teamNo);

        // An item stays "created" where its page is stored a second time.
        await using var mark = session.Prepare(
            "UPDATE listed SET outcome = CASE WHEN outcome IN (1, 2) THEN outcome ELSE @outcome END WHERE pull_no = @pull AND id = @id", "outcome", "pull", "id");
        foreach (var item in page.Items)
        {
            var id = CleanText.Of(item.Id);
            if (await session.First<string?>("SELECT stamp FROM listed WHERE pull_no = @Number AND id = @id", new { run.Number, id }) is { } stamp)
            {
                await mark.Run((int)await writer.Write(item with { RemovedAt = null, NotVisibleSince = null }, stamp), run.Number, id);
            }
        }

        await using var refuse = session.Prepare("UPDATE listed SET outcome = @outcome, reason = @reason WHERE pull_no = @pull AND id = @id", "outcome", "reason", "pull", "id");
        await using var hide = session.Prepare(
            "UPDATE item SET not_visible_since = @now WHERE team_no = @team AND id = @id AND not_visible_since IS NULL", "now", "team", "id");
        foreach (var item in page.Unavailable)
        {
            await refuse.Run(Refused, CleanText.Of(item.Reason), run.Number, CleanText.Of(item.Id));
            await hide.Run(now.UtcTicks, teamNo, CleanText.Of(item.Id));
        }
    }

    private sealed class Row
    {
        public long ListedNo { get; init; }

        public string Id { get; init; } = "";
    }
}
