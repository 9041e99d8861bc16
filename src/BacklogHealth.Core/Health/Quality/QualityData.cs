using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Quality;

/// <summary>One team's data at an instant, as the checks look at them, several at the same time.</summary>
/// <param name="flow">Every item that was there.</param>
/// <param name="workflow">The team's workflow.</param>
/// <param name="calendar">The team's calendar.</param>
/// <param name="asOf">The instant; known is everything strictly before it.</param>
/// <param name="facts">What is known beside the histories.</param>
public sealed class QualityData(IEnumerable<FlowItem> flow, Workflow workflow, TeamCalendar calendar, DateTimeOffset asOf, QualityFacts facts)
{
    /// <summary>The team's days off.</summary>
    public DaysOff DaysOff { get; init; } = DaysOff.None;

    private Dictionary<string, FlowItem>? _byId;
    private Dictionary<string, int>? _places;

    /// <summary>Every item, whatever its kind.</summary>
    internal ImmutableArray<FlowItem> All { get; } = [.. flow];

    internal TeamCalendar Calendar { get; } = calendar;

    internal DateTimeOffset AsOf { get; } = asOf;

    internal QualityFacts Facts { get; } = facts;

    /// <summary>The items that the numbers count.</summary>
    internal IEnumerable<FlowItem> Counted => All.Where(f => Flow.Counted.Is(f.Item));

    /// <summary>Those of them that are finished.</summary>
    internal IEnumerable<FlowItem> Finished => Counted.Where(f => f.State == WorkItemState.Finished);

    /// <summary>The item of an id; null where the team has none.</summary>
    internal FlowItem? Find(string? id) =>
        id is null ? null : LazyInitializer.EnsureInitialized(ref _byId, () => All.DistinctBy(f => f.Item.Id, StringComparer.Ordinal).ToDictionary(f => f.Item.Id, StringComparer.Ordinal)).GetValueOrDefault(id);

    /// <summary>The states an item was in, oldest first, each with its meaning; never empty.</summary>
    internal Meanings States(FlowItem item) => Meanings.Of(item.Item, workflow, AsOf);

    /// <summary>True where the item was ever in a state of a meaning.</summary>
    internal bool WasEver(FlowItem item, WorkItemState meaning)
    {
        foreach (var state in States(item))
        {
            if (state.Meaning == meaning)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where one of the steps of an item from one state to the next is such.</summary>
    internal bool EverStepped(FlowItem item, Func<Step, bool> isSuch)
    {
        (StateEntry Entry, WorkItemState Meaning, bool Mapped)? from = null;
        foreach (var to in States(item))
        {
            if (from is { } was && isSuch(new Step(was.Entry, was.Meaning, to.Entry, to.Meaning)))
            {
                return true;
            }

            from = to;
        }

        return false;
    }

    /// <summary>True where an item was finished and taken up again.</summary>
    internal bool IsReopened(FlowItem item) => Reopenings.Of(item.Item, workflow, AsOf).Length > 0;

    /// <summary>True where the workflow has the second state before the first one; false where it does not know both.</summary>
    internal bool IsEarlier(StateEntry from, StateEntry to) => PlaceOf(to) < PlaceOf(from);

    private int? PlaceOf(StateEntry state)
    {
        var places = LazyInitializer.EnsureInitialized(
            ref _places, () => workflow.States.Select((s, at) => (s.Id, at)).DistinctBy(s => s.Id, StringComparer.Ordinal).ToDictionary(s => s.Id, s => s.at, StringComparer.Ordinal));
        return places.TryGetValue(state.StateId, out var place) ? place : null;
    }
}

/// <summary>A step of an item from one state to the next.</summary>
/// <param name="From">The state it left.</param>
/// <param name="Was">What that means.</param>
/// <param name="To">The state it entered, and when.</param>
/// <param name="Is">What this means.</param>
internal readonly record struct Step(StateEntry From, WorkItemState Was, StateEntry To, WorkItemState Is);
