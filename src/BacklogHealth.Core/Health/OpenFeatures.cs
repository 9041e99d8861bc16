using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Features;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>A feature that is not done: an open epic that holds items itself or none yet, or, where it is stored with another team, what stands below it here.</summary>
/// <param name="Id">The epic's id.</param>
/// <param name="Key">Its key; the id where it is stored with another team.</param>
/// <param name="Title">Its title; the key where nobody knows it.</param>
/// <param name="Due">The day promised for it in the tracker; null where none is.</param>
/// <param name="Total">Items in it, finished or not.</param>
/// <param name="Remaining">Open items in it.</param>
/// <param name="Running">True where one of them is in progress.</param>
/// <param name="Sized">False where it holds no items and too few past epics tell how many it will: then nothing is said of when it ends.</param>
public sealed record OpenFeature(string Id, string Key, string Title, DateOnly? Due, int Total, int Remaining, bool Running, bool Sized);

/// <summary>The features of a team that are not done.</summary>
/// <param name="All">In the order in which they are taken up: those in progress first, then by backlog order.</param>
/// <param name="Work">The first of them for planning, those that are not sized left out; null where the history carries no forecast.</param>
public sealed record OpenFeatures(ImmutableArray<OpenFeature> All, TeamFeatures? Work)
{
    /// <summary>Most features that are planned: what stands behind so many others is too far away to be forecast.</summary>
    public const int MostPlanned = 30;

    /// <summary>None.</summary>
    public static OpenFeatures None { get; } = new([], null);

    /// <summary>Finds them.</summary>
    /// <param name="team">Name of the team.</param>
    /// <param name="measure">Its work.</param>
    /// <param name="forecaster">Its forecaster; null where its history carries none.</param>
    /// <param name="asOf">First day of its forecasts.</param>
    /// <param name="atOnce">How many features it works on at once; null where it works down its backlog item by item.</param>
    internal static OpenFeatures Of(string team, WorkMeasure measure, Forecaster? forecaster, DateOnly asOf, int? atOnce)
    {
        var places = measure.Open.Select((item, index) => (item, index)).ToDictionary(x => x.item.Item.Id, x => x.index, StringComparer.Ordinal);
        var found = Here(measure).Concat(Elsewhere(measure))
            .OrderBy(f => !f.Items.Any(i => i.State == WorkItemState.Started))
            .ThenBy(f => PlaceOf(f, places)).ThenBy(f => f.Id, StringComparer.Ordinal).ToList();
        var owned = found.SelectMany(f => f.Items).Select(i => i.Item.Id).ToHashSet(StringComparer.Ordinal);
        var (features, parts, ahead) = (new List<OpenFeature>(), new List<FeaturePart>(), 0);
        foreach (var (id, epic, items) in found)
        {
            IReadOnlyList<FlowItem> roots = epic is null ? items : [epic];
            var feature = Shown(id, items, measure, places) with { Sized = measure.IsSized(roots) };
            features.Add(feature);
            if (feature.Sized && parts.Count < MostPlanned)
            {
                // What stands before an earlier feature stands before this one, too.
                var work = measure.Of(roots).Work;
                ahead = Math.Max(ahead, measure.Ahead([.. items.Select(i => i.Item.Id)], other => !owned.Contains(other.Item.Id)));
                parts.Add(new FeaturePart(id, (work with { Ahead = 0, Unplanned = null }).All, ahead, work.All));
            }
        }

        var (all, left) = (features.Sum(f => f.Total), features.Sum(f => f.Remaining));
        return new OpenFeatures([.. features], forecaster is null ? null : new TeamFeatures(team, forecaster, asOf, atOnce, measure.BesideEpics(all == 0 ? 0 : 1 - ((double)left / all)), [.. parts]));
    }

    private static IEnumerable<Found> Here(WorkMeasure measure) =>
        from epic in measure.Flow
        where epic.Item is { Kind: WorkItemKind.Epic, Discarded: false } && epic.State != WorkItemState.Finished
        let items = measure.Tree.WithAllBelow([epic]).Where(f => Counted.Is(f.Item)).ToList()
        where measure.IsUnsliced(epic) || items.Exists(i => i.Item.ParentId == epic.Item.Id && i.State != WorkItemState.Finished)
        select new Found(epic.Item.Id, epic, items);

    private static IEnumerable<Found> Elsewhere(WorkMeasure measure)
    {
        var here = measure.Flow.Select(f => f.Item.Id).ToHashSet(StringComparer.Ordinal);
        return measure.Flow.Where(f => Counted.Is(f.Item) && f.Item.ParentId is { } parent && !here.Contains(parent))
            .GroupBy(f => f.Item.ParentId!, StringComparer.Ordinal)
            .Where(g => g.Any(f => f.State != WorkItemState.Finished))
            .Select(g => new Found(g.Key, null, [.. g]));
    }

    private static int PlaceOf(Found feature, Dictionary<string, int> places) =>
        places.TryGetValue(feature.Id, out var place) ? place : feature.Items.Select(i => places.GetValueOrDefault(i.Item.Id, int.MaxValue)).DefaultIfEmpty(int.MaxValue).Min();

    private static OpenFeature Shown(string id, List<FlowItem> items, WorkMeasure measure, Dictionary<string, int> places)
    {
        var epic = places.TryGetValue(id, out var place) ? measure.Open[place].Item : null;
        var child = items.Select(i => places.TryGetValue(i.Item.Id, out var at) ? measure.Open[at] : null).FirstOrDefault(i => i?.ParentTitle is not null);
        return new OpenFeature(
            id, epic?.Key ?? id, epic?.Title ?? child?.ParentTitle ?? id, epic?.Due, items.Count, items.Count(i => i.State != WorkItemState.Finished),
            items.Any(i => i.State == WorkItemState.Started), true);
    }

    private sealed record Found(string Id, FlowItem? Epic, List<FlowItem> Items);
}
