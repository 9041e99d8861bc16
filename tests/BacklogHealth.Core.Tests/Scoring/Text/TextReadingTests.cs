using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Text;

public sealed class TextReadingTests
{
    [Theory]
    [InlineData("Read `the code` here", "read here")]
    [InlineData("Click \"Save and close\" now", "click now")]
    [InlineData("Don't stop 'quoted words' here", "don't stop here")]
    [InlineData("See https://a.example/b?c=d, please", "see please")]
    [InlineData("Write to po@acme.example today", "write to today")]
    [InlineData("Open /etc/hosts or c:\\temp\\x now", "open or now")]
    [InlineData("{code}int x{code} after {{inline}} it", "after it")]
    [InlineData("The {color:red}red{color} word", "the red word")]
    [InlineData("[~anna] asked [docs|https://a.example] for it", "asked for it")]
    [InlineData("and/or stays", "and or stays")]
    public void Only_prose_is_read(string text, string words) => Assert.Equal(words, Words(StructuredText.FromPlain(text)));

    [Fact]
    public void What_the_structure_marks_as_no_prose_is_not_read()
    {
        var text = new StructuredTextBuilder()
            .Block(TextKind.Paragraph).Append("See ").Inline(TextKind.Link, "the fast page", "https://a.example").Append(" now")
            .Block(TextKind.Code).Append("fast code")
            .Block(TextKind.Quote).Append("they said fast")
            .Block(TextKind.ListItem, 1, "- ").Append("a list")
            .Build();

        Assert.Equal("see now a list", Words(text));
    }

    [Fact]
    public void A_sentence_that_begins_with_code_is_a_sentence()
    {
        var text = new StructuredTextBuilder()
            .Block(TextKind.Paragraph).Inline(TextKind.Code, "stream list").Append(" should show the status")
            .Block(TextKind.Paragraph).Inline(TextKind.Code, "xd:>stream list")
            .Build();

        Assert.Equal("should show the status", Words(text));
    }

    [Theory]
    [InlineData("One. Two! Three? four", 4)]
    [InlineData("Phones, tablets etc. are meant.", 1)]
    [InlineData("Use e.g. Firefox. Then stop.", 2)]
    [InlineData("Version 2.0 is out", 1)]
    [InlineData("Flat text    next line", 2)]
    public void Sentences_end_where_readers_end_them(string text, int sentences) => Assert.Equal(sentences, Read(StructuredText.FromPlain(text)).Sentences.Length);

    [Theory]
    [InlineData("2026-03-01 12:00:01 INFO started")]
    [InlineData("  at org.shop.Basket.add(Basket.java:12)")]
    [InlineData("Caused by: java.lang.NullPointerException")]
    [InlineData("if (a == b) { return; }")]
    [InlineData("{\"a\": 1, \"b\": [2, 3]}")]
    [InlineData("return the sum of all orders that are open;")]
    [InlineData("SELECT name, sum FROM orders WHERE open AND name LIKE something;")]
    public void Logs_and_code_are_told_by_their_look(string line) => Assert.Equal("", Words(StructuredText.FromPlain(line)));

    [Fact]
    public void A_sentence_about_code_may_end_as_code_does() =>
        Assert.NotEqual("", Words(StructuredText.FromPlain("Not all of the events declare what they need with defined('INTERNAL') || die();")));

    [Theory]
    [InlineData("- [ ] a box", LineKind.Checkbox)]
    [InlineData("* a point", LineKind.ListItem)]
    [InlineData("1. a step", LineKind.ListItem)]
    [InlineData("h3. a heading", LineKind.Heading)]
    [InlineData("Acceptance criteria:", LineKind.Heading)]
    [InlineData("A sentence.", LineKind.Paragraph)]
    public void Lines_of_plain_text_are_told_by_their_marks(string line, object kind) => Assert.Equal(kind, Assert.Single(Read(StructuredText.FromPlain(line)).Lines).Kind);

    private static TextReading Read(StructuredText text) => TextReading.Of("description", text, LanguageWords.For("en"));

    private static string Words(StructuredText text) => string.Join(' ', Read(text).Words.Select(w => w.Lower));
}
