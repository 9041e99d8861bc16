using System.Text.RegularExpressions;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Testing;

namespace BacklogHealth.Reports.Tests.Pages;

public sealed class HtmlPageTests
{
    private static string Write(Language language, params Block[] blocks) => HtmlPage.Write(new Page($"Checkout", $"As of today", new Voice(language, new DateOnly(2026, 11, 23)), [new Section("part", [.. blocks])]));

    [Theory]
    [InlineData("en", "Only rows with", "{shown} of {all} rows")]
    [InlineData("de", "Nur Zeilen mit", "{shown} von {all} Zeilen")]
    public void The_words_of_the_controls_stand_in_the_page_in_its_language(string language, string filter, string shown)
    {
        var html = Write(ReportLanguages.For(language));

        Assert.Contains($"<body data-filter=\"{filter}\" data-shown=\"{shown}\" data-sort-by=", html, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
    }

    // Whatever it shows comes from the page, and whatever the page holds stays text: it makes no markup, and reaches nothing beyond the page.
    [Fact]
    public void The_script_has_no_words_and_no_way_out_of_its_own()
    {
        var code = string.Join('\n', File.ReadAllLines(Repository.Path("src", "BacklogHealth.Reports", "Pages", "report.js")).Where(l => !l.StartsWith("//", StringComparison.Ordinal)));

        Assert.All(Regex.Matches(code, "\"[^\"]*\"", RegexOptions.None, TimeSpan.FromSeconds(5)), m => Assert.DoesNotMatch("[A-Z]|[a-z] [a-z]+ [a-z]", m.Value));
        Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval|Function\\(|fetch|XMLHttpRequest|WebSocket|import|localStorage|cookie|location", code);
        Assert.InRange(code.Length, 500, 6000);
    }

    [Theory]
    [InlineData("n\u0308\u0303", "n\u0308\u0303")]
    [InlineData("ཧྐྵྨླྺྼྻྂ", "ཧྐྵྨླྺྼྻྂ")]
    public void Marks_on_a_letter_are_kept_as_far_as_any_script_has_them(string text, string shown) => Assert.Equal(shown, HtmlPage.Encode(text));

    [Fact]
    public void A_tower_of_marks_is_cut_before_it_covers_other_lines()
    {
        var tower = string.Concat(Enumerable.Repeat("\u0335\u030D", 100));

        Assert.Equal("Z" + tower[..8] + "algo " + tower[..8] + "!", HtmlPage.Encode($"Z{tower}algo {tower}!"));
    }

    [Fact]
    public void Each_cell_tells_its_value_where_its_words_do_not_sort()
    {
        var html = Write(Language.German, Table.Of([new($"Piece"), new($"Items", ColumnKind.Number), new($"By", ColumnKind.Named)], [[Sentence.Data("Refunds"), 1234, $"{new DateOnly(2026, 2, 1)}"]]));

        Assert.Contains("<td data-name=\"Piece\">Refunds</td><td class=\"n\" data-name=\"Items\" data-value=\"1234\">1.234</td><td class=\"named\" data-name=\"By\" data-value=\"2026-02-01\">1. Februar</td>", html, StringComparison.Ordinal);
    }
}
