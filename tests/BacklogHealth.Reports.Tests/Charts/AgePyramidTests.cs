using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Charts;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class AgePyramidTests
{
    [Theory]
    [InlineData(4, 2, "2 of 20 waiting items have not been touched for 180 days")]
    [InlineData(4, 1, "1 of 20 waiting items has not been touched for 180 days")]
    [InlineData(4, 0, "4 of 20 waiting items have not been touched for 90 days")]
    [InlineData(0, 0, "Every waiting item was touched within 90 days")]
    public void The_title_tells_of_the_longest_sleep(int untouched, int zombies, string title) => Assert.Equal(title, Of(untouched, zombies).Title.Plain);

    [Fact]
    public void Ages_are_named_from_the_youngest_to_the_oldest() =>
        Assert.Equal(["Below 1 month", "1–3 months", "1–2 years", "2 years or more"], Of(4, 2).Numbers.Rows.Select(r => r[0].Plain), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Unknown_ages_are_counted_and_left_out() => Assert.Equal("Waiting items by age in months, epics left out, n = 20; 3 of unknown age left out", Of(4, 2).Caption.Plain);

    [Fact]
    public void Nothing_that_waits_is_said() => Assert.Equal("No item waits whose age is known.", new AgePyramid(new BacklogAge([], 0, null, 0, 0)).TooLittle!.Plain);

    private static AgePyramid Of(int untouched, int zombies) => new(new BacklogAge(
        [new AgeClass(0, 1, 10, 10, 0), new AgeClass(1, 3, 4, 4, 0), new AgeClass(12, 24, 6 - untouched, 6 - untouched, 0), new AgeClass(24, null, untouched, 0, zombies)],
        3, 40, zombies, 20));
}
