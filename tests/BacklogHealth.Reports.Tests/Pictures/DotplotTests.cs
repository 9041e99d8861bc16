using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Pictures;
using CsCheck;

namespace BacklogHealth.Reports.Tests.Pictures;

public sealed partial class DotplotTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(25)]
    [InlineData(40)]
    [InlineData(70)]
    [InlineData(300)]
    public void Dots_in_time_stand_left_of_the_promised_day_and_late_ones_right_of_it(int dueAfter)
    {
        var due = Today.AddDays(dueAfter);
        var delivery = Delivery(due, [.. Enumerable.Range(0, 20).Select(i => (DateOnly?)Today.AddDays(20 + i * 3))]);

        var svg = Dotplot.Draw(delivery, Saying.English)!.Svg;

        var line = double.Parse(DueLine().Match(svg).Groups["x"].Value, CultureInfo.InvariantCulture);
        var dots = Dot().Matches(svg).Select(m => (Late: m.Groups["look"].Value == "late", X: double.Parse(m.Groups["x"].Value, CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(20, dots.Count);
        Assert.Equal(delivery.When.Dots.Count(d => d > due), dots.Count(d => d.Late));
        Assert.All(dots, d => Assert.True(d.Late ? d.X > line : d.X < line, $"dot at {d.X}, line at {line}"));
    }

    [Fact]
    public void A_promised_day_that_is_over_has_no_dot_in_time()
    {
        var svg = Dotplot.Draw(Delivery(Today.AddDays(-200), [.. Enumerable.Range(0, 20).Select(i => (DateOnly?)Today.AddDays(i))]), Saying.English)!;

        Assert.Equal(20, Dot().Matches(svg.Svg).Count(m => m.Groups["look"].Value == "late"));
        Assert.Contains("Fewer than 1 of 20 end by the promised day, 7 May.", svg.Alt.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Futures_beyond_the_forecast_are_drawn_apart_and_said()
    {
        var svg = Dotplot.Draw(Delivery(null, [.. Enumerable.Range(0, 20).Select(i => i < 17 ? Today.AddDays(i * 9) : (DateOnly?)null)]), Saying.English)!;

        Assert.Equal(20, Dot().Count(svg.Svg));
        Assert.Contains(">later<", svg.Svg, StringComparison.Ordinal);
        // A day is at most 50 wide, and "later" at most 50 in any language: they stand apart.
        Assert.All(DayLabel().Matches(svg.Svg), m => Assert.InRange(double.Parse(m.Groups["x"].Value, CultureInfo.InvariantCulture), 18, 380 - 50 - 25));
        Assert.Equal("Twenty equally likely futures of Release 2: the first ends on 23 November, three take longer than the forecast reaches.", svg.Alt.Plain);
    }

    [Fact]
    public void All_dots_stay_inside_the_picture() =>
        Gen.Select(Gen.Int[0, 700].Array[20], Gen.Int[-100, 800]).Sample((days, due) =>
        {
            var svg = Dotplot.Draw(Delivery(Today.AddDays(due), [.. days.Order().Select(d => (DateOnly?)Today.AddDays(d))]), Saying.English)!.Svg;
            return Dot().Matches(svg).All(m => double.Parse(m.Groups["x"].Value, CultureInfo.InvariantCulture) is > 0 and < 380 && double.Parse(m.Groups["y"].Value, CultureInfo.InvariantCulture) > 6);
        });

    [Fact]
    public void Without_a_forecast_there_is_no_picture() => Assert.Null(Dotplot.Draw(Delivery(Today, []), Saying.English));

    private static DeliveryOutlook Delivery(DateOnly? due, ImmutableArray<DateOnly?> dots) => new(
        "Release 2", due, false, 20, 12, 3,
        new Forecast { Question = ForecastQuestion.When, AsOf = Today, Items = 15, Method = $"test", Dots = dots, By = [new DoneBy(0.85, Today.AddDays(60), 61)] }, null, 0, [])
    {
        Work = new DeliveryWork(12, 3, null, null, []),
    };

    [GeneratedRegex("<circle class=\"(?<look>[a-z]+)\" cx=\"(?<x>[0-9.-]+)\" cy=\"(?<y>[0-9.-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dot();

    [GeneratedRegex("<text x=\"(?<x>[0-9.]+)\" y=\"[0-9.]+\" text-anchor=\"middle\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayLabel();

    [GeneratedRegex("<line class=\"due\" x1=\"(?<x>[0-9.-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DueLine();
}
