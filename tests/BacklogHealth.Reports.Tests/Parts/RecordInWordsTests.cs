using BacklogHealth.Core.Forecasting;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class RecordInWordsTests
{
    [Theory]
    [InlineData(28, 38, "Our 85 % held 28 of 38 times before, where 32 would be right: the date is less sure than it sounds.")]
    [InlineData(33, 39, "Our 85 % held 33 of 39 times before.")]
    [InlineData(2, 2, "There is no record of such statements yet.")]
    public void In_short(int times, int of, string words) => Assert.Equal(words, RecordInWords.Short(new HeldBefore(0.85, times, of)).Plain);

    [Theory]
    [InlineData(28, 38, "; 85 % would have been 32. The numbers are less sure than they sound.")]
    [InlineData(34, 40, "; 85 % would have been 34.")]
    [InlineData(20, 20, "; 85 % would have been 17. The numbers are on the careful side.")]
    [InlineData(11, 12, "; 85 % would have been 10. So short a record says little yet.")]
    public void At_length(int times, int of, string end) =>
        Assert.Equal($"Our 85 % held {times} of {of} times when the same statement was made at past points of this team's own history{end}", RecordInWords.Long(new HeldBefore(0.85, times, of)).Plain);

    [Theory]
    [InlineData(10, 10, "We went back to 10 past points of this team's history and said there by when 17 of 20 futures end. It came true all 10 times; 17 of 20 would have been 8 or 9. So short a record says little yet.")]
    [InlineData(45, 52, "We went back to 52 past points of this team's history and said there by when 17 of 20 futures end. It came true 45 times; 17 of 20 would have been 44.")]
    [InlineData(3, 7, "We went back to 7 past points of this team's history and said there by when 17 of 20 futures end. It came true 3 times; 17 of 20 would have been 6. The days above are less sure than they sound.")]
    public void Without_percentages(int times, int of, string words) => Assert.Equal(words, RecordInWords.Plain(new HeldBefore(0.85, times, of)).Plain);

    [Fact]
    public void Where_there_is_none_that_is_said()
    {
        Assert.Equal("There is no record of such statements yet.", RecordInWords.Short(null).Plain);
        Assert.Equal("There is no record yet of how often such statements held: the history is too short to walk through.", RecordInWords.Long(null).Plain);
        Assert.Equal("There is no record yet: the history is too short to look back and check.", RecordInWords.Plain(null).Plain);
    }
}
