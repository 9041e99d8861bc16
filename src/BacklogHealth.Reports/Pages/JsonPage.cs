using System.Text.Json.Nodes;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes the numbers behind every chart and sentence, and the sentences themselves, as JSON.</summary>
internal sealed class JsonPage(Voice voice)
{
    /// <summary>Writes a page with the numbers of its parts.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What the report is called.</param>
    /// <param name="about">Whom it is about, and on which data it rests.</param>
    /// <param name="numbers">The numbers of each part, in the order of the page's sections.</param>
    public static JsonNode Write(Page page, string name, JsonObject about, IEnumerable<JsonObject?> numbers) => new JsonPage(page.Voice).Of(page, name, about, numbers);

    /// <summary>The team that a report is about, and the data on which it rests.</summary>
    public static JsonObject About(ReportContext report)
    {
        var health = report.Health;
        return new JsonObject
        {
            ["team"] = health.Team,
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
                ["notRebuilt"] = Texts(health.NotRebuilt.Select(report.Voice.Plain)),
                ["ordered"] = health.Ordered,
            },
            ["version"] = health.Version,
            ["dataState"] = health.DataState,
        };
    }

    private JsonObject Of(Page page, string name, JsonObject about, IEnumerable<JsonObject?> numbers)
    {
        var document = new JsonObject
        {
            ["schema"] = "backlog-health/report/1",
            ["audience"] = name,
            ["title"] = voice.Plain(page.Title),
            ["language"] = voice.Language.Code,
        };
        foreach (var (field, value) in about)
        {
            document[field] = value?.DeepClone();
        }

        document["parts"] = new JsonArray([.. page.Sections.Zip(numbers, (section, told) => (JsonNode)new JsonObject
        {
            ["id"] = section.Id,
            ["numbers"] = told,
            ["sentences"] = Texts(section.Blocks.SelectMany(Sentences)),
            ["tables"] = new JsonArray([.. section.Tables.Select(t => new JsonObject { ["group"] = t.Group?.In(voice), ["columns"] = Heads(t.Table), ["rows"] = Rows(t.Table) })]),
            ["charts"] = new JsonArray([.. section.Figures.Select(Chart)]),
        })]);
        return document;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)t)]);

    private IEnumerable<string> Sentences(Block block) => block switch
    {
        Heading h => [h.In(voice)],
        Paragraph p => [voice.Plain(p.Text)],
        Map { Legend: { } legend } => [voice.Plain(legend)],
        Sketch { Caption: { } read } => [voice.Plain(read)],
        Bullets b => b.Lines.Select(voice.Plain),
        Groups g => g.All.SelectMany(b => b).SelectMany(Sentences),
        Details d => d.Blocks.SelectMany(Sentences).Prepend(voice.Plain(d.Summary)),
        Answers a => a.All.SelectMany(x => new[] { x.Say, x.Why }).Select(voice.Plain).Where(t => t.Length > 0),
        _ => [],
    };

    private JsonObject Chart(Figure figure) => new()
    {
        ["id"] = figure.Id,
        ["title"] = voice.Plain(figure.Title),
        ["caption"] = voice.Plain(figure.Caption),
        ["alt"] = figure.Picture is { } picture ? voice.Plain(picture.Alt) : null,
        ["drawn"] = figure.Picture is not null,
        ["columns"] = figure.Numbers is { } heads ? Heads(heads) : new JsonArray(),
        ["rows"] = figure.Numbers is { } rows ? Rows(rows) : new JsonArray(),
    };

    private JsonArray Heads(Table table) => Texts(table.Columns.Select(c => voice.Plain(c.Name)));

    private JsonArray Rows(Table table) => new([.. table.Rows.Select(row => new JsonArray([.. row.Select(Cell)]))]);

    /// <summary>A number or a day by itself as such, all else as the words that are read.</summary>
    private JsonNode? Cell(Sentence cell) => CellValue.Of(cell) switch
    {
        long number => number,
        double number => number,
        DateOnly day => Say.Text($"{day:yyyy-MM-dd}"),
        _ => voice.Plain(cell),
    };
}
