using System.Text;
using System.Text.Json;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Tests.Sentences;

/// <summary>The words of a language by the English ones.</summary>
public class LanguageTests
{
    [Fact]
    public void A_language_is_found_by_its_code()
    {
        Assert.Same(Language.German, Language.For("de"));
        Assert.Same(Language.English, Language.For("en"));
    }

    [Fact]
    public void German_has_the_words_of_this_room() =>
        Assert.Equal("Ab 3 Wochen", new Voice(Language.German, null).Plain($"Ab {(Sentence)$"{3:# week|# weeks}"}"));

    [Theory]
    [InlineData("fr")]
    [InlineData("DE")]
    [InlineData("")]
    public void A_language_without_words_is_said_in_English(string code) =>
        Assert.Same(Language.English, Language.For(code));

    [Fact]
    public void Words_are_added_to_those_that_there_are_whatever_their_section()
    {
        var language = Language.English.With(Saying.File(("one", [("yes", "ja")]), ("ONE", [("no", "nein")]))).With(Saying.File(("one", [("maybe", "vielleicht")])));

        Assert.Equal(["ja", "nein", "vielleicht"], language.Words.OrderByDescending(w => w.Key, StringComparer.Ordinal).Select(w => w.Value).Order(StringComparer.Ordinal));
        Assert.Empty(Language.English.Words);
    }

    [Fact]
    public void Words_for_one_sentence_in_two_sections_are_refused() =>
        Assert.Throws<ArgumentException>(() => Language.English.With(Saying.File(("one", [("yes", "ja")]), ("two", [("yes", "doch")]))));

    [Fact]
    public void Words_for_one_sentence_twice_in_a_section_are_refused() =>
        Assert.Throws<JsonException>(() => Language.English.With(new MemoryStream(Encoding.UTF8.GetBytes("""{"one":{"yes":"ja","yes":"doch"}}"""))));
}
