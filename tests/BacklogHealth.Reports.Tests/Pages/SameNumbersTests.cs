using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Tests.Words;
using CsvHelper;

namespace BacklogHealth.Reports.Tests.Pages;

/// <summary>Page, text, document and tables of each report say the same: each form is read by itself, as its own reader would, and held against the others.</summary>
public sealed class SameNumbersTests
{
    private static readonly Dictionary<(Audience, string), Lazy<RenderedReport>> Made = Audiences.All.SelectMany(a => new[] { (a, "en"), (a, "de") }).ToDictionary(r => r, r => new Lazy<RenderedReport>(() => Render(r.a, r.Item2)));

    public static TheoryData<Audience, string> Reports => new(Made.Keys);

    [Theory, MemberData(nameof(Reports))]
    public void Each_sentence_of_the_page_stands_in_the_document_and_in_the_text(Audience audience, string language)
    {
        var report = Made[(audience, language)].Value;
        var text = Unmarked(report.Markdown);
        var at = 0;
        foreach (var (part, section) in Sections(report))
        {
            var sentences = part["sentences"]!.AsArray().Select(s => SaidNumbers.Flat(s!.GetValue<string>())).ToList();

            Assert.Equal(sentences, Sentences(section));
            foreach (var sentence in sentences)
            {
                at = text.IndexOf(sentence, at, StringComparison.Ordinal);
                Assert.True(at >= 0, $"the text lacks “{sentence}”, or says it elsewhere");
            }
        }
    }

    [Theory, MemberData(nameof(Reports))]
    public void Each_cell_of_each_table_says_the_same_number_or_day_in_all_forms(Audience audience, string language)
    {
        var report = Made[(audience, language)].Value;
        var files = report.Csv.ToDictionary(c => c.Name, c => Rows(c.Text), StringComparer.Ordinal);
        var texts = new Queue<ImmutableArray<string[]>>(Tables(report.Markdown));
        foreach (var (part, section) in Sections(report))
        {
            var tables = section.QuerySelectorAll("table").Where(t => t.Closest("figure") is null).Select(Rows).ToList();
            var documents = part["tables"]!.AsArray();
            Assert.Equal(documents.Count, tables.Count);
            for (var i = 0; i < tables.Count; i++)
            {
                var name = i == 0 ? $"{part["id"]}" : FormattableString.Invariant($"{part["id"]}-{i + 1}");
                Same(documents[i]!, tables[i], files[name], language);
                Assert.Equal(tables[i], texts.Dequeue());
                files.Remove(name);
            }

            var figures = section.QuerySelectorAll("figure").ToList();
            var charts = part["charts"]!.AsArray();
            Assert.Equal(charts.Count, figures.Count);
            foreach (var (chart, figure) in charts.Zip(figures).Where(c => c.First!["drawn"]!.GetValue<bool>()))
            {
                var name = $"{part["id"]}-{chart!["id"]}";
                Same(chart, Rows(figure.QuerySelector("table")!), files[name], language);
                files.Remove(name);
            }
        }

        Assert.Empty(files);
        Assert.Empty(texts);
    }

    [Theory, MemberData(nameof(Reports))]
    public void Each_chart_has_the_same_title_caption_and_description_in_page_text_and_document(Audience audience, string language)
    {
        var report = Made[(audience, language)].Value;
        var text = Unmarked(report.Markdown);
        foreach (var (part, section) in Sections(report))
        {
            foreach (var (chart, figure) in part["charts"]!.AsArray().Zip(section.QuerySelectorAll("figure")))
            {
                string?[] said = [Text(figure.QuerySelector("h3")!), Text(figure.QuerySelector("figcaption p")!), Alt(figure)];

                Assert.Equal(new[] { "title", "caption", "alt" }.Select(n => chart![n]?.GetValue<string>()), said);
                Assert.All(said.OfType<string>(), s => Assert.Contains(s, text, StringComparison.Ordinal));
            }
        }
    }

    private static void Same(JsonNode document, ImmutableArray<string[]> page, ImmutableArray<string[]> file, string language)
    {
        var columns = document["columns"]!.AsArray().Select(c => SaidNumbers.Flat(c!.GetValue<string>())).ToList();
        var rows = document["rows"]!.AsArray();
        var group = document["group"]?.GetValue<string>();
        var own = Enumerable.Range(0, file[0].Length).Where(i => !(i == 0 && group is not null) && !(i > 0 && file[0][i] == $"{file[0][i - 1]}, {(language == "de" ? "Link" : "link")}")).ToList();

        Assert.Equal(columns, page[0]);
        Assert.Equal(columns, own.Select(i => SaidNumbers.Flat(file[0][i])));
        Assert.Equal(rows.Count, page.Length - 1);
        Assert.Equal(rows.Count, file.Length - 1);
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < columns.Count; c++)
            {
                var value = rows[r]![c];
                Assert.True(SaidNumbers.Say(page[r + 1][c], value, Language.For(language)), $"“{columns[c]}”, row {r + 1}: the page says “{page[r + 1][c]}”, the document {value?.ToJsonString()}");
                Assert.Equal(SaidNumbers.Flat(value!.ToString()), SaidNumbers.Flat(file[r + 1][own[c]].TrimStart('\'')));
            }

            Assert.True(group is null || file[r + 1][0] == group);
        }
    }

    private static RenderedReport Render(Audience audience, string language) => ReportWriter.Render(audience, language == "de" ? GermanSample.Input(new SampleHealth()) : new SampleHealth().Input());

    /// <summary>The parts of the document, each with its section of the page; one without blocks has none, and says nothing.</summary>
    private static IEnumerable<(JsonNode Part, IElement Section)> Sections(RenderedReport report)
    {
        var page = new HtmlParser().ParseDocument(report.Html);
        foreach (var part in JsonNode.Parse(report.Json.ToJsonString())!["parts"]!.AsArray())
        {
            if (page.GetElementById(part!["id"]!.GetValue<string>()) is { } section)
            {
                yield return (part, section);
            }
            else
            {
                Assert.Empty(part["sentences"]!.AsArray());
            }
        }
    }

    /// <summary>What is said outside of figures and tables; of the answers, what is answered.</summary>
    private static List<string> Sentences(IElement section) =>
        [.. section.QuerySelectorAll("h2:not(.ask),h3,p,li,summary").Where(e => e.Closest("figure") is null && e.Closest(".answer details") is null).Select(Text)];

    private static string? Alt(IElement figure) =>
        figure.QuerySelector("img")?.GetAttribute("alt") ?? figure.QuerySelector("svg")?.GetAttribute("aria-label");

    private static string Text(IElement element) => SaidNumbers.Flat(element.TextContent);

    private static ImmutableArray<string[]> Rows(IElement table) =>
        [.. table.QuerySelectorAll("tr").Select(r => r.QuerySelectorAll("th,td").Select(Text).ToArray())];

    private static ImmutableArray<string[]> Rows(string csv)
    {
        using var reader = CsvReader.FromText(csv, new CsvReaderOptions { Separator = ',', HasHeader = false });
        var rows = ImmutableArray.CreateBuilder<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows.ToImmutable();
    }

    private static IEnumerable<ImmutableArray<string[]>> Tables(string markdown)
    {
        var rows = new List<string[]>();
        foreach (var line in markdown.Split('\n').Append(""))
        {
            if (line.StartsWith('|'))
            {
                rows.Add([.. Cells(line).Select(Unmarked).Select(SaidNumbers.Flat)]);
            }
            else if (rows.Count > 0)
            {
                yield return [rows[0], .. rows.Skip(2)];
                rows.Clear();
            }
        }
    }

    private static IEnumerable<string> Cells(string line)
    {
        var begin = 1;
        for (var at = 1; at < line.Length; at++)
        {
            if (line[at] == '|' && line[at - 1] != '\\')
            {
                yield return line[begin..at];
                begin = at + 1;
            }
        }
    }

    /// <summary>Markdown as its reader sees it.</summary>
    private static string Unmarked(string markdown)
    {
        var text = new StringBuilder();
        for (var at = 0; at < markdown.Length; at++)
        {
            switch (markdown[at])
            {
                case '\\' when at + 1 < markdown.Length:
                    text.Append(markdown[++at]);
                    break;
                case ']' when at + 2 < markdown.Length && markdown[at + 1] == '(':
                    at = markdown.IndexOf('>', at) + 1;
                    break;
                case '[' or '*' or '_' or '`':
                    break;
                default:
                    text.Append(markdown[at]);
                    break;
            }
        }

        return text.ToString();
    }
}
