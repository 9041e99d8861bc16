using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class MoveInWordsTests
{
    [Theory]
    [InlineData(6, 4, 2, "6 days later", "4 days from what was added and 2 days from slower finishing or a changed order")]
    [InlineData(-246, 13, -259, "35 weeks earlier", "13 days later by what was added and 37 weeks earlier by faster finishing or a changed order")]
    [InlineData(5, 9, -4, "5 days later", "9 days later by what was added and 4 days earlier by faster finishing or a changed order")]
    [InlineData(-1, 0, -1, "1 day earlier", "1 day from faster finishing or a changed order")]
    [InlineData(3, 3, 0, "3 days later", "3 days from what was added")]
    public void Causes_add_up_to_the_move(int days, int scope, int pace, string move, string why)
    {
        var delivery = new DeliveryMove("Release 2", new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 23), days, scope, pace, 12, 13);

        Assert.Equal((move, why), (MoveInWords.Long(delivery).Plain, MoveInWords.Why(delivery).Plain));
    }
}
