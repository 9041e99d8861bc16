using BacklogHealth.Core.Flow;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class NotKnownTests
{
    private static readonly DateOnly Monday = DateOnly.FromDateTime(SampleHealth.Monday.Date);

    private static string Said(params DateOnly[] off) => ReportWriter.Render(Audience.Stakeholder, new SampleHealth { Change = input => input with { DaysOff = DaysOff.Of(off) } }.Input()).Markdown;

    [Fact]
    public void Holidays_that_nobody_named_are_not_in_the_forecasts() =>
        Assert.Contains("Holidays to come and changes in the team are not in them.", Said(Monday.AddDays(-30)), StringComparison.Ordinal);

    [Fact]
    public void Those_that_are_known_are_counted()
    {
        Assert.Contains("and how that of others has. Nothing is expected on the 3 days off that are known for the next two years. Absences of single people and changes in the team are not in them.", Said(Monday.AddDays(-30), Monday.AddDays(30), Monday.AddDays(31), Monday.AddDays(500)), StringComparison.Ordinal);
        Assert.Contains("Nothing is expected on the 1 day off that is known for the next two years.", Said(Monday.AddDays(30)), StringComparison.Ordinal);
    }
}
