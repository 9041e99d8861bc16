using BacklogHealth.Anonymising;
using BacklogHealth.Core.Scoring;
using CsCheck;

namespace BacklogHealth.Tests.Anonymising;

public sealed class MadeUpWordsTests
{
    [Fact]
    public void Different_words_become_different_words_that_no_rule_looks_for()
    {
        var words = new MadeUpWords();
        var made = Enumerable.Range(0, 30_000).Select(i => words.Word("q" + Letters(i))).ToList();
        Assert.Equal(made.Count, made.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(30_000, words.Count);
        Assert.DoesNotContain(made, m => KnownWords.Holds(m));
    }

    [Fact]
    public void A_word_is_as_long_as_the_one_it_stands_for()
    {
        var words = new MadeUpWords();
        Gen.Char['a', 'z'].Array[5, 30].Select(c => new string(c)).Sample(w => Assert.Equal(w.Length, words.Word(w).Length), threads: 1);
    }

    [Fact]
    public void Nothing_of_a_word_goes_into_the_one_that_stands_for_it()
    {
        var (one, other) = (new MadeUpWords(), new MadeUpWords());
        Assert.Equal(one.Word("kqwxhpq"), other.Word("zyxwvuq"));
    }

    [Fact]
    public void A_long_number_keeps_its_length()
    {
        var words = new MadeUpWords();
        Gen.Char['0', '9'].Array[2, 60].Select(c => new string(c)).Sample(n => Assert.Equal(n.Length, words.Number(n).Length), threads: 1);
    }

    // Ends with a letter that no end of a word has.
    private static string Letters(int i) => string.Concat(Enumerable.Range(0, 5).Select(p => (char)('a' + (i / (int)Math.Pow(20, p) % 20)))) + "q";
}
