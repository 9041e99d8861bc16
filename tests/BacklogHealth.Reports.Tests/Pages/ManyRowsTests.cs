using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Tests.Pages;

/// <summary>Numbers behind a chart of a team with very many items: a page shows the first and says so, files have all.</summary>
public sealed class ManyRowsTests
{
    private static Page Page(int rows, Voice voice) => new(
        $"Big", $"As of today", voice,
        [new Section("flow", [new SideBySide([new Figure("many", $"Many", $"n = {rows}", $"What?", new SvgPicture("<svg></svg>", $"Many points in one cloud, as there are."), Table.Of([new($"Item"), new($"Days", ColumnKind.Number)], Enumerable.Range(1, rows).Select(i => new[] { Sentence.Data(FormattableString.Invariant($"BIG-{i}")), i })))])])]);

    [Fact]
    public void A_page_shows_the_first_five_hundred_and_says_how_many_more_there_are()
    {
        var html = HtmlPage.Write(Page(12_345, Saying.English));

        Assert.Equal(500, html.Split("<td class=\"n\"").Length - 1);
        Assert.Contains("</div>\n<p class=\"note\">And 11,845 more rows. The forms csv and json of this report have them all.</p>\n</details>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"note\">Und 11.845 weitere Zeilen. Die Formen csv und json dieses Berichts enthalten alle.</p>", HtmlPage.Write(Page(12_345, new Voice(ReportLanguages.For("de"), null))), StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_as_it_shows_are_shown_without_a_word() => Assert.DoesNotContain("more row", HtmlPage.Write(Page(500, Saying.English)), StringComparison.Ordinal);

    [Fact]
    public void The_file_has_all() => Assert.EndsWith("\r\nBIG-12345,12345\r\n", CsvPage.Write(Page(12_345, Saying.English)).Single().Text, StringComparison.Ordinal);
}
