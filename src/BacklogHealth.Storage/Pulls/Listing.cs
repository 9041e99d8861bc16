using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Pulls;

/// <summary>What came of an item that a pull listed; those between <see cref="Open"/> and <see cref="Refused"/> are <see cref="Written"/>.</summary>
internal enum Outcome
{
    /// <summary>To be fetched.</summary>
    Open = 0,

    /// <summary>The tracker would not give it.</summary>
    Refused = 4,

    /// <summary>It was stored as it is listed before the pull began.</summary>
    Known = 5,

    /// <summary>The tracker said that it was deleted since.</summary>
    Deleted = 6,

    /// <summary>What the tracker gave could not be read.</summary>
    Unreadable = 7,

    /// <summary>It was fetched, and had been missing, removed or invisible before.</summary>
    Returned = 8,
}

/// <summary>What the tracker listed in a pull, and what of it is still to be fetched.</summary>
internal static class Listing
{
    // An item that neither comes nor is refused is asked for this often and then left, so that a pull always ends.
    private const int MostTimesAsked = 3;

    /// <summary>Stores a page. An item that is listed twice keeps its place and takes the later stamp.</summary>
    public static async Task Save(Session session, PullRun run, CensusPage page, int listing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(listing, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(listing, 2);
        var pull = await PullTable.Open(session, run);
        var entries = Distinct(page);

        // Without a cursor, an entry without a stamp says nothing of what is stored: it may have moved since.
        if (run.Cursor is null && pull.Anew == 0 && entries.Values.Any(e => e.Stamp.Length == 0))
        {
            await PullTable.FetchAnew(session, pull);
        }

        if (page is { IsLast: true, Cursor: { } cursor })
        {
            await PullTable.KeepCursor(session, pull, cursor);
        }

        var first = await session.First<long?>("SELECT listed_no FROM listed WHERE pull_no = @PullNo LIMIT 1", new { pull.PullNo });
        var values = new { team = pull.TeamNo, pull = pull.PullNo, pull.ReadAs, ids = Session.List(entries.Keys) };
        var listed = (await session.Query<Listed>($"SELECT listed_no, id, stamp FROM listed WHERE pull_no = @pull AND id {session.In("ids")}", values))
            .ToDictionary(l => l.Id, StringComparer.Ordinal);
        var stored = (await session.Query<Listed>(
                $"SELECT id, stamp FROM item WHERE team_no = @team AND id {session.In("ids")} AND stamp IS NOT NULL AND read_as = @ReadAs", values))
            .ToDictionary(i => i.Id, i => i.Stamp, StringComparer.Ordinal);
        Outcome Of(Entry entry) =>
            stored.TryGetValue(entry.Id, out var stamp) && (entry.Stamp.Length == 0 || entry.Stamp.Equals(stamp, StringComparison.Ordinal)) ? Outcome.Known : Outcome.Open;

        await session.Run(
            "UPDATE listed SET listings = 3 WHERE pull_no = @pull AND listings <> @listing AND id " + session.In("ids"), new { values.pull, listing, values.ids });
        using (var move = session.Statement("UPDATE listed SET stamp = @stamp, outcome = @outcome WHERE listed_no = @listed_no", "stamp", "outcome", "listed_no"))
        {
            foreach (var entry in entries.Values.Where(e => listed.TryGetValue(e.Id, out var before) && e.Stamp.Length > 0 && e.Stamp != before.Stamp))
            {
                move.Add(entry.Stamp).Add((long)Of(entry)).Add(listed[entry.Id].ListedNo).End();
            }
        }

        using (var write = session.Insert("listed", "pull_no", "id", "stamp", "asked", "outcome", "listings"))
        {
            foreach (var entry in entries.Values.Where(e => !listed.ContainsKey(e.Id)))
            {
                write.Add(pull.PullNo).Add(entry.Id).Add(entry.Stamp).Add(0L).Add((long)Of(entry)).Add((long)listing).End();
            }
        }

        if (first is null)
        {
            await session.Study("listed");
        }
    }

    /// <summary>The next items to fetch: listed, and not stored as they were listed. Items asked for before come last.</summary>
    public static async Task<ImmutableArray<string>> Next(Session session, PullRun run, int count)
    {
        var pull = await PullTable.Open(session, run);
        var rows = await session.Query<Listed>(
            "SELECT listed_no, id FROM listed WHERE pull_no = @pull AND outcome = @open AND asked < @most ORDER BY asked, listed_no LIMIT @count",
            new { pull = pull.PullNo, open = (int)Outcome.Open, most = MostTimesAsked, count });
        await session.Run(
            $"UPDATE listed SET asked = asked + 1 WHERE listed_no {session.InNumbers("numbers")}", new { numbers = Session.List(rows.Select(r => r.ListedNo)) });
        return [.. rows.Select(r => r.Id)];
    }

    // Within a page, too, an item keeps its place and the later stamp holds. No stamp is kept as "".
    private static OrderedDictionary<string, Entry> Distinct(CensusPage page)
    {
        var entries = new OrderedDictionary<string, Entry>(page.Entries.Length, StringComparer.Ordinal);
        foreach (var listed in page.Entries)
        {
            var entry = new Entry(CleanText.Of(listed.Id), CleanText.Of(listed.Stamp ?? ""));
            entries[entry.Id] = entry.Stamp.Length == 0 && entries.TryGetValue(entry.Id, out var before) ? before : entry;
        }

        return entries;
    }

    private readonly record struct Entry(string Id, string Stamp);

    private sealed class Listed
    {
        public long ListedNo { get; init; }

        public string Id { get; init; } = "";

        public string Stamp { get; init; } = "";
    }
}
