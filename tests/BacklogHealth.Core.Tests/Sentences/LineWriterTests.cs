using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Tests.Sentences;

/// <summary>What becomes of the words, the places and the marks of a sentence.</summary>
public class LineWriterTests
{
    [Theory]
    [InlineData(0, "0 items are ready")]
    [InlineData(1, "1 item is ready")]
    [InlineData(2, "2 items are ready")]
    [InlineData(1234, "1,234 items are ready")]
    public void A_number_chooses_the_form_of_its_words(int items, string said) =>
        Assert.Equal(said, English($"{items:# item|# items} {items:is|are} ready"));

    [Theory]
    [InlineData(0, "No item waits.")]
    [InlineData(1, "1 item waits.")]
    [InlineData(5, "5 items wait.")]
    public void A_third_form_stands_for_none(int items, string said) =>
        Assert.Equal(said, English($"{items:no item waits|# item waits|# items wait}."));

    [Theory]
    [InlineData(1, "Before: one thing, 1")]
    [InlineData(12, "Before: twelve things, 12")]
    [InlineData(13, "Before: 13 things, 13")]
    public void A_number_in_words_ends_at_twelve(int things, string said) =>
        Assert.Equal(said, English($"Before: {things:one thing|## things}, {things}"));

    [Fact]
    public void One_is_what_is_written_as_one()
    {
        Assert.Equal("1 week", English($"{1.04:# week|# weeks}"));
        Assert.Equal("1.1 weeks", English($"{1.06:# week|# weeks}"));
        Assert.Equal("Two weeks, 2.5 weeks", English($"{2.0:one week|## weeks}, {2.5:one week|## weeks}"));
        Assert.Equal("1 item", English($"{1L:# item|# items}"));
    }

    [Fact]
    public void Each_language_has_its_own_words_numbers_and_order()
    {
        var german = Saying.InGerman(("{0:# item|# items} came in since {1}, {2:%} of all.", "Seit dem {1} {0:ist # Eintrag|sind # Einträge} dazugekommen, {2:%} von allen."));
        static Sentence Of(int n) => $"{n:# item|# items} came in since {new DateOnly(2026, 10, 12)}, {0.5:%} of all.";

        Assert.Equal("1 item came in since 12 October 2026, 50 % of all.", English(Of(1)));
        Assert.Equal("Seit dem 12. Oktober 2026 ist 1 Eintrag dazugekommen, 50 % von allen.", german.Plain(Of(1)));
        Assert.Equal("Seit dem 12. Oktober 2026 sind 1.234 Einträge dazugekommen, 50 % von allen.", german.Plain(Of(1234)));
    }

    [Fact]
    public void Where_a_language_has_no_words_the_English_ones_stand() =>
        Assert.Equal("2,5 weeks since 12. Mai 2026", Saying.InGerman().Plain($"{2.5:# week|# weeks} since {new DateOnly(2026, 5, 12)}"));

    [Fact]
    public void A_sentence_in_a_place_is_said_in_the_same_language()
    {
        var german = Saying.InGerman(("{0} and {1}", "{0} sowie {1}"), ("two days", "zwei Tage"), ("{0:# week|# weeks}", "{0:# Woche|# Wochen}"));

        Assert.Equal("zwei Tage sowie 3 Wochen", german.Plain($"{(Sentence)$"two days"} and {(Sentence)$"{3:# week|# weeks}"}"));
    }

    [Fact]
    public void A_list_ends_with_the_languages_own_and()
    {
        static Sentence Of(params object[] values) => $"By {values}.";

        Assert.Equal("By a.", English(Of("a")));
        Assert.Equal("By a and b.", English(Of("a", "b")));
        Assert.Equal("By a, 2 and 3 March 2026.", English(Of("a", 2, new DateOnly(2026, 3, 3))));
        Assert.Equal("By a, 2 und 3. März 2026.", Saying.InGerman().Plain(Of("a", 2, new DateOnly(2026, 3, 3))));
        Assert.Equal("By two items and one.", English($"By {new Sentence[] { $"{2:item|## items}", $"{1:one|many}" }}."));
    }

    [Fact]
    public void What_stands_out_is_a_run_of_its_own() =>
        Assert.Equal(
            [new("In all "), new("3 items", Emphasis.Strong), new("; type "), new("ready --json", Emphasis.Code), new(".")],
            Runs($"In all **{3:# item|# items}**; type `ready --json`."));

    [Fact]
    public void Emphasis_ends_with_the_sentence_in_which_it_began() =>
        Assert.Equal(
            [new("One "), new("strong", Emphasis.Strong), new(" and "), new("cut", Emphasis.Code), new(" none.")],
            Runs($"One {(Sentence)$"**strong"} and {Sentence.Written("`cut")} none."));

    [Fact]
    public void What_is_typed_within_strong_words_leaves_them_strong() =>
        Assert.Equal(
            [new("All ", Emphasis.Strong), new("sync", Emphasis.Code), new(" now", Emphasis.Strong), new(".")],
            Runs($"**All {(Sentence)$"`sync` now"}**."));

    [Fact]
    public void A_run_keeps_its_link_and_takes_the_emphasis_of_its_place_where_it_has_none() =>
        Assert.Equal(
            [new("See "), new("CHK-1", Emphasis.Strong, "https://t.example/CHK-1"), new(" and "), new("fast", Emphasis.Mark), new(".")],
            Runs($"See **{new Run("CHK-1", Link: "https://t.example/CHK-1")}** and {new Run("fast", Emphasis.Mark)}."));

    [Theory]
    [InlineData("came in")]
    [InlineData("{0} of {1:# item|# items}")]
    [InlineData("**bold** `code` {{}} }{ {")]
    public void Data_are_never_translated_and_never_read_as_a_template(string title)
    {
        var german = Saying.InGerman((title, "falsch"), ("Title: {0}", "Titel: {0}"));

        Assert.Equal([new($"Titel: {title}")], german.Say($"Title: {title}").Runs);
        Assert.Equal([new("Titel: "), new(title)], german.Say($"Title: {new Run(title)}").Runs);
        Assert.Equal([new($"Titel: {title} und {title}")], german.Say($"Title: {new[] { title, title }}").Runs);
        Assert.Equal(title, german.Plain(Sentence.Data(title)));
    }

    [Fact]
    public void Words_in_the_readers_language_already_hold_nothing_but_what_is_to_be_typed()
    {
        var german = Saying.InGerman(("came in {{0}} **a** ", "falsch"));

        Assert.Equal([new("came in {0} **a** "), new("sync", Emphasis.Code)], german.Say(Sentence.Written("came in {0} **a** `sync`")).Runs);
    }

    [Fact]
    public void A_line_begins_with_a_capital_where_a_form_of_a_number_begins_it()
    {
        Assert.Equal("Two things", English($"{2:one thing|## things}"));
        Assert.Equal("Are ready", English($"{2:is|are} ready"));
        Assert.Equal("Two things came", English($"{""}{Sentence.None}{(Sentence)$"{2:one thing|## things}"} came"));
        Assert.Equal([new("Two", Emphasis.Strong), new(" of it")], Runs($"**{2:one|##}** of it"));
        Assert.Equal("Of two things", English($"Of {2:one thing|## things}"));
    }

    [Fact]
    public void A_text_or_a_sentence_has_a_capital_where_its_place_asks_for_one()
    {
        Assert.Equal("Über alles: Half of it, Chk", English($"{(Sentence)$"über alles":^}: {(Sentence)$"half of it":^}, {"chk":^}"));
        Assert.Equal([new("Half", Emphasis.Strong), new(" of it")], Runs($"**{(Sentence)$"half":^}** of it"));
        Assert.Equal("Über alles", Saying.InGerman(("{0}: all", "{0:^} alles"), ("above", "über")).Plain($"{(Sentence)$"above"}: all"));
    }

    [Fact]
    public void All_else_keeps_its_first_letter()
    {
        Assert.Equal("chk is late", English($"{"chk"} is late"));
        Assert.Equal("chk is late", English($"{new Run("chk")} is late"));
        Assert.Equal("all is late", English($"{(Sentence)$"all"} is late"));
        Assert.Equal("items", English($"items"));
        Assert.Equal("chk Two", English($"{new Run("chk"):^} {(Sentence)$"{2:one|##}":^}"));
    }

    [Fact]
    public void Marked_words_stand_out_and_lead_somewhere_in_any_language()
    {
        Sentence sentence = $"See **{new Marked($"all of {2:# item|# items}", Link: "https://t.example")}**, {new Marked($"now", Emphasis.Act)}.";

        Assert.Equal([new("See "), new("all of 2 items", Emphasis.Strong, "https://t.example"), new(", "), new("now", Emphasis.Act), new(".")], Runs(sentence));
        Assert.Equal("See all of 2 items, jetzt.", Saying.InGerman(("now", "jetzt")).Plain(sentence));
        Assert.Equal(sentence, (Sentence)$"See **{new Marked($"all of {2:# item|# items}", Link: "https://t.example")}**, {new Marked($"now", Emphasis.Act)}.");
    }

    private static string English(Sentence sentence) => Voice.English.Plain(sentence);

    private static ImmutableArray<Run> Runs(Sentence sentence) => Voice.English.Say(sentence).Runs;
}
