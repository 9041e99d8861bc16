using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>At most ten items, in backlog order, each with what was seen, its own words marked, and one question.</summary>
internal sealed class ItemsWorthAttention : ReportPart
{
    private const int MostOld = 2, MostSeen = 2;

    /// <summary>Where the next items give too few, it looks as far again behind them.</summary>
    private const int Reach = 2;

    public override string Id => "items";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var (waiting, old) = Choose(report);
        if (waiting.Count + old.Count == 0)
        {
            yield return new Heading($"No item calls for attention");
            yield return new Paragraph($"Among the next items no rule found anything that counts, and nothing in progress is older than usual.");
            yield break;
        }

        yield return new Heading($"Items worth your attention");
        yield return new Paragraph(Choice(report, waiting), Tone.Note);
        if (report.Numbers.Clarify is { } gain)
        {
            yield return new Paragraph(gain.Said);
        }
        else if (report.NotReady.Count > 0 && report.Health.Learned.ReadyEffect is { IsThere: true } effect)
        {
            yield return new Paragraph(EffectWords.Cost(effect));
        }

        var columns = new List<Column> { new($"Item", ColumnKind.Key), new($"Title"), new($"What we saw"), new($"What to ask", ColumnKind.Question) };
        var placed = report.Health.Ordered && waiting.Count > 0;
        if (placed)
        {
            columns.Insert(2, new Column($"Place", ColumnKind.Number));
        }

        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        yield return Table.Of(columns, [.. waiting.Select(i => Row(report, i, placed, Quoted.Seen(report, i, MostSeen), Question(report, i, asked))), .. old.Select(o => OldRow(report, o, placed))]);
    }

    public override JsonObject Numbers(ReportContext report)
    {
        var (waiting, old) = Choose(report);
        var numbers = new JsonObject
        {
            ["waiting"] = new JsonArray([.. waiting.Select(i => new JsonObject
            {
                ["key"] = i.Item.Key, ["position"] = i.Position, ["clarity"] = i.Score.Clarity, ["slicing"] = i.Score.Slicing,
                ["rules"] = new JsonArray([.. ReportContext.Heaviest(i).Select(f => (JsonNode?)f.RuleId)]),
            })]),
            ["old"] = new JsonArray([.. old.Select(o => new JsonObject { ["key"] = o.Item.Item.Key, ["days"] = o.Days, ["state"] = o.Item.Item.OriginalState })]),
        };
        if (report.Numbers.Clarify is { } gain)
        {
            numbers["clarify"] = new JsonObject
            {
                ["keys"] = new JsonArray([.. gain.Keys.Select(k => (JsonNode?)k)]),
                ["items"] = gain.Items,
                ["day"] = Say.Text($"{gain.Day:yyyy-MM-dd}"),
                ["clarified"] = Say.Text($"{gain.Clarified:yyyy-MM-dd}"),
                ["atLeast"] = Say.Text($"{gain.AtLeast:yyyy-MM-dd}"),
            };
        }

        return numbers;
    }

    /// <summary>Ids of the items that it names.</summary>
    public static IEnumerable<string> Named(ReportContext report)
    {
        var (waiting, old) = Choose(report);
        return waiting.Select(i => i.Item.Id).Concat(old.Select(o => o.Item.Item.Id));
    }

    private static (List<BacklogItem> Waiting, List<AgeingItem> Old) Choose(ReportContext report)
    {
        var old = report.Numbers.Old.Take(MostOld).ToList();
        var last = Reach * report.Next.Count;
        var waiting = report.Health.Open.Where(i => i.Position <= last && ReportContext.Heaviest(i).Count > 0)
            .OrderBy(i => i.Position > report.Next.Count).ThenBy(i => i.Ready.IsReady).ThenByDescending(i => i.Score.Findings.Sum(f => f.Points)).ThenBy(i => i.Position)
            .Take(Math.Max(0, report.Options.MostItems - old.Count)).OrderBy(i => i.Position).ToList();
        return (waiting, old);
    }

    /// <summary>In which order, how many, and from how far.</summary>
    private static Sentence Choice(ReportContext report, List<BacklogItem> waiting)
    {
        var (most, further) = (report.Options.MostItems, Reach * report.Next.Count);
        Sentence order = (report.Health.Ordered, waiting.Exists(i => i.Position > report.Next.Count)) switch
        {
            _ when waiting.Count == 0 => $"Among the next items no rule found anything that counts. These are in progress for longer than usual.",
            (true, false) => $"In backlog order, at most {most}.",
            (true, true) => $"In backlog order, at most {most}, among the next {further}: those likely to be pulled, and as many behind them.",
            (false, false) => $"Oldest first, at most {most}.",
            (false, true) => $"Oldest first, at most {most}, among the next {further}: those likely to be pulled, and as many behind them.",
        };
        return Sentence.Join(order, report.Key("").Link is null ? Sentence.None : $"A key leads to the tracker.");
    }

    /// <summary>Of the questions to what is shown of an item, the one asked least so far: the same ten times over is read once.</summary>
    private static Sentence Question(ReportContext report, BacklogItem item, Dictionary<string, int> asked)
    {
        var question = Quoted.Shown(item, MostSeen).Select(f => report.Words(f).Question).Where(q => q.Length > 0).OrderBy(q => asked.GetValueOrDefault(q)).FirstOrDefault() ?? "";
        asked[question] = asked.GetValueOrDefault(question) + 1;
        return Sentence.Written(question);
    }

    private static Sentence[] OldRow(ReportContext report, AgeingItem old, bool placed) => Row(
        report, old.Item, placed,
        $"{old.Days:# day|# days} in progress, now in “{Say.Short(old.Item.Item.OriginalState, 40)}”; 85 of 100 items were finished within {report.Numbers.Usual!.Value:# day|# days}",
        $"What stands in the way, and what would help?");

    private static Sentence[] Row(ReportContext report, BacklogItem item, bool placed, Sentence seen, Sentence question)
    {
        Sentence key = report.Key(item.Item.Key), title = ReportContext.TitleOf(item.Item.Title);
        return placed
            ? [key, title, item.Position is { } place ? place : Sentence.None, seen, question]
            : [key, title, seen, question];
    }
}
