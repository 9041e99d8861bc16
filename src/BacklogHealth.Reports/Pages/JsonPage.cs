using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes the numbers behind every chart and sentence, and the sentences themselves, as JSON.</summary>
internal static class JsonPage
{
    public static JsonNode Write(Page page, ReportContext report, IReadOnlyList<ReportPart> parts)
    {
        var health = report.Health;
        return new JsonObject
        {
            ["schema"] = "backlog-health/report/1",
            ["audience"] = Audiences.NameOf(report.Audience),
            ["team"] = health.Team,
            ["title"] = page.Title,
            ["language"] = page.Language,
            ["asOf"] = Say.Text($"{health.AsOf.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"),
            ["today"] = Say.Text($"{health.Today:yyyy-MM-dd}"),
            ["timeZone"] = health.Calendar.Zone.Id,
            ["data"] = new JsonObject
            {
                ["source"] = health.Data.Source,
                ["complete"] = health.Data.Complete,
                ["inTracker"] = health.Data.InTracker,
                ["stored"] = health.Data.Stored,
                ["problems"] = Texts(report.TellsOperator || report.FromFile ? health.Data.Problems : []),
                ["notRebuilt"] = Texts(health.NotRebuilt),
                ["ordered"] = health.Ordered,
            },
            ["version"] = health.Version,
            ["dataState"] = health.DataState,
            ["parts"] = new JsonArray([.. page.Sections.Zip(parts, (section, part) => (JsonNode)new JsonObject
            {
                ["id"] = section.Id,
                ["numbers"] = part.Numbers(report),
                ["sentences"] = Texts(section.Blocks.SelectMany(Sentences)),
                ["charts"] = new JsonArray([.. section.Blocks.OfType<SideBySide>().SelectMany(s => s.Figures).Select(Chart)]),
            })]),
        };
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)t)]);

    private static IEnumerable<string> Sentences(Block block) => block switch
    {
        Heading h => [h.Text],
        Paragraph p => [p.Text.Plain],
        Bullets b => b.Lines.Select(l => l.Plain),
        Details d => d.Blocks.SelectMany(Sentences).Prepend(d.Summary),
        Answers a => a.All.SelectMany(x => new[] { x.Say.Plain, x.Why.Plain }).Where(t => t.Length > 0),
        _ => [],
    };

    private static JsonObject Chart(Figure figure) => new()
    {
        ["id"] = figure.Id,
        ["title"] = figure.Title,
        ["caption"] = figure.Caption,
        ["alt"] = figure.Picture?.Alt,
        ["drawn"] = figure.Picture is not null,
        ["columns"] = Texts(figure.Numbers?.Columns.Select(c => c.Name) ?? []),
        ["rows"] = new JsonArray([.. (figure.Numbers?.Rows ?? []).Select(row => new JsonArray([.. row.Select((cell, i) => Cell(cell, figure.Numbers!.Columns[i]))]))]),
    };

    private static JsonNode? Cell(Line cell, Column column) =>
        column.Kind == ColumnKind.Number && int.TryParse(cell.Plain, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : cell.Plain;
}
