using System.Collections.Immutable;
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
    private static readonly string[] Names = [.. Audiences.All.Select(Audiences.NameOf), ReportNames.StoryMap, ReportNames.WhatWeCanTell, ReportNames.Portfolio];

    private static readonly Dictionary<(string, string), Lazy<RenderedReport>> Made =
        Names.SelectMany(n => new[] { (Name: n, Language: "en"), (Name: n, Language: "de") }).ToDictionary(r => r, r => new Lazy<RenderedReport>(() => Render(r.Name, r.Language)));

    public static TheoryData<string, string> Reports => new(Made.Keys);

    [Theory, MemberData(nameof(Reports))]
    public void Page_text_and_document_have_one_title(string name, string language)
    {
        var report = Made[(name, language)].Value;
        var title = SaidNumbers.Flat(report.Json["title"]!.GetValue<string>());

        Assert.Equal(title, Text(new HtmlParser().ParseDocument(report.Html).QuerySelector("h1")!));
        Assert.Equal($"# {title}", SaidNumbers.Flat(ReadMarkdown.Unmarked(report.Markdown.Split('\n')[0])));
        Assert.Equal((name, language), (report.Json["audience"]!.GetValue<string>(), report.Json["language"]!.GetValue<string>()));
    }

    [Theory, MemberData(nameof(Reports))]
    public void Each_sentence_of_the_page_stands_in_the_document_and_in_the_text(string name, string language)
    {
        var report = Made[(name, language)].Value;
        var text = ReadMarkdown.Unmarked(report.Markdown);
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
    public void Each_cell_of_each_table_says_the_same_number_or_day_in_all_forms(string name, string language)
    {
        var report = Made[(name, language)].Value;
        var files = report.Csv.ToDictionary(c => c.Name, c => Rows(c.Text), StringComparer.Ordinal);
        var texts = new Queue<ImmutableArray<string[]>>(ReadMarkdown.Tables(report.Markdown));
        foreach (var (part, section) in Sections(report))
        {
            var tables = section.QuerySelectorAll("table").Where(t => t.Closest("figure") is null).Select(Rows).ToList();
            var documents = part["tables"]!.AsArray();
            Assert.Equal(documents.Count, tables.Count);
            for (var i = 0; i < tables.Count; i++)
            {
                // Named after what the table is of; in the order of the page.
                var file = report.Csv.First(f => files.ContainsKey(f.Name) && (f.Name == $"{part["id"]}" || f.Name.StartsWith($"{part["id"]}-", StringComparison.Ordinal))).Name;
                Same(documents[i]!, tables[i], files[file], language);
                Assert.Equal(tables[i], texts.Dequeue());
                files.Remove(file);
            }

            var figures = section.QuerySelectorAll("figure").ToList();
            var charts = part["charts"]!.AsArray();
            Assert.Equal(charts.Count, figures.Count);
            foreach (var (chart, figure) in charts.Zip(figures).Where(c => c.First!["drawn"]!.GetValue<bool>()))
            {
                var file = $"{part["id"]}-{chart!["id"]}";
                Same(chart, Rows(figure.QuerySelector("table")!), files[file], language);
                files.Remove(file);
            }
        }

        Assert.Empty(files);
        Assert.Empty(texts);
    }

    [Theory, MemberData(nameof(Reports))]
    public void Each_chart_has_the_same_title_caption_and_description_in_page_text_and_document(string name, string language)
    {
        var report = Made[(name, language)].Value;
        var text = ReadMarkdown.Unmarked(report.Markdown);
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

    private static RenderedReport Render(string name, string language)
    {
        ReportInput Input(SampleHealth sample) => language == "de" ? GermanSample.Input(sample) : sample.Input();
        return name switch
        {
            ReportNames.Portfolio => ReportWriter.Portfolio([.. SamplePortfolio.Teams.Select(Input)], SamplePortfolio.Shared),
            ReportNames.StoryMap => ReportWriter.StoryMap(Input(new SampleHealth { Change = SampleGoals.Of(30), Sprints = [] })),
            ReportNames.WhatWeCanTell => ReportWriter.WhatWeCanTell(Input(SampleLearned.With(SampleLearned.Usual))),
            _ => ReportWriter.Render(Audiences.All.Single(a => Audiences.NameOf(a) == name), Input(new SampleHealth())),
        };
    }

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

    /// <summary>What is said outside of figures, tables and maps; of the answers, what is answered.</summary>
    private static List<string> Sentences(IElement section) =>
        [.. section.QuerySelectorAll("h2:not(.ask),h3,p,li,summary").Where(e => e.Closest("figure, .map, .answer details") is null).Select(Text)];

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
}
