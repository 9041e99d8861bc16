namespace BacklogHealth.Reports.Tests.Words;

/// <summary>Each fault of the words of a language is found, and told with what to do.</summary>
public class WordsCheckTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public void Words_with_the_same_places_and_marks_are_fine()
    {
        Assert.Empty(Faults("""$"{n:# item|# items} came in since {day:short}, see `sync`: **{name}**." """, "Seit dem {1:full} {0:ist # Eintrag|sind # Einträge} dazugekommen, siehe `sync`: **{2:^}**."));
        Assert.Empty(Faults("""$"{n} of {name}" """, "{0:##} von {1}"));
        Assert.Empty(Faults("""$"<{n} m" """, "<{0} Mon."));
        Assert.Empty(Faults("""$"{n}, {day}: {name}" """, null));
        Assert.Empty(Faults("""$"{day:full}, {name}" """, "{0:full}, {1} Uhr"));
    }

    [Fact]
    public void Of_two_places_that_hold_the_same_one_is_enough()
    {
        Assert.Empty(Faults("""$"{n:# item|# items} {n:is|are} ready" """, "{0:# Eintrag ist|# Einträge sind} bereit"));
        Assert.Equal(
            ["""de.json: "{0:# item|# items} {1:is|are} ready": the German words do not say {1:is|are}, which holds other. Say it."""],
            Faults("""$"{n:# item|# items} {other:is|are} ready" """, "{0:# Eintrag ist|# Einträge sind} bereit"));
    }

    [Fact]
    public void A_sentence_without_German_words_is_told_as_it_is_to_be_added() =>
        Assert.Equal(
            ["""A.cs(6): found a sentence without German words; expected them in de.json. Add there: "\"{0}\" said {{it}}": "…" """.TrimEnd()],
            Faults(""" $"\"{name}\" said {{it}}" """, null));

    [Fact]
    public void Words_that_no_source_says_are_left_over() =>
        Assert.Equal(
            ["""de.json: found words for "gone", which no source of this room says. Take them away, or write their English as the source has it."""],
            new WordsCheck("de.json", new Dictionary<string, string> { ["gone"] = "fort" }).Faults([], Nothing));

    [Fact]
    public void What_has_words_in_the_room_below_needs_none_and_may_have_none()
    {
        var sentences = EnglishSentence.In(Source(""" $"one" """)).ToList();
        var below = new Dictionary<string, string> { ["one"] = "eins" };

        Assert.Empty(new WordsCheck("de.json", Nothing).Faults(sentences, below));
        Assert.Equal(
            ["""de.json: found words for "one", which has words in the room below. Take them away here."""],
            new WordsCheck("de.json", below).Faults(sentences, below));
    }

    [Theory]
    [InlineData("{0:# Eintrag|# Einträge}", "the German words do not say {1}, which holds name. Say it.")]
    [InlineData("{0:# Eintrag|# Einträge} {1} {2}", "found the place {2} in the German words; the English ones have 2. Take it away.")]
    [InlineData("{0:kein Eintrag|# Eintrag|# Einträge} {1}", "found 3 forms in {0:kein Eintrag|# Eintrag|# Einträge} of the German words; expected 2 as in English. Write as many.")]
    [InlineData("{0:# Einträge} {1}", "in the German words, found {0:# Einträge} for n; expected a number as it is, %, ##, 0.00, or two or three forms with | between them. Write one of these.")]
    [InlineData("{0} {1:a|b}", "in the German words, found {1:a|b} for name; expected words as they are, or ^ for a capital. Write one of these.")]
    [InlineData("{0} {1", "in the German words a { begins no place such as {0}. Close it.")]
    [InlineData("{0} {1} }", "in the German words a } stands alone. Close it.")]
    [InlineData("{0} {1} **da", "in the German words a ** is not closed. Close it.")]
    [InlineData("{0} {1} `da", "in the German words a backtick is not closed. Close it.")]
    [InlineData("**{0}** {1}", "found 2 times ** in the German words; expected 0 as in English. Let the same words stand out.")]
    [InlineData("{0} {1} `da`", "what is to be typed is [da] in German; expected [] as in English. It is the same in every language.")]
    [InlineData("{0} {1}.", "the German words end with \".\"; expected \"\" as in English. Other sentences may go on behind it.")]
    public void German_words_that_cannot_be_said_are_told(string german, string fault) =>
        Assert.Equal([$"de.json: \"{{0:# item|# items}} {{1}}\": {fault}"], Faults("""$"{n:# item|# items} {name}" """, german));

    [Theory]
    [InlineData("""$"{n:several} came" """, "found {0:several} for n; expected a number as it is, %, ##, 0.00, or two or three forms with | between them. Write one of these.")]
    [InlineData("""$"on {day:long}" """, "found {0:long} for day; expected a day as it is, full, short, short full or weekday. Write one of these.")]
    [InlineData("""$"of {name:short}" """, "found {0:short} for name; expected words as they are, or ^ for a capital. Write one of these.")]
    [InlineData("""$"**loud" """, "\"**loud\": a ** is not closed. Close it.")]
    public void English_words_that_cannot_be_said_are_told_where_they_stand(string english, string fault) =>
        Assert.Equal([$"A.cs(6): {fault}"], new WordsCheck("de.json", Nothing).Faults([.. EnglishSentence.In(Source(english))], EnglishSentence.In(Source(english)).ToDictionary(s => s.Template.Text, s => s.Template.Text)));

    private static IEnumerable<string> Faults(string english, string? german)
    {
        var sentences = EnglishSentence.In(Source(english)).ToList();
        return new WordsCheck("de.json", german is null ? Nothing : new() { [sentences[0].Template.Text] = german }).Faults(sentences, Nothing);
    }

    private static SourceRoom Source(string sentence) => SourceRoom.OfSources(("A.cs", $$"""
        using BacklogHealth.Core.Sentences;

        static class A
        {
            public static Sentence Of(int n, int? other, DateOnly day, string name) =>
                {{sentence.Trim()}};
        }
        """));
}
