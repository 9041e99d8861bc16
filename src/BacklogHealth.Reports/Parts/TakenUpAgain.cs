using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Items that were finished and taken up again lately; nothing where there are none.</summary>
internal sealed class TakenUpAgain : ReportPart
{
    public override string Id => "reopened";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var reopened = report.Numbers.Surprises.Reopened;
        if (reopened.IsEmpty)
        {
            yield break;
        }

        var titles = report.Health.Open.ToDictionary(o => o.Item.Id, o => o.Item.Title, StringComparer.Ordinal);
        yield return new Heading($"{reopened.Length:# item was|# items were} finished and taken up again in {Surprises.Days / 7} weeks");
        yield return Table.Of(
            [new($"Item", ColumnKind.Key), new($"Title"), new($"Times", ColumnKind.Number), new($"Last on", ColumnKind.Day), new($"What to ask", ColumnKind.Question)],
            reopened.Take(report.Options.MostItems).Select(r => new Sentence[]
            {
                report.Key(r.Key), titles.TryGetValue(r.Id, out var title) ? ReportContext.TitleOf(title) : $"finished since", r.Times, $"{r.Last}", $"What came to light after it was called done?",
            }));
        if (reopened.Length > report.Options.MostItems)
        {
            yield return ReportContext.More(reopened.Length - report.Options.MostItems);
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["days"] = Surprises.Days,
        ["items"] = new JsonArray([.. report.Numbers.Surprises.Reopened.Select(r => new JsonObject { ["key"] = r.Key, ["times"] = r.Times, ["last"] = Say.Text($"{r.Last:yyyy-MM-dd}") })]),
    };
}
