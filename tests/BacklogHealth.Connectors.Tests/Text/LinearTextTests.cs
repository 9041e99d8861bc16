using System.Text.Json;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Text;

/// <summary>
/// Reading grows with the text and no faster. What is counted is the memory that is asked for, which is the same at every run; what copies the rest
/// of the text at each step asks for sixteen times as much where the text is four times as long.
/// </summary>
public sealed class LinearTextTests
{
    private const int Short = 20_000;

    private static readonly (string Name, Func<string, StructuredText> Read)[] Readers =
    [
        ("wiki", WikiMarkupText.Read), ("html", HtmlText.Read), ("markdown", MarkdownText.Read), ("plain", PlainText.Read), ("any", AnyText.Read),
        ("document", text => AdfText.Read(JsonSerializer.SerializeToElement(new { type = "doc", content = text.Chunk(5).Select(c => new { type = "paragraph", content = new[] { new { type = "text", text = new string(c) } } }) }))),
    ];

    [Theory]
    [InlineData("[a|b] ")]
    [InlineData("* a\n")]
    [InlineData("h2. a\n\nb\n")]
    [InlineData("|a|b|\n")]
    [InlineData("{code}a{code}\n")]
    [InlineData("{quote}a{quote}\n")]
    [InlineData("{panel:title=a}b{panel}\n")]
    [InlineData("*a* _b_ +c+ ")]
    [InlineData("!a.png! ")]
    [InlineData("<p>a</p>")]
    [InlineData("<ul><li>a</li></ul>")]
    [InlineData("<table><tr><td>a</td></tr></table>")]
    [InlineData("&amp;a ")]
    [InlineData("- a\n")]
    [InlineData("- [ ] a\n")]
    [InlineData("> a\n\n")]
    [InlineData("`a` **b** ")]
    [InlineData("| a | b |\n|---|---|\n")]
    [InlineData("https://example.test/a ")]
    [InlineData("a")]
    [InlineData("\\[")]
    public void A_text_four_times_as_long_takes_four_times_as_much(string piece)
    {
        var shortText = string.Concat(Enumerable.Repeat(piece, Short / piece.Length));
        var longText = string.Concat(Enumerable.Repeat(shortText, 4));
        Assert.All(Readers, reader =>
        {
            var (once, fourfold) = (Counted(reader.Read, shortText), Counted(reader.Read, longText));
            Assert.True(fourfold < (8 * once) + 1_000_000, $"{reader.Name}: {once:N0} bytes for {shortText.Length} characters, {fourfold:N0} for {longText.Length}");
        });
    }

    private static long Counted(Func<string, StructuredText> read, string text)
    {
        read(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
