using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring;

public sealed class KnownWordsTests
{
    [Theory]
    [InlineData("should")]
    [InlineData("user-friendly")]
    [InlineData("creating")]
    [InlineData("schnelle")]
    [InlineData("angelegt")]
    [InlineData("avec")]
    public void A_word_that_tells_how_something_is_said_is_known_in_any_language(string word) => Assert.True(KnownWords.Holds(word));

    [Theory]
    [InlineData("shopper")]
    [InlineData("twint")]
    [InlineData("switzerland")]
    [InlineData("kafka")]
    [InlineData("acmebank")]
    public void A_word_that_names_a_thing_or_a_person_is_not_whether_a_list_has_it_or_none(string word) => Assert.False(KnownWords.Holds(word));

    [Theory]
    [InlineData("vouchers", "s")]
    [InlineData("digitizing", "izing")]
    [InlineData("lieferungen", "ungen")]
    [InlineData("bus", "")]
    public void The_end_of_a_word_is_the_longest_that_tells_something(string word, string end) => Assert.Equal(end, KnownWords.EndOf(word));
}
