namespace BacklogHealth.Tests.CommandLine;

public class NearestWordTests
{
    [Theory]
    [InlineData("forcast", "forecast")]
    [InlineData("REPORT", "report")]
    [InlineData("scroe", "score")]
    [InlineData("exlpain", "explain")]
    public void A_slip_of_the_fingers_is_understood(string typed, string meant) =>
        Assert.Equal(meant, NearestWord.To(typed, ["forecast", "report", "score", "explain"]));

    [Fact]
    public void Something_else_altogether_is_not_guessed_at() =>
        Assert.Null(NearestWord.To("frobnicate", ["forecast", "report", "score"]));

    [Fact]
    public void Of_two_equally_near_words_the_first_by_letters_is_taken() =>
        Assert.Equal("bat", NearestWord.To("mat", ["cat", "bat"]));
}
