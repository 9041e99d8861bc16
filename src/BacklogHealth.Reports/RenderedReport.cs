using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports;

/// <summary>One report in its forms, with the same numbers in each. A form is written when it is first asked for, so that nobody waits for pictures who wants numbers.</summary>
public sealed class RenderedReport
{
    private readonly Lazy<string> _html, _markdown;
    private readonly Lazy<JsonNode> _json;
    private readonly Lazy<ImmutableArray<CsvFile>> _csv;

    internal RenderedReport(Page page, Func<JsonNode> json)
    {
        Content = page;
        _html = new(() => HtmlPage.Write(page));
        _markdown = new(() => MarkdownPage.Write(page));
        _json = new(json);
        _csv = new(() => CsvPage.Write(page));
    }

    /// <summary>What all forms are written from.</summary>
    internal Page Content { get; }

    /// <summary>One self-contained page.</summary>
    /// <exception cref="FileNotFoundException">The fonts that ship with the program are not there.</exception>
    public string Html => _html.Value;

    /// <summary>The same as text.</summary>
    public string Markdown => _markdown.Value;

    /// <summary>The numbers behind every chart and sentence, schema <c>backlog-health/report/1</c>.</summary>
    public JsonNode Json => _json.Value;

    /// <summary>Every table, and the numbers behind each chart, in the order of the page.</summary>
    public ImmutableArray<CsvFile> Csv => _csv.Value;

    /// <summary>Its first page as an e-mail.</summary>
    /// <param name="notes">What only the sender knows.</param>
    public MailPage Mail(MailNotes notes) => MailPages.Join([this], notes);
}

/// <summary>One table of a report as CSV.</summary>
/// <param name="Name">The part that it stands in, with the chart, or the name of the table where the part may have several: <c>duties</c>, <c>flow-work-item-ageing</c>, <c>not-ready-cl004</c>. The same each week, and never twice in one report.</param>
/// <param name="Text">RFC 4180: a head, commas, CRLF. A cell that a spreadsheet would run as a formula begins with an apostrophe.</param>
public sealed record CsvFile(string Name, string Text);
