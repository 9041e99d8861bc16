using BacklogHealth.Anonymising;
using CsCheck;

namespace BacklogHealth.Tests.Anonymising;

public sealed class AnonymousProseTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(new[] { "Zürich", "acmebank", "as", "a", "user", "fast", "e-mail", "don't", "OrderService", "jane.doe@acme.example", "https://acme.example/x?y=1", "C:\\Users\\jane", "v2.14", "10ms", "1999", "3", "(etc.)",
        "?", "Straße", "Москва", "東京", "\U0001D541ane", "\n", "- ", "e\u0301t\u00E9", "GmbH", "and/or", "key=value", "#12", "100%", "\U00020BB7\u91CE", "\U0001F600" }.Select(Gen.Const).ToArray()).List[0, 30].Select(w => string.Join(' ', w));

    private readonly MadeUpWords _words = new();
    private readonly AnonymousNames _names = new();

    private string Said(string text, bool german = false) => Prose().Replaced(text, 0, text.Length, german);

    private AnonymousProse Prose()
    {
        var keys = new AnonymousKeys("Checkout", new Numbered(), new Numbered());
        keys.Add(Testing.A.WorkItem("CHK-12"));
        return new AnonymousProse(_words, _names, keys);
    }

    [Fact]
    public void Words_that_rules_look_for_stay_and_others_become_made_up_ones() =>
        Assert.Matches("^As a [a-z]{7} I want [a-z]{4,} to be user-friendly, so that nobody must wait\\.$", Said("As a printer I want vouchers to be user-friendly, so that nobody must wait."));

    [Theory]
    [InlineData("jane.doe@acme.example", "name1@example.com")]
    [InlineData("(https://acme.example/wiki?page=7),", "(https://example.com/1),")]
    [InlineData("www.acme.example", "https://example.com/1")]
    [InlineData("CHK-12:", "A-1:")]
    [InlineData("3 items, 10ms?", "3")]
    public void Addresses_and_keys_get_others_of_their_kind(string text, string expected) => Assert.StartsWith(expected, Said(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("will.mark")]
    [InlineData("/home/will")]
    [InlineData("C:\\Users\\mark")]
    [InlineData("will_mark")]
    [InlineData("@mark")]
    [InlineData("mark2")]
    public void A_name_stays_nowhere_even_where_it_is_made_of_words_that_rules_look_for(string name)
    {
        var said = Said($"Ask {name} to check");
        Assert.DoesNotContain("mark", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("will", said, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("Ask ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_with_a_capital_stays_where_a_sentence_begins_or_nouns_have_one()
    {
        Assert.DoesNotContain("Will", Said("Please ask Will about it. Will it do?")[..20], StringComparison.Ordinal);
        Assert.EndsWith(". Will it do?", Said("Please ask Will about it. Will it do?"), StringComparison.Ordinal);
        Assert.Contains("Prüfen", Said("Bitte Prüfen", german: true), StringComparison.Ordinal);
        Assert.DoesNotContain("Check", Said("Please Check"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_word_becomes_the_same_word_in_its_case_and_with_its_end()
    {
        var said = Said("invoicer Invoicer INVOICER invoicers").Split(' ');
        Assert.Equal(said[0], said[1].ToLowerInvariant());
        Assert.Equal(said[0].ToUpperInvariant(), said[2]);
        Assert.True(char.IsUpper(said[1][0]));
        Assert.EndsWith("s", said[3], StringComparison.Ordinal);
        Assert.Equal(said[0].Length, "invoicer".Length);
    }

    [Fact]
    public void Numbers_become_others_of_as_many_digits_and_a_single_digit_stays()
    {
        Assert.Matches(@"^at least 3 of \d{4}, by \d{2}\.\d{2}\.\d{4}$", Said("at least 3 of 4711, by 17.04.1983"));
        Assert.DoesNotMatch("4711|17|04|1983", Said("at least 3 of 4711, by 17.04.1983"));
    }

    [Fact]
    public void No_word_of_a_text_is_left_but_those_that_rules_look_for_and_marks_spaces_and_lines_are() =>
        Texts.Sample(text =>
        {
            var said = Said(text);
            foreach (var canary in new[] { "Zürich", "acmebank", "jane", "acme", "Order", "Users", "Straße", "GmbH", "Москва", "東京", "1999", "value", "\u00E9", "\U0001D541", "\U00020BB7" })
            {
                Assert.DoesNotContain(canary, said, StringComparison.OrdinalIgnoreCase);
            }

            Assert.Equal(text.Split("\U0001F600").Length, said.Split("\U0001F600").Length);
            Assert.Equal(text.Where(char.IsWhiteSpace), said.Where(char.IsWhiteSpace));
            Assert.Equal(text.Count(c => c is ',' or '(' or ')'), said.Count(c => c is ',' or '(' or ')'));
        });

    [Fact]
    public void The_same_text_gives_the_same_words_whatever_came_before_in_another_export() =>
        Texts.Sample(text => Assert.Equal(
            new AnonymousProseTests().Said(text + " " + text),
            new AnonymousProseTests().Said(text + " " + text)));
}
