using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health;

/// <summary>The chance that something is done by a day.</summary>
/// <param name="Day">The day, included.</param>
/// <param name="Days">Calendar days from today to it, both included; 1 or more.</param>
/// <param name="Chance">0 to 1; never 1 in truth, whatever the machine rounds it to.</param>
public sealed record ChanceBy(DateOnly Day, int Days, double Chance);

/// <summary>A day that a forecast names, with the chance of that very day: no less than what was asked for, and no more than a day earlier would deny.</summary>
/// <param name="Probability">What was asked for: 0.5, 0.7, 0.85 or 0.95.</param>
/// <param name="By">The day.</param>
public sealed record ChanceSaid(double Probability, ChanceBy By);

/// <summary>
/// How the chance that a delivery is done grows with the days: the forecast read along the whole way. The day said at 85 % is the first on which the
/// chance is 85 % or more, to the last digit.
/// </summary>
/// <param name="Title">Name of the delivery as settings have it, or what the next items are called.</param>
/// <param name="IsNextItems">True where these are the next items as one.</param>
/// <param name="Items">Open items that have to be finished, as far as they are known.</param>
/// <param name="Due">The promised day; null where none is.</param>
/// <param name="ChanceByDue">The chance by that day; null where none is.</param>
/// <param name="Endless">The chance that it never ends, since more is added than finished; 0 to 1.</param>
/// <param name="Weeks">The chance by the end of each week from today on, until it is 95 % or two years have gone; ascending in both.</param>
/// <param name="Said">The days that the forecast names at 50, 70, 85 and 95 %, as far as they are reached, each with its chance.</param>
public sealed record DeliveryCurve(
    Sentence Title, bool IsNextItems, int Items, DateOnly? Due, double? ChanceByDue, double Endless, ImmutableArray<ChanceBy> Weeks, ImmutableArray<ChanceSaid> Said)
{
    private const double Enough = 0.95;

    /// <summary>One curve for each delivery with open items and a forecast, in their order, and one for the next items where none of them is that.</summary>
    public static ImmutableArray<DeliveryCurve> Of(TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        if (health.Forecaster is not { } forecaster)
        {
            return [];
        }

        // Deliveries ask for the same weeks: what is finished by then is worked out once.
        var finished = new Dictionary<int, Distribution>();
        var curves = health.Deliveries.Where(d => !d.IsDone && d.When.Enough)
            .Select(d => Curve(d.Title, d.IsNextItems, d.Remaining + d.Ahead, d.Work.All, d.When.By) with { Due = d.Due, ChanceByDue = d.ChanceByDue }).ToList();
        if (!health.Deliveries.Any(d => d.IsNextItems) && DeliveryMeasure.NextItems(health.Open) is { Count: > 0 } next)
        {
            var work = Work.Of(next.Count);
            var by = ForecastMaker.ByOf(forecaster.When(work, ForecastMaker.Probabilities), health.Today, ForecastMaker.Probabilities);
            curves.Add(Curve(DeliveryMeasure.TitleOf(next), true, next.Count, work, by));
        }

        return [.. curves];

        DeliveryCurve Curve(Sentence title, bool isNextItems, int items, Work work, ImmutableArray<DoneBy> said) =>
            new(title, isNextItems, items, null, null, work.Endless, [.. Weekly(work)], [.. said.Select(s => new ChanceSaid(s.Probability, By(work, s.Days)))]);

        IEnumerable<ChanceBy> Weekly(Work work)
        {
            for (var days = 7; days < Forecaster.LongestHorizon + 7; days += 7)
            {
                var by = By(work, Math.Min(days, Forecaster.LongestHorizon));
                yield return by;
                if (Distribution.Reaches(by.Chance, Enough))
                {
                    yield break;
                }
            }
        }

        ChanceBy By(Work work, int days) => new(health.Today.AddDays(days - 1), days, work.Known is null ? work.ChanceOf(Finished(days)) : forecaster.ChanceOf(work, days));

        Distribution Finished(int days) => finished.TryGetValue(days, out var known) ? known : finished[days] = forecaster.Items(days);
    }
}
