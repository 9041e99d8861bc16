using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Sentences;

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
/// <param name="Parts">One for each team that has items in it, in the order of settings; all teams where none has.</param>
/// <param name="By">Done by a day at 50, 70, 85 and 95 %; what is not reached within the longest horizon is left out; empty where a part has no forecast.</param>
/// <param name="ChanceByDue">Chance that the last part is done on or before the promised day; null where none is promised or a part has no forecast.</param>
public sealed record JointDelivery(ImmutableArray<DeliveryPart> Parts, ImmutableArray<DoneBy> By, double? ChanceByDue)
{
    /// <summary>True where no part has anything left to do.</summary>
    public bool Done => Parts.All(p => p.Outlook.IsDone);

    /// <summary>Why there are no numbers: the reasons of the parts that have none, by team; empty where there are.</summary>
    public ImmutableArray<(string Team, Sentence Reason)> WhyNot => [.. Parts.Where(p => p.Outlook.When.WhyNot is not null).Select(p => (p.Team, p.Outlook.When.WhyNot!))];

    /// <summary>The days of <see cref="By"/>, were nothing added; empty where what is added is not known of any part.</summary>
    public ImmutableArray<DoneBy> IfNothingAdded { get; init; } = [];

    /// <summary>Twenty futures of the last part, as <see cref="Forecast.Dots"/> has them of one team; empty where a part has no forecast or nothing is left to do.</summary>
    public ImmutableArray<DateOnly?> Dots { get; init; } = [];

    /// <summary>Keys or ids that settings name and no team knows.</summary>
    public ImmutableArray<string> NotFound { get; init; } = [];

    /// <summary>Joins the parts.</summary>
    /// <param name="all">One for each team of the delivery, at least one.</param>
    public static JointDelivery Of(ImmutableArray<DeliveryPart> all)
    {
        var some = all.Where(p => p.Outlook.Total > 0 || p.Outlook.UnslicedEpics > 0).ToImmutableArray();
        return Join(some.IsEmpty ? all : some) with
        {
            NotFound = [.. all[0].Outlook.NotFound.Where(name => all.All(p => p.Outlook.NotFound.Contains(name, StringComparer.OrdinalIgnoreCase)))],
        };
    }

    /// <summary>The chance that all deliveries with a promised day and a forecast are done by it; null where there are fewer than two.</summary>
    public static double? AllByDue(IReadOnlyCollection<JointDelivery> deliveries)
    {
        var due = deliveries.Where(d => d.ChanceByDue is not null).ToList();
        return due.Count < 2 ? null : JointChance.Of([.. due.SelectMany(d => d.Parts).Where(p => !p.Outlook.IsDone)
            .Select(p => new Demand(p.Team, p.Forecaster!, p.Outlook.Work.All, p.Outlook.Due!.Value.DayNumber - p.AsOf.DayNumber + 1))]);
    }

    private static JointDelivery Join(ImmutableArray<DeliveryPart> parts)
    {
        var open = parts.Where(p => !p.Outlook.IsDone).ToList();
        if (open.Exists(p => p.Forecaster is null || !p.Outlook.When.Enough))
        {
            return new JointDelivery(parts, [], null);
        }

        var chanceByDue = parts.Aggregate((double?)1, (chance, part) => chance * part.Outlook.ChanceByDue);
        if (open.Count == 0)
        {
            return new JointDelivery(parts, [], chanceByDue);
        }

        var first = open.Max(p => p.AsOf);
        return new JointDelivery(parts, ByOf(work => work.All), chanceByDue)
        {
            IfNothingAdded = open.TrueForAll(p => p.Outlook.Work.Growth is null) ? [] : ByOf(work => work.NothingAdded),
            Dots = ForecastMaker.DotsOf(DaysOf(open, first, work => work.All, ForecastMaker.DotProbabilities), first),
        };

        ImmutableArray<DoneBy> ByOf(Func<DeliveryWork, Work> workOf) =>
            ForecastMaker.ByOf(DaysOf(open, first, workOf, ForecastMaker.Probabilities), first, ForecastMaker.Probabilities);
    }

    // Days from the first on until all parts are done, one for each probability.
    private static ImmutableArray<int?> DaysOf(List<DeliveryPart> open, DateOnly first, Func<DeliveryWork, Work> workOf, ImmutableArray<double> probabilities)
    {
        var parts = open.ConvertAll(p => (p.Forecaster, p.AsOf, Work: workOf(p.Outlook.Work)));
        return Forecaster.Shortest(days => Chance(first.AddDays(days - 1)), probabilities);

        // Chance that all parts are done on or before a day, on or behind the first of each.
        double Chance(DateOnly day) => parts.Aggregate(1.0, (chance, part) =>
            chance * part.Forecaster!.ChanceOf(part.Work, Math.Min(day.DayNumber - part.AsOf.DayNumber + 1, Forecaster.LongestHorizon)));
    }
}
