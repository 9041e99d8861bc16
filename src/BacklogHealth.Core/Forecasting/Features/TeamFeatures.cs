using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting.Scope;

namespace BacklogHealth.Core.Forecasting.Features;

/// <summary>A team's part of a feature: a large piece of work that one or several teams do.</summary>
/// <param name="Feature">The feature; the same for each team.</param>
/// <param name="Work">What the team has to finish of it, with what will be added, without what comes in between.</param>
/// <param name="Ahead">Open items that belong to no feature and come before the last item of this part.</param>
/// <param name="InBacklogOrder">What the team finishes in all until this part is done, where it works down its backlog item by item.</param>
public sealed record FeaturePart(string Feature, Work Work, int Ahead, Work InBacklogOrder);

/// <summary>A team with its parts of features in the order in which it takes them up.</summary>
/// <param name="Team">The team.</param>
/// <param name="Forecaster">How many items it finishes.</param>
/// <param name="AsOf">First day of its forecasts.</param>
/// <param name="AtOnce">How many features it works on at once, 1 or more, the next beginning when one of them is done; null where it works down its backlog item by item, whatever feature they belong to.</param>
/// <param name="Unplanned">What comes in between; null where it is not known.</param>
/// <param name="Parts">Its parts, the first to be taken up first.</param>
public sealed record TeamFeatures(string Team, Forecaster Forecaster, DateOnly AsOf, int? AtOnce, UnplannedWork? Unplanned, ImmutableArray<FeaturePart> Parts)
{
    /// <summary>For each part, how many items the team will have finished in all when it is done: exact, but where the sizes of parts that are done at once are not known for certain.</summary>
    public ImmutableArray<Work> Places()
    {
        if (AtOnce is not { } limit)
        {
            return [.. Parts.Select(p => p.InBacklogOrder)];
        }

        var features = limit <= 1 ? OneByOne() : Turns.Share([.. Parts.Select(p => p.Work)], limit);
        return [.. Parts.Zip(features, (part, place) => part.Work.Known == 0 ? part.Work : InBetween(place.Plus(Work.Of(part.Ahead))))];
    }

    private IEnumerable<Work> OneByOne()
    {
        var sum = Work.Of(0);
        foreach (var part in Parts)
        {
            yield return sum = sum.Plus(part.Work);
        }
    }

    private Work InBetween(Work planned) => Unplanned?.Of(planned) ?? planned;
}
