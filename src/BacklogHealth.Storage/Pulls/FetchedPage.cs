using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Pulls;

/// <summary>Stores a page of what was fetched: items, what was sent for them, and what did not come.</summary>
internal static class FetchedPage
{
    /// <summary>Stores the page. What was not listed in this pull is left out.</summary>
    public static async Task Save(Session session, PullRun run, FetchedItems page, DateTimeOffset now)
    {
        var pull = await PullTable.Open(session, run);
        var ids = page.Items.Select(i => CleanText.Of(i.Id)).Concat(page.Unavailable.Select(u => CleanText.Of(u.Id)));
        var stamps = (await session.Query<Listed>(
                $"SELECT id, stamp FROM listed WHERE pull_no = @pull AND id {session.In("ids")}", new { pull = pull.PullNo, ids = Session.List(ids) }))
            .ToDictionary(l => l.Id, l => l.Stamp, StringComparer.Ordinal);
        await SaveItems(session, pull, page, stamps, now);
        await SaveAbsences(session, pull, page.Unavailable.Where(u => stamps.ContainsKey(CleanText.Of(u.Id))).ToList(), now);
    }

    private static async Task SaveItems(Session session, OpenPull pull, FetchedItems page, Dictionary<string, string> stamps, DateTimeOffset now)
    {
        // The listing's stamp where it has one: an item that moved between listing and fetching is then fetched again next time.
        var items = new List<ItemToWrite>(page.Items.Length);
        foreach (var item in page.Items)
        {
            if (stamps.TryGetValue(CleanText.Of(item.Id), out var listed))
            {
                items.Add(new ItemToWrite(item with { RemovedAt = null, NotVisibleSince = null }, listed.Length > 0 ? listed : item.Stamp));
            }
        }

        var returned = await Standing.NotPlainlyThere(session, pull.TeamNo, items.Select(i => CleanText.Of(i.Item.Id)));
        var writer = await ItemWriter.For(session, pull.TeamNo, pull.ReadAs);
        var written = await writer.Write(items);
        await PayloadTable.Save(session, written, page.Payloads, now);

        // An item stays "created" where its page is stored a second time.
        foreach (var group in written.GroupBy(w => returned.Contains(w.Key) ? (int)Outcome.Returned : (int)w.Value.Outcome))
        {
            await session.Run(
                $"UPDATE listed SET outcome = CASE WHEN outcome IN (1, 2, 8) THEN outcome ELSE @outcome END WHERE pull_no = @pull AND id {session.In("ids")}",
                new { outcome = group.Key, pull = pull.PullNo, ids = Session.List(group.Select(w => w.Key)) });
        }
    }

    private static async Task SaveAbsences(Session session, OpenPull pull, List<UnavailableItem> absent, DateTimeOffset now)
    {
        if (absent.Count == 0)
        {
            return;
        }

        using (var mark = session.Statement("UPDATE listed SET outcome = @outcome, reason = @reason WHERE pull_no = @pull AND id = @id", "outcome", "reason", "pull", "id"))
        {
            foreach (var item in absent)
            {
                mark.Add((long)OutcomeOf(item.Absence)).Add(CleanText.Of(item.Reason)).Add(pull.PullNo).Add(CleanText.Of(item.Id)).End();
            }
        }

        await Standing.Refuse(session, pull.TeamNo, [.. absent.Where(a => OutcomeOf(a.Absence) == Outcome.Refused).Select(a => CleanText.Of(a.Id))], now);
    }

    private static Outcome OutcomeOf(Absence absence) => absence switch
    {
        Absence.Deleted => Outcome.Deleted,
        Absence.Unreadable => Outcome.Unreadable,
        _ => Outcome.Refused,
    };

    private sealed class Listed
    {
        public string Id { get; init; } = "";

        public string Stamp { get; init; } = "";
    }
}
