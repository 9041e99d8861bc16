using System.Globalization;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>
/// Reads what tells of a Product Owner's duties and is in no history: labels, links, checklists, edits, estimates, places in the order, comments.
/// Rows stream, and of no text is kept more than what it tells. What was known at several instants is read once.
/// </summary>
internal sealed class DutyReader(Session session, long teamNo, DateTimeOffset first, DateTimeOffset last, string language)
{
    private readonly Dictionary<string, DutyLog> _items = new(StringComparer.Ordinal);

    private long From => first.AddDays(-DutyFacts.Days).UtcTicks;

    /// <summary>Asks for the changes that tell something. All kinds at once, and most are told by their day not to be asked for.</summary>
    public void TakeFrom(ChangePass pass) => pass.Take(
        [FieldNames.StoryPoints, FieldNames.Labels, FieldNames.Title, FieldNames.Description, FieldNames.AcceptanceCriteria, FieldNames.Rank],
        """
        c.field = 'storyPoints' OR (c.at >= @from AND (
            (c.field IN ('labels', 'description', 'acceptanceCriteria') AND c.at >= @first)
            OR (c.field IN ('title', 'description', 'acceptanceCriteria', 'rank') AND c.at < @last)))
        """,
        new Dictionary<string, object> { ["from"] = From, ["first"] = first.UtcTicks, ["last"] = last.UtcTicks },
        row => Take(row, LogOf(row.Text(ChangePass.ItemId))));

    /// <summary>Reads what items have: labels, links, boxes.</summary>
    public Task Items() => Each(
        """
        SELECT id, labels, links, description, description_spans, criteria, criteria_spans
        FROM item WHERE team_no = @team AND (labels IS NOT NULL OR links IS NOT NULL OR description_spans <> '' OR criteria_spans <> '')
        """,
        (row, log) =>
        {
            log.Labels = StoreJson.ReadList(row.TextOrNull(1));
            log.Links = StoreJson.ReadLinks(row.TextOrNull(2));
            log.Boxes = BoxesOf(StructuredText.Decode(row.Text(3), row.Text(4)), StructuredText.Decode(row.Text(5), row.Text(6)));
        });

    /// <summary>Reads what was said of items.</summary>
    public Task Comments() => Each(
        """
        SELECT i.id, c.at, c.words, c.words_spans FROM item i JOIN item_comment c ON c.item_no = i.item_no
        WHERE i.team_no = @team AND c.at >= @from AND c.at < @last ORDER BY c.item_no, c.at, c.seq
        """,
        (row, log) =>
        {
            var words = StructuredText.Decode(row.Text(2), row.Text(3));
            var remark = new Remark(Instant.Of(row.Number(1)), Remarks.Asks(words, language), Remarks.TellsOfUse(words, language));
            if (remark.Asks || remark.TellsOfUse)
            {
                log.Remarks = log.Remarks.Add(remark);
            }
        });

    /// <summary>What was known at an instant from the first to the last: everything strictly before it.</summary>
    public DutyFacts At(DateTimeOffset instant)
    {
        var facts = new Dictionary<string, ItemFacts>(StringComparer.Ordinal);
        foreach (var (id, log) in _items)
        {
            if (log.At(instant) is { } known)
            {
                facts.Add(id, known);
            }
        }

        return new DutyFacts(facts);
    }

    private void Take(RowSource row, DutyLog log)
    {
        var (at, field, before) = (Instant.Of(row.Number(ChangePass.At)), row.Text(ChangePass.Field), row.TextOrNull(ChangePass.FromText));
        switch (field)
        {
            case FieldNames.StoryPoints:
                log.Estimates = log.Estimates.Add(new EstimateChange(at, double.TryParse(before, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? points : null));
                break;
            case FieldNames.Labels:
                log.LabelsBefore = log.LabelsBefore.Add(new LabelsThen(at, [.. (before ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Replace('\u00A0', ' '))]));
                break;
            case FieldNames.Rank:
                log.Moves = log.Moves.Add(at);
                break;
            default:
                log.TextsAsOf = field != FieldNames.Title && at >= first ? at : log.TextsAsOf;
                if (at < last && TextEdit.ChangesWords(before, row.TextOrNull(ChangePass.ToText)))
                {
                    log.TextEdits = log.TextEdits.Add(at);
                }

                break;
        }
    }

    private async Task Each(string sql, Action<RowSource, DutyLog> take)
    {
        await using var row = await session.Rows(sql, new { team = teamNo, last = last.UtcTicks, from = From });
        while (await row.Next())
        {
            take(row, LogOf(row.Text(0)));
        }
    }

    private DutyLog LogOf(string id)
    {
        if (!_items.TryGetValue(id, out var log))
        {
            _items.Add(id, log = new DutyLog());
        }

        return log;
    }

    private static Boxes? BoxesOf(params ReadOnlySpan<StructuredText> texts)
    {
        var (ticked, open) = (0, 0);
        foreach (var text in texts)
        {
            foreach (var span in text.Spans)
            {
                ticked += span is { Kind: TextKind.Checkbox, Level: 1 } ? 1 : 0;
                open += span is { Kind: TextKind.Checkbox, Level: 0 } ? 1 : 0;
            }
        }

        return ticked + open == 0 ? null : new Boxes(ticked, open);
    }
}
