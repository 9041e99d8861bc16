using BacklogHealth.Anonymising;
using BacklogHealth.Core.WorkItems;
using CsCheck;

namespace BacklogHealth.Tests.Anonymising;

public sealed class AnonymousTextTests
{
    private static readonly Gen<StructuredText> Texts = Gen.Select(Gen.Int[0, 7], Gen.OneOf(new[] { "acmebank pays", "a fast page", "see Zürich?", "10 of 4711" }.Select(Gen.Const).ToArray()), Gen.Int[0, 3]).List[1, 12].Select(blocks =>
    {
        var builder = new StructuredTextBuilder();
        foreach (var (kind, words, inline) in blocks)
        {
            builder.Block((TextKind)kind, 1, kind == (int)TextKind.ListItem ? "- " : kind == (int)TextKind.Checkbox ? "[x] " : "").Append(words);
            if (inline > 0 && kind < (int)TextKind.Code)
            {
                builder.Append(" ").Inline(inline switch { 1 => TextKind.Link, 2 => TextKind.Mention, _ => TextKind.Code }, "acmebank", inline == 1 ? "https://acme.example" : null).Append(" end");
            }
        }

        return builder.Build();
    });

    private static AnonymousText Make()
    {
        var names = new AnonymousNames();
        return new AnonymousText(new AnonymousProse(new MadeUpWords(), names, new AnonymousKeys("Checkout", new Numbered(), new Numbered())), names);
    }

    [Fact]
    public void A_text_keeps_its_blocks_and_what_is_marked_in_them_and_loses_its_words() =>
        Texts.Sample(text =>
        {
            var made = Make().Of(text, german: false);
            Assert.Equal(text.Spans.Select(s => (s.Kind, s.Level)), made.Spans.Select(s => (s.Kind, s.Level)));
            Assert.Equal(text.Plain.Count(c => c == '\n'), made.Plain.Count(c => c == '\n'));
            Assert.Equal(text.Plain.Split(' ', '\n').Length, made.Plain.Split(' ', '\n').Length);
            Assert.DoesNotContain("acme", made.Plain + string.Concat(made.Spans.Select(s => s.Target)), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Zürich", made.Plain, StringComparison.Ordinal);
        });

    [Fact]
    public void In_code_and_in_the_names_of_people_no_word_stays()
    {
        var text = new StructuredTextBuilder().Block(TextKind.Code).Append("if (user must wait)").Block(TextKind.Paragraph).Inline(TextKind.Mention, "@Will Mark").Build();
        var made = Make().Of(text, german: false).Plain;
        Assert.Matches(@"^[a-z]{2} \([a-z]{4} [a-z]{4} [a-z]{4}\)\n@[A-Z][a-z]{3} [A-Z][a-z]{3}$", made);
        Assert.DoesNotMatch("(?i)if|user|must|wait|will|mark", made);
    }

    [Fact]
    public void Marks_of_lists_stay()
    {
        var text = new StructuredTextBuilder().Block(TextKind.ListItem, 1, "12. ").Append("acmebank").Block(TextKind.Checkbox, 0, "[ ] ").Append("acmebank").Build();
        Assert.Matches(@"^12\. [a-z]{8}\n\[ \] [a-z]{8}$", Make().Of(text, german: false).Plain);
    }

    [Fact]
    public void Pictures_become_files_with_their_ending()
    {
        var text = new StructuredTextBuilder().Inline(TextKind.Image, "acme.png", "https://acme.example/acme.png").Build();
        Assert.Equal(("file-1.png", "https://example.com/1"), (Make().Of(text, german: false).Plain, Make().Of(text, german: false).Spans.First(s => s.Kind == TextKind.Image).Target));
    }

    [Fact]
    public void German_is_told_by_its_commonest_words()
    {
        Assert.True(AnonymousText.IsGerman("Die Seite ist zu langsam und soll nicht warten"));
        Assert.False(AnonymousText.IsGerman("The page is too slow and should not die"));
    }
}
