using BacklogHealth.Connectors.Files;
using BacklogHealth.Connectors.Tests.Text;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;
using CsCheck;

namespace BacklogHealth.Connectors.Tests.Files;

public sealed class ItemTextTests
{
    private static readonly Gen<string> Words = Gen.OneOf(new[] { "pay", "a < b & c", "{code}x{code}", "**bold**", "`run()`", "h1. no heading", "| a | b |", "[x]y", "# 3", "\"said\"", "!a.png!", "{{tt}}", "Größe" }.Select(Gen.Const).ToArray()).List[1, 4].Select(w => string.Join(' ', w));

    private static readonly Gen<StructuredText> Texts = Gen.Select(Gen.Int[0, 6], Words, Gen.Int[0, 4], Gen.Int[1, 3]).List[1, 12].Select(blocks =>
    {
        var builder = new StructuredTextBuilder();
        var depth = 0;
        foreach (var (kind, words, inline, level) in blocks)
        {
            depth = kind == (int)TextKind.ListItem ? Math.Min(level, depth + 1) : kind == (int)TextKind.Checkbox ? 1 : 0;
            _ = (TextKind)kind switch
            {
                TextKind.ListItem => builder.Block(TextKind.ListItem, depth, "- "),
                TextKind.Checkbox => builder.Block(TextKind.Checkbox, level % 2, level % 2 == 1 ? "[x] " : "[ ] "),
                TextKind.Heading => builder.Block(TextKind.Heading, level),
                TextKind.TableRow => builder.Block(TextKind.TableRow, level % 2),
                var other => builder.Block(other),
            };
            builder.Append(words);
            if (inline > 0 && kind != (int)TextKind.Code)
            {
                builder.Append(" ").Inline((TextKind)((int)TextKind.Code + inline - 1), "name.png", inline is 2 or 3 ? "https://example.com/1?a=b&c" : null).Append(" end");
            }
        }

        return builder.Build();
    });

    [Fact]
    public void What_is_written_is_read_again_with_the_same_words_and_the_same_structure() =>
        Texts.Sample(text =>
        {
            var read = AnyText.Read(ItemText.Of(text));
            Assert.Equal(text.Plain, read.Plain);
            Assert.Equal(text.Spans(), read.Spans());
        });

    [Fact]
    public void It_stands_on_one_line_and_says_what_it_is() =>
        Assert.Equal(
            "<h2>Why</h2><ol start=\"2\"><li>two</li></ol><pre>x<br>  y</pre><p>a &#60; b</p>",
            ItemText.Of(new StructuredTextBuilder().Block(TextKind.Heading, 2).Append("Why").Block(TextKind.ListItem, 1, "2. ").Append("two").Block(TextKind.Code).Append("x\n  y").Block(TextKind.Paragraph).Append("a < b").Build()));

    [Fact]
    public void A_text_without_structure_is_a_paragraph_and_none_is_nothing()
    {
        Assert.Equal("<p>a<br>b</p>", ItemText.Of(new StructuredText("a\nb", [])));
        Assert.Equal("", ItemText.Of(StructuredText.Empty));
    }
}
