using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>What became of an item that was written.</summary>
internal enum Written
{
    /// <summary>It was not there before.</summary>
    Created = 1,

    /// <summary>It was there and says something else now.</summary>
    Updated = 2,

    /// <summary>It was there and says the same.</summary>
    Unchanged = 3,
}

/// <summary>Writes items with all their parts into a team. Writing the same item twice changes nothing.</summary>
internal sealed class ItemWriter : IAsyncDisposable
{
    /// <summary>The tables that hold an item's parts.</summary>
    public static readonly IReadOnlyList<string> Parts = ["item_state", "item_change", "item_comment", "item_key"];

    private readonly long _teamNo;
    private readonly StateTable _states;
    private readonly Prepared _find;
    private readonly Prepared _touch;
    private readonly Prepared _write;
    private readonly IReadOnlyList<Prepared> _clear;
    private readonly Prepared _state;
    private readonly Prepared _change;
    private readonly Prepared _comment;
    private readonly Prepared _key;
    private readonly Prepared _content;

    private ItemWriter(Session session, long teamNo, StateTable states)
    {
        _teamNo = teamNo;
        _states = states;
        _find = session.Prepare("SELECT item_no FROM item WHERE team_no = @team AND id = @id", "team", "id");
        _content = session.Prepare("SELECT COUNT(*) FROM item WHERE item_no = @item AND content = @content", "item", "content");
        _touch = session.Prepare(
            "UPDATE item SET stamp = @stamp, missing_since = NULL, removed_at = @removed, not_visible_since = @hidden WHERE item_no = @item",
            "stamp", "removed", "hidden", "item");
        _write = session.Prepare(WriteSql(), ["team_no", "state_no", "states_fit", "content", .. ItemColumns.Names]);
        _clear = [.. Parts.Select(table => session.Prepare($"DELETE FROM {table} WHERE item_no = @item", "item"))];
        _state = Part(session, "item_state", ["at", "state_no"]);
        _change = Part(session, "item_change", ItemColumns.ChangeNames);
        _comment = Part(session, "item_comment", ItemColumns.CommentNames);
        _key = Part(session, "item_key", ["key"]);
    }

    /// <summary>A writer for one team.</summary>
    public static async Task<ItemWriter> For(Session session, long teamNo) => new(session, teamNo, await StateTable.Of(session, teamNo));

    /// <summary>Writes an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="stamp">The stamp a listing is compared with; null to have it fetched at the next pull.</param>
    public async Task<Written> Write(WorkItem item, string? stamp)
    {
        var values = ItemColumns.Of(item);
        var content = ItemContent.HashOf(item, values);
        var number = await _find.RunForNumber(_teamNo, values[0]);
        var result = number == 0 ? Written.Created
            : await _content.RunForNumber(number, content) == 1 ? Written.Unchanged
            : Written.Updated;
        if (result != Written.Unchanged)
        {
            var states = ItemHistories.StatesOf(item, out var fits);
            var state = await _states.NumberOf(item.StateId, item.OriginalState);
            number = await _write.RunForNumber([_teamNo, state, fits ? 1 : 0, content, .. values]);
            await WriteParts(number, item, states);
        }

        await _touch.Run(CleanText.OrNull(stamp), item.RemovedAt?.UtcTicks, item.NotVisibleSince?.UtcTicks, number);
        return result;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var statement in (IEnumerable<Prepared>)[_find, _content, _touch, _write, .. _clear, _state, _change, _comment, _key])
        {
            await statement.DisposeAsync();
        }
    }

    private async Task WriteParts(long number, WorkItem item, IReadOnlyList<StateEntry> states)
    {
        foreach (var clear in _clear)
        {
            await clear.Run(number);
        }

        for (var i = 0; i < states.Count; i++)
        {
            await _state.Run(number, i, states[i].At.UtcTicks, await _states.NumberOf(states[i].StateId, states[i].StateName));
        }

        var changes = item.Changes.IsDefault ? [] : item.Changes;
        for (var i = 0; i < changes.Length; i++)
        {
            await _change.Run([number, i, .. ItemColumns.Of(changes[i])]);
        }

        var comments = item.Comments.IsDefault ? [] : item.Comments;
        for (var i = 0; i < comments.Length; i++)
        {
            await _comment.Run([number, i, .. ItemColumns.Of(comments[i])]);
        }

        var keys = changes.Where(c => c.Field.Equals(FieldNames.Key, StringComparison.Ordinal) && c.From is not null)
            .Select(c => c.From!.Text).Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            await _key.Run(number, i, CleanText.Of(keys[i]));
        }
    }

    private static string WriteSql()
    {
        string[] columns = ["team_no", "state_no", "states_fit", "content", .. ItemColumns.Names];
        var changed = columns.Where(c => c is not ("team_no" or "id")).Select(c => $"{c} = excluded.{c}");
        return $"INSERT INTO item ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))}) "
            + $"ON CONFLICT (team_no, id) DO UPDATE SET {string.Join(", ", changed)} RETURNING item_no";
    }

    private static Prepared Part(Session session, string table, IReadOnlyList<string> columns)
    {
        string[] all = ["item_no", "seq", .. columns];
        return session.Prepare($"INSERT INTO {table} ({string.Join(", ", all)}) VALUES ({string.Join(", ", all.Select(c => "@" + c))})", all);
    }
}
