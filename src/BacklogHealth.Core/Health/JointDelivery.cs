using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Health;

/// <summary>One team's part of a delivery.</summary>
/// <param name="Team">The team.</param>
/// <param name="AsOf">First day of its forecasts.</param>
/// <param name="Outlook">What can be said of the part alone.</param>
/// <param name="Forecaster">The team's forecaster; null where its history carries none.</param>
/// <param name="Move">How the part moved within a week; null where that is not known.</param>
public sealed record DeliveryPart(string Team, DateOnly AsOf, DeliveryOutlook Outlook, Forecaster? Forecaster, DeliveryMove? Move);

/// <summary>
/// A delivery of one or several teams on one calendar: it is done when its last part is. The paces of teams are taken to move independently; where one
/// cause slows all of them, the true chance of an early day is higher and that of a late day, too.
/// </summary>
/// <param name="Parts">One for each team, in the order of settings.</param>
/// <param name="By">Done by a day at 50, 70, 85 and 95 %; what is not reached within the longest horizon is left out; empty where a part has no forecast.</param>
/// <param name="ChanceByDue">Chance that the last part is done on or before the promised day; null where none is promised or a part has no forecast.</param>
public sealed record JointDelivery(ImmutableArray<DeliveryPart> Parts, ImmutableArray<DoneBy> By, double? ChanceByDue)
{
    /// <summary>True where no part has anything left to do.</summary>
    public bool Done => Parts.All(p => p.Outlook.Remaining == 0);

    /// <summary>Why there are no numbers: the reasons of the parts that have none, by team; empty where there are.</summary>
    public ImmutableArray<(string Team, string Reason)> WhyNot => [.. Parts.Where(p => p.Outlook.Remaining > 0 && p.Outlook.When.WhyNot is not null).Select(p => (p.Team, p.Outlook.When.WhyNot!))];

    /// <summary>Joins the parts.</summary>
    /// <param name="parts">At least one.</param>
    public static JointDelivery Of(ImmutableArray<DeliveryPart> parts)
    {
        var open = parts.Where(p => p.Outlook.Remaining > 0).ToList();
        if (open.Exists(p => p.Forecaster is null))
        {
            return new JointDelivery(parts, [], null);
        }

        var first = parts.Max(p => p.AsOf);
        var due = parts[0].Outlook.Due;
        return new JointDelivery(parts, open.Count == 0 ? [] : DoneBy(open, first), due is not { } day ? null : Chance(open, day));
    }

    /// <summary>Chance that all parts are done on or before a day.</summary>
    private static double Chance(List<DeliveryPart> open, DateOnly day)
    {
        var chance = 1.0;
        foreach (var part in open)
        {
            var days = Math.Min(day.DayNumber - part.AsOf.DayNumber + 1, Forecaster.LongestHorizon);
            chance *= days < 1 ? 0 : part.Forecaster!.Items(days).ChanceOfAtLeast(part.Outlook.Remaining + part.Outlook.Ahead);
        }

        return chance;
    }

    private static ImmutableArray<DoneBy> DoneBy(List<DeliveryPart> open, DateOnly first)
    {
        var by = ImmutableArray.CreateBuilder<DoneBy>();
        var shortest = 1;
        foreach (var probability in ForecastMaker.Probabilities)
        {
            var (low, high) = (shortest, Forecaster.LongestHorizon + 1);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = Distribution.Reaches(Chance(open, first.AddDays(middle - 1)), probability) ? (low, middle) : (middle + 1, high);
            }

            if (low > Forecaster.LongestHorizon)
            {
                break;
            }

            shortest = low;
            by.Add(new DoneBy(probability, first.AddDays(low - 1), low));
        }

        return by.ToImmutable();
    }
}
