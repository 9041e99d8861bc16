using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The next items that are not ready, in backlog order, grouped by what is missing first.</summary>
internal sealed class NotReadyByWhatIsMissing : ReportPart
{
    /// <summary>From so many items on, a question that is the same for all is asked once.</summary>
    private const int Repeated = 3;

    public override string Id => "not-ready";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        if (report.NotReady.Count == 0)
        {
            yield break;
        }

        yield return new Heading($"What is missing, and what to ask");
        yield return new Paragraph($"Each item stands once, below the first thing it lacks. Ready is what the team's Definition of Ready says: a guideline, not a gate.", Tone.Note);
        foreach (var note in LaterChances.Notes([.. Groups(report).SelectMany(g => g.Take(report.Options.MostItemsInGroup))]))
        {
            yield return note;
        }

        foreach (var group in Groups(report))
        {
            var items = group.ToList();
            yield return new Heading($"{items.Count:## item lacks|## items lack} {(group.Key.Length == 0 ? (Sentence)$"what the team asks for" : Sentence.Data(group.Key))}", 3);
            var shown = items.Take(report.Options.MostItemsInGroup).ToList();
            if (SameQuestion(report, shown) is { } question)
            {
                yield return new Paragraph($"For each of these: {Sentence.Written(question)}");
                yield return WithMore(
                    report, shown, [new($"Item", ColumnKind.Key), new($"Title"), new($"What we saw besides")],
                    i => [report.Key(i.Item.Key), ReportContext.TitleOf(i.Item.Title), Besides(report, i)]) with
                { Name = NameOf(items) };
            }
            else
            {
                yield return WithMore(
                    report, shown, [new($"Item", ColumnKind.Key), new($"Title"), new($"What we saw"), new($"What to ask", ColumnKind.Question)], i => Row(report, i)) with
                { Name = NameOf(items) };
            }

            if (items.Count > report.Options.MostItemsInGroup)
            {
                yield return new Paragraph($"And {items.Count - report.Options.MostItemsInGroup} more; `backlog-health ready` lists them all.", Tone.Note);
            }
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["groups"] = new JsonArray([.. Groups(report).Select(g => new JsonObject
        {
            ["missing"] = g.Key,
            ["items"] = new JsonArray([.. g.Select(Numbers)]),
        })]),
    };

    private static JsonObject Numbers(BacklogItem item)
    {
        var numbers = new JsonObject { ["key"] = item.Item.Key, ["position"] = item.Position };
        if (item.Chances is { } chances)
        {
            numbers["rework"] = chances.Rework?.Chance;
            numbers["risk"] = chances.Risk?.Chance;
        }

        return numbers;
    }

    /// <summary>A table of items with what is likely to befall them, where that is known, and, for a coach who wants to ask, a way to who wrote each, where the tracker has one.</summary>
    private static Table WithMore(ReportContext report, List<BacklogItem> items, Column[] columns, Func<BacklogItem, Sentence[]> row)
    {
        var more = LaterChances.Columns(items).ToList();
        if (!items.TrueForAll(i => report.Author(i).IsEmpty))
        {
            more.Add((new Column($"Whom to ask", ColumnKind.Named), report.Author));
        }

        return Table.Of([.. columns, .. more.Select(m => m.Column)], items.Select(i => (Sentence[])[.. row(i), .. more.Select(m => m.Cell(i))]));
    }

    /// <summary>A group by its rule: what is missing is said in the reader's language, and where several rules miss the same, the first of them names it.</summary>
    private static string NameOf(List<BacklogItem> items) => items.Min(i => i.Ready.Lacks.FirstOrDefault()?.RuleId)?.ToLowerInvariant() ?? "";

    /// <summary>Largest group first.</summary>
    private static IEnumerable<IGrouping<string, BacklogItem>> Groups(ReportContext report) =>
        report.NotReady.GroupBy(i => i.Ready.Missing.FirstOrDefault(""), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);

    /// <summary>The one question of a group whose findings all say the same and quote nothing; null where they differ.</summary>
    private static string? SameQuestion(ReportContext report, List<BacklogItem> items)
    {
        var missing = items.Select(MissingFinding).ToList();
        return items.Count >= Repeated && missing.All(f => f is { Evidence.IsEmpty: true }) && missing.Select(f => report.Words(f!)).Distinct().Take(2).ToList() is [{ Question: var question }]
            ? question
            : null;
    }

    /// <summary>The heaviest finding other than what is missing; one that quotes the item before one that does not.</summary>
    private static Sentence Besides(ReportContext report, BacklogItem item)
    {
        var missing = MissingFinding(item);
        var other = ReportContext.Heaviest(item).Where(f => f != missing).OrderBy(f => f.Evidence.IsEmpty).FirstOrDefault();
        return other is null ? Sentence.None : Quoted.Of(report.Words(other).Message, other, item.Item.Title);
    }

    private static Sentence[] Row(ReportContext report, BacklogItem item)
    {
        var missing = MissingFinding(item);
        var seen = missing is null ? Sentence.None : Quoted.Of(report.Words(missing).Message, missing, item.Item.Title);
        var others = item.Ready.Missing.Distinct(StringComparer.Ordinal).Skip(1).ToList();
        return
        [
            report.Key(item.Item.Key), ReportContext.TitleOf(item.Item.Title),
            Sentence.JoinBy("; ", [seen, others.Count == 0 ? Sentence.None : $"also lacks {others}"]),
            missing is null ? (Sentence)$"What would make it ready?" : CutInWords.Ask(report.Words(missing).Question, missing),
        ];
    }

    private static Finding? MissingFinding(BacklogItem item) => item.Ready.Lacks.FirstOrDefault();
}
