using System.Data.Common;
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

    /// <summary>What is known of a team at some instants, in their order; known is everything strictly before each.</summary>
    public static async Task<IReadOnlyList<DutyFacts>> Read(Session session, long teamNo, IReadOnlyCollection<DateTimeOffset> instants, string language)
    {
        var reader = new DutyReader(session, teamNo, instants.Min(), instants.Max(), language);
        await reader.Items();
        await reader.Changes();
        await reader.Comments();
        return [.. instants.Select(reader.At)];
    }

    private DutyFacts At(DateTimeOffset instant)
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

    private Task Items() => Each(
        """
        SELECT id, labels, links, description, description_spans, criteria, criteria_spans
        FROM item WHERE team_no = @team AND (labels IS NOT NULL OR links IS NOT NULL OR description_spans <> '' OR criteria_spans <> '')
        """,
        (row, log) =>
        {
            log.Labels = StoreJson.ReadList(Text(row, 1));
            log.Links = StoreJson.ReadLinks(Text(row, 2));
            log.Boxes = BoxesOf(StructuredText.Decode(row.GetString(3), row.GetString(4)), StructuredText.Decode(row.GetString(5), row.GetString(6)));
        });

    // All kinds of changes at once: to go through a team's changes takes longer than to take from them. Items come in any order, the changes of each as they happened.
    private Task Changes() => Each(
        """
        SELECT i.id, c.at, c.field, c.from_text, c.to_text FROM item i JOIN item_change c ON c.item_no = i.item_no
        WHERE i.team_no = @team AND (c.field = 'storyPoints'
            OR (c.field IN ('labels', 'description', 'acceptanceCriteria') AND c.at >= @first)
            OR (c.field IN ('title', 'description', 'acceptanceCriteria', 'rank') AND c.at >= @from AND c.at < @last))
        ORDER BY i.id, c.at, c.seq
        """,
        (row, log) =>
        {
            var (at, field) = (At(row, 1), row.GetString(2));
            switch (field)
            {
                case FieldNames.StoryPoints:
                    log.Estimates = log.Estimates.Add(new EstimateChange(at, double.TryParse(Text(row, 3), NumberStyles.Float, CultureInfo.InvariantCulture, out var from) ? from : null));
                    break;
                case FieldNames.Labels:
                    log.LabelsBefore = log.LabelsBefore.Add((at, [.. (Text(row, 3) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Replace('\u00A0', ' '))]));
                    break;
                case FieldNames.Rank:
                    log.Moves = log.Moves.Add(at);
                    break;
                default:
                    log.TextsAsOf = field != FieldNames.Title && at >= first ? at : log.TextsAsOf;
                    if (at < last && TextEdit.ChangesWords(Text(row, 3), Text(row, 4)))
                    {
                        log.TextEdits = log.TextEdits.Add(at);
                    }

                    break;
            }
        });

    private Task Comments() => Each(
        """
        SELECT i.id, c.at, c.words, c.words_spans FROM item i JOIN item_comment c ON c.item_no = i.item_no
        WHERE i.team_no = @team AND c.at >= @from AND c.at < @last ORDER BY c.item_no, c.at, c.seq
        """,
        (row, log) =>
        {
            var words = StructuredText.Decode(row.GetString(2), row.GetString(3));
            var remark = new Remark(At(row, 1), Remarks.Asks(words, language), Remarks.TellsOfUse(words, language));
            if (remark.Asks || remark.TellsOfUse)
            {
                log.Remarks = log.Remarks.Add(remark);
            }
        });

    private async Task Each(string sql, Action<DbDataReader, DutyLog> row)
    {
        await using var rows = await session.Stream(sql, new { team = teamNo, first = first.UtcTicks, last = last.UtcTicks, from = first.AddDays(-DutyFacts.Days).UtcTicks });
        while (await rows.ReadAsync(session.Cancellation))
        {
            var id = rows.GetString(0);
            if (!_items.TryGetValue(id, out var log))
            {
                _items.Add(id, log = new DutyLog());
            }

            row(rows, log);
        }
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

    private static DateTimeOffset At(DbDataReader row, int column) => Instant.Of(row.GetInt64(column));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
