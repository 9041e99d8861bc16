using System.Globalization;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Testing;

namespace BacklogHealth.Core.Tests.Forecasting;

/// <summary>The usual method on public projects: what is said of it in the documents must come out of our own backtest.</summary>
public sealed class PublicProjectsTests(ITestOutputHelper output)
{
    [Fact]
    public void The_usual_methods_85_percent_holds_about_76_percent_of_the_time_at_four_weeks()
    {
        var (held, said, below) = (0, 0, 0.0);
        var points = 0;
        foreach (var file in Directory.GetFiles(Folder(), "*.csv").Order(StringComparer.Ordinal))
        {
            var dates = File.ReadLines(file).Where(l => l.Length > 0).Select(l => DateOnly.Parse(l, CultureInfo.InvariantCulture));
            foreach (var point in new Backtest(FinishHistory.OfDates(dates), known => new UsualMethod(known)).HowMany(28))
            {
                points++;
                below += ShareAtLeast(point);
                foreach (var statement in point.Said.AtLeast.Where(a => a.Probability == 0.85))
                {
                    said++;
                    held += point.Actual >= statement.Items ? 1 : 0;
                }
            }
        }

        output.WriteLine(FormattableString.Invariant($"{points} points; said {said}, held {held}: {(double)held / said:P1}; by the transform: {below / points:P1}"));
        Assert.InRange((double)held / said, 0.70, 0.82);
        Assert.InRange(below / points, 0.66, 0.79);
    }

    // The share of the quantiles' steps in which the actual number lies at or above the 15 % point: ties are split evenly.
    private static double ShareAtLeast(HowManyPoint point)
    {
        var less = point.Quantiles.Count(q => q < point.Actual) + 0.5;
        var notMore = point.Quantiles.Count(q => q <= point.Actual) + 0.5;
        return notMore <= less ? (less >= 15 ? 1 : 0) : Math.Clamp((notMore - 15) / (notMore - less), 0, 1);
    }

    private static string Folder()
    {
        var found = Repository.Beside("data", "finish-dates");
        Assert.SkipWhen(found is null, "The public finish dates are not at hand beside the repository.");
        return found;
    }
}
