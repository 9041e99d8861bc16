using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Tests.Sentences;

/// <summary>A sentence as data: its English words are the key, what stands in the places is kept as it was.</summary>
public class SentenceTests
{
    [Fact]
    public void An_interpolated_string_becomes_its_words_with_numbered_places()
    {
        Sentence sentence = $"{3:# item|# items} came in since {new DateOnly(2026, 10, 12):short}, {{as}} said.";

        Assert.Equal("{0:# item|# items} came in since {1:short}, {{as}} said.", sentence.Template);
        Assert.Equal([3, new DateOnly(2026, 10, 12)], sentence.Values);
    }

    [Fact]
    public void It_reads_in_English_with_the_year_of_each_day_and_backticks_about_what_is_to_be_typed()
    {
        Sentence sentence = $"**{2:# item|# items}** came in since {new DateOnly(2026, 10, 12)}: see `ready --json`.";

        Assert.Equal("2 items came in since 12 October 2026: see `ready --json`.", sentence.ToString());
        Assert.Equal("2 items came in since 12 October 2026: see `ready --json`.", $"{sentence}");
    }

    [Fact]
    public void Two_with_the_same_words_and_the_same_values_are_equal()
    {
        static Sentence Of(int n, params string[] names) => $"{n:# item|# items} of {names}, {(Sentence)$"{n:##}"} in all.";

        Assert.Equal(Of(2, "a", "b"), Of(2, "a", "b"));
        Assert.Equal(Of(2, "a", "b").GetHashCode(), Of(2, "a", "b").GetHashCode());
        Assert.NotEqual(Of(2, "a", "b"), Of(3, "a", "b"));
        Assert.NotEqual(Of(2, "a", "b"), Of(2, "a", "c"));
        Assert.NotEqual(Of(2, "a", "b"), Of(2, "a"));
        Assert.NotEqual<Sentence>($"a {1}", $"b {1}");
        Assert.False(Of(2).Equals(null));
    }

    [Fact]
    public void Words_in_the_readers_language_are_not_those_of_the_code() =>
        Assert.NotEqual<Sentence>(Sentence.Written("ready"), $"ready");

    [Fact]
    public void A_list_is_kept_as_it_was_when_the_sentence_was_written()
    {
        List<string> names = ["a", "b"];
        Sentence sentence = $"By {names}.";
        names.Add("c");

        Assert.Equal("By a and b.", sentence.ToString());
    }

    [Fact]
    public void What_nobody_can_say_is_told_where_it_is_written()
    {
        var error = Assert.Throws<ArgumentException>(() => { Sentence sentence = $"At {TimeSpan.Zero}."; });

        Assert.Equal(
            "A place of a sentence holds a TimeSpan; expected a text, a number, a day, a sentence, a run or a list of these. Put one of them into the place. (Parameter 'value')",
            error.Message);
        Assert.Throws<ArgumentException>(() => { Sentence sentence = $"At {new object[] { 'a' }}."; });
    }

    [Fact]
    public void A_place_without_a_value_says_nothing() =>
        Assert.Equal("Nobody: .", ((Sentence)$"Nobody: {(string?)null}{(int?)null}{(Sentence?)null}{Array.Empty<string>()}.").ToString());

    [Fact]
    public void A_number_or_a_day_by_itself_is_known_as_such()
    {
        Assert.Equal(3, ((Sentence)3).Value);
        Assert.Equal(3.5, ((Sentence)$"{3.5}").Value);
        Assert.Equal(0.85, ((Sentence)$"{0.85:%}").Value);
        Assert.Equal(new DateOnly(2026, 10, 12), ((Sentence)$"{new DateOnly(2026, 10, 12):short full}").Value);
        Assert.Equal("CHK-1", Sentence.Data("CHK-1").Value);
    }

    [Fact]
    public void With_words_about_or_in_its_place_nothing_stands_by_itself()
    {
        Assert.Null(((Sentence)$"{3} items").Value);
        Assert.Null(((Sentence)$"about {3}").Value);
        Assert.Null(((Sentence)$"{3:# item|# items}").Value);
        Assert.Null(((Sentence)$"{{{3}").Value);
        Assert.Null(((Sentence)$"{3}{4}").Value);
        Assert.Null(((Sentence)$"three").Value);
        Assert.Null(Sentence.None.Value);
    }

    [Fact]
    public void None_and_data_without_a_word_are_empty()
    {
        Assert.True(Sentence.None.IsEmpty);
        Assert.True(Sentence.Data("").IsEmpty);
        Assert.True(Sentence.Written("").IsEmpty);
        Assert.False(Sentence.Data("a").IsEmpty);
        Assert.Equal("", Sentence.None.ToString());
    }

    [Fact]
    public void Joined_sentences_follow_one_another_and_each_begins_with_a_capital()
    {
        var joined = Sentence.Join($"Three came.", Sentence.None, $"{2:one left|## left}.", $"{4} stay.");

        Assert.Equal("Three came. Two left. 4 stay.", joined.ToString());
        Assert.Equal("Then: Three came. Two left. 4 stay.", ((Sentence)$"Then: {joined}").ToString());
        Assert.True(Sentence.Join(Sentence.None, Sentence.None).IsEmpty);
    }

    [Fact]
    public void What_is_joined_by_a_sign_goes_on()
    {
        var joined = Sentence.JoinBy("; ", [$"Three came", Sentence.None, $"{2:one left|## left}"]);

        Assert.Equal("Three came; two left", joined.ToString());
        Assert.NotEqual(Sentence.JoinBy(" ", [$"a", $"b"]), Sentence.Join($"a", $"b"));
    }
}
