using BacklogHealth.Core.Health;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class PromisesTests
{
    private static readonly DateOnly Spring = new(2026, 4, 6);

    private static string[] Sentences(params GivenForecast[] given) =>
        [.. AnswersTests.Parts(new SampleHealth { Given = given })["how-sure"]["sentences"]!.AsArray().Select(s => s!.GetValue<string>())];

    private static GivenForecast Said(int week, int items) => new(null, Spring.AddDays(7 * week), Spring.AddDays((7 * week) + 27), items, 0.85);

    [Fact]
    public void Statements_that_came_due_are_counted_and_the_last_miss_is_named()
    {
        Assert.Contains(
            "1 of 2 statements that our reports made with “17 of 20 futures” and whose day has passed came true; the last of them did not: 900 items or more by 10 May.",
            Sentences(Said(0, 1), Said(1, 900)));
        Assert.Contains(
            "2 of 2 statements that our reports made with “17 of 20 futures” and whose day has passed came true.",
            Sentences(Said(0, 1), Said(1, 2)));
    }

    [Fact]
    public void Statements_that_wait_are_counted_with_the_first_day()
    {
        var monday = DateOnly.FromDateTime(SampleHealth.Monday.Date);
        Assert.Contains(Sentences(new GivenForecast(null, monday.AddDays(-7), monday.AddDays(21), 4, 0.85)), s => s == "1 statement of earlier reports waits for its day; the first comes on 14 December.");
    }

    [Fact]
    public void Where_nothing_was_said_nothing_is_told() => Assert.DoesNotContain(Sentences(), s => s.Contains("our reports", StringComparison.Ordinal) || s.Contains("earlier reports", StringComparison.Ordinal));
}
