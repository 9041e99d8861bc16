using System.Globalization;
using BacklogHealth.Connectors.Files;

namespace BacklogHealth.Connectors.Tests.Files;

public sealed class InstantsTests
{
    [Theory]
    [InlineData("2026-03-02", "2026-03-02 00:00:00")]
    [InlineData(" 2026-03-02 09:10:11 ", "2026-03-02 09:10:11")]
    [InlineData("2026-03-02T09:10", "2026-03-02 09:10:00")]
    [InlineData("2026-03-02T09:10:11Z", "2026-03-02 09:10:11")]
    [InlineData("2026-03-02T09:10:11.250+02:00", "2026-03-02 07:10:11")]
    [InlineData("2026-03-02T09:10:11.000-0800", "2026-03-02 17:10:11")]
    [InlineData("2026-03-02 09:10:11 +02:00", "2026-03-02 07:10:11")]
    [InlineData("2026-03-02 09:10:11 UTC", "2026-03-02 09:10:11")]
    [InlineData("02.03.2026", null)]
    [InlineData("3/2/2026", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("0001-01-01", null)]
    [InlineData("10000-01-01", null)]
    [InlineData("now", null)]
    public void Iso_dates_are_instants_in_utc_and_nothing_else_is(string cell, string? instant) =>
        Assert.Equal(instant, Instants.Read(cell)?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
}
