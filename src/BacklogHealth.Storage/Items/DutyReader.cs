using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>
/// Reads what tells of a Product Owner's duties and is in no history: labels, links, checklists, edits, estimates, places in the order, comments.
/// Rows stream, and of no text is kept more than what it tells.
/// </summary>
internal sealed class DutyReader(Session session, long teamNo, DateTimeOffset asOf, string language)
{
    private readonly Dictionary<string, ItemFacts> _facts = new(StringComparer.Ordinal);

    /// <summary>What is known of a team at an instant; known is everything strictly before it.</summary>
    public static async Task<DutyFacts> Read(Session session, long teamNo, DateTimeOffset asOf, string language)
    {
        var reader = new DutyReader(session, teamNo, asOf, language);
        await reader.Items();
        await reader.Labels();
        await reader.Texts();
        await reader.Estimates();
        await reader.Moves();
        await reader.Comments();
        await reader.Touched();
        return new DutyFacts(reader._facts);
    }

    private Task Items() => Each(
        """
        SELECT id, labels, links, description, description_spans, criteria, criteria_spans,
            (SELECT COUNT(*) FROM item_change c WHERE c.item_no = item.item_no AND c.at >= @at AND c.field IN ('description', 'acceptanceCriteria'))
        FROM item WHERE team_no = @team AND (labels IS NOT NULL OR links IS NOT NULL OR description_spans <> '' OR criteria_spans <> '')
        """,
        row => Change(row.GetString(0), f => f with
        {
            Labels = StoreJson.ReadList(Text(row, 1)),
            Links = StoreJson.ReadLinks(Text(row, 2)),
            Boxes = row.GetInt64(7) > 0 ? null : BoxesOf(StructuredText.Decode(row.GetString(3), row.GetString(4)), StructuredText.Decode(row.GetString(5), row.GetString(6))),
        }));

    // The first later change tells what the labels were.
    private async Task Labels()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await Each(
            "SELECT i.id, c.from_text FROM item i JOIN item_change c ON c.item_no = i.item_no WHERE i.team_no = @team AND c.field = 'labels' AND c.at >= @at ORDER BY c.item_no, c.seq",
            row =>
            {
                if (known.Add(row.GetString(0)))
                {
                    ImmutableArray<string> before = [.. (Text(row, 1) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Replace('\u00A0', ' '))];
                    Change(row.GetString(0), f => f with { Labels = before });
                }
            });
    }

    private Task Texts() => Each(
        """
        SELECT i.id, c.at, c.from_text, c.to_text FROM item i JOIN item_change c ON c.item_no = i.item_no
        WHERE i.team_no = @team AND c.field IN ('title', 'description', 'acceptanceCriteria') AND c.at >= @from AND c.at < @at ORDER BY c.item_no, c.at, c.seq
        """,
        row =>
        {
            if (TextEdit.ChangesWords(Text(row, 2), Text(row, 3)))
            {
                Change(row.GetString(0), f => f with { TextEdits = f.TextEdits.Add(At(row)) });
            }
        });

    private Task Estimates() => Each(
        """
        SELECT i.id, c.at, c.from_text FROM item i JOIN item_change c ON c.item_no = i.item_no
        WHERE i.team_no = @team AND c.field = 'storyPoints' ORDER BY c.item_no, c.at, c.seq
        """,
        row => Change(row.GetString(0), f => f with
        {
            Estimates = f.Estimates.Add(new EstimateChange(At(row), double.TryParse(Text(row, 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var from) ? from : null)),
        }));

    private Task Moves() => Each(
        """
        SELECT i.id, c.at FROM item i JOIN item_change c ON c.item_no = i.item_no
        WHERE i.team_no = @team AND c.field = 'rank' AND c.at >= @from AND c.at < @at ORDER BY c.item_no, c.at, c.seq
        """,
        row => Change(row.GetString(0), f => f with { Moves = f.Moves.Add(At(row)) }));

    private Task Comments() => Each(
        """
        SELECT i.id, c.at, c.words, c.words_spans FROM item i JOIN item_comment c ON c.item_no = i.item_no
        WHERE i.team_no = @team AND c.at >= @from AND c.at < @at ORDER BY c.item_no, c.at, c.seq
        """,
        row =>
        {
            var words = StructuredText.Decode(row.GetString(2), row.GetString(3));
            var remark = new Remark(At(row), Remarks.Asks(words, language), Remarks.TellsOfUse(words, language));
            if (remark.Asks || remark.TellsOfUse)
            {
                Change(row.GetString(0), f => f with { Remarks = f.Remarks.Add(remark) });
            }
        });

    // What one account changes of many items within a minute is no look at each of them.
    private Task Touched() => Each(
        """
        WITH own AS (
            SELECT c.item_no, c.at, c.at / 600000000 AS minute, COALESCE(c.author_id, '') AS author FROM item i JOIN item_change c ON c.item_no = i.item_no
            WHERE i.team_no = @team AND c.field <> 'rank' AND c.at < @at),
        busy AS (SELECT minute FROM own GROUP BY minute HAVING COUNT(*) >= 10),
        bulk AS (SELECT minute, author FROM own WHERE minute IN (SELECT minute FROM busy) GROUP BY minute, author HAVING COUNT(DISTINCT item_no) >= 10),
        touch AS (
            SELECT own.item_no, MAX(own.at) AS at FROM own LEFT JOIN bulk ON bulk.minute = own.minute AND bulk.author = own.author WHERE bulk.minute IS NULL GROUP BY own.item_no
            UNION ALL SELECT c.item_no, MAX(c.at) FROM item i JOIN item_comment c ON c.item_no = i.item_no WHERE i.team_no = @team AND c.at < @at GROUP BY c.item_no)
        SELECT i.id, MAX(touch.at) FROM touch JOIN item i ON i.item_no = touch.item_no GROUP BY i.id
        """,
        row => Change(row.GetString(0), f => f with { Touched = At(row) }));

    private async Task Each(string sql, Action<DbDataReader> row)
    {
        await using var rows = await session.Stream(sql, new { team = teamNo, at = asOf.UtcTicks, from = asOf.AddDays(-DutyFacts.Days).UtcTicks });
        while (await rows.ReadAsync(session.Cancellation))
        {
            row(rows);
        }
    }

    private void Change(string id, Func<ItemFacts, ItemFacts> change) => _facts[id] = change(_facts.GetValueOrDefault(id) ?? ItemFacts.None);

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

    private static DateTimeOffset At(DbDataReader row) => Instant.Of(row.GetInt64(1));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
