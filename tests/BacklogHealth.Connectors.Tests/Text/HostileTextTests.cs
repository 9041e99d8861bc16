using System.Text.Json;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;
using CsCheck;

namespace BacklogHealth.Connectors.Tests.Text;

public sealed class HostileTextTests
{
    // Pieces of which the markups are made, so that what chance puts together looks like markup.
    private static readonly string[] Pieces =
    [
        "word", "Zwölf", " ", "  ", "    ", "\n", "\r\n", "\t", "* ", "** ", "# ", "- ", "1. ", "h2. ", "|", "||", "[", "]", "(", ")", "{", "}", "{code}", "{code:java}", "{quote}",
        "{{", "}}", "{noformat}", "{html}", "{panel:title=a}", "!", "!a.png!", "\\", "\\\\", "_", "*", "+", "`", "```", "> ", "<", ">", "<p>", "</p>", "<ul>", "<li>", "<table>", "<tr>", "<td>",
        "<a href='x'>", "</a>", "<b>", "<pre>", "<input type=checkbox>", "<img alt='", "'", "\"", "&amp;", "&#0;", "&#xD800;", "\0", "\uD83D\uDE00", "\uD800", "\uDC00", "\uFEFF", "\u2028",
        "https://example.test/a", "[~x]", "[a|b]", "[x] ", "[ ] ", "|---|", "$", "---", "~~", "![", "](", "<!--", "<script>", "bq. ",
    ];

    private static readonly (string Name, Func<string, StructuredText> Read)[] Readers =
    [
        ("wiki", WikiMarkupText.Read), ("html", HtmlText.Read), ("markdown", MarkdownText.Read), ("plain", PlainText.Read), ("any", AnyText.Read),
        ("adf", s => AdfText.Read(JsonSerializer.SerializeToElement(s.Replace('\uD800', 'a').Replace('\uDC00', 'b')))),
    ];

    public static TheoryData<string> ReaderNames => [.. Readers.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(ReaderNames))]
    public void Any_text_is_read_and_the_promises_hold(string reader)
    {
        var read = Array.Find(Readers, r => r.Name == reader).Read;
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Sample(pieces => read(string.Concat(pieces)).KeepsItsPromises(), iter: 3_000, threads: 1);
        Gen.String.Sample(text => read(text).KeepsItsPromises(), iter: 1_000, threads: 1);
    }

    [Theory]
    [MemberData(nameof(ReaderNames))]
    public void Plain_words_stay_as_they_are(string reader)
    {
        var read = Array.Find(Readers, r => r.Name == reader).Read;
        Gen.Char["abcdefgxyzÄß"].Array[1, 9].Select(c => new string(c)).Array[1, 12].Sample(
            words => Assert.Equal(string.Join(' ', words), read(string.Join(' ', words)).Plain), iter: 500, threads: 1);
    }

    // No clock here: what is not linear would run for minutes on these, and nobody would overlook that.
    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("{code}")]
    [InlineData("{")]
    [InlineData("{{")]
    [InlineData("*a ")]
    [InlineData("_a *b +c ")]
    [InlineData("|")]
    [InlineData("|a")]
    [InlineData("|a\n")]
    [InlineData("[a|")]
    [InlineData("* \n")]
    [InlineData("* a\n")]
    [InlineData("a\n")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("<")]
    [InlineData("<div>")]
    [InlineData("<b a=1>x")]
    [InlineData("<a ")]
    [InlineData("<a b=\"")]
    [InlineData("<p>")]
    [InlineData("<li>")]
    [InlineData("<td>")]
    [InlineData("<x></y>")]
    [InlineData("`a")]
    [InlineData("**a _b")]
    [InlineData("[a](b")]
    [InlineData("[a][b] ")]
    [InlineData("http://a)")]
    [InlineData("www.a ")]
    [InlineData("!a")]
    [InlineData("&amp")]
    [InlineData("    1. ")]
    [InlineData("(((((((((")]
    [InlineData("\\")]
    [InlineData("<!--")]
    [InlineData("a | b\n")]
    [InlineData("[ ] a\n")]
    public void Two_hundred_thousand_characters_of_the_same_are_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        Assert.All(Readers, r => Assert.NotNull(r.Read(text)));
    }
}
