using System.Collections.Frozen;
using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// What states mean. Azure DevOps gives states no ids: a state is a name within a type, and its category says what it means. A name is its own id;
/// where the same name means different things to different types, the id is <c>Type/Name</c>, so that a bug which is resolved and still open is not
/// mixed up with a task which is resolved and done. Removed counts as finished, and as discarded, by the resolution <see cref="Removed"/>.
/// </summary>
internal sealed class AzureStates
{
    /// <summary>The resolution of what was removed.</summary>
    public const string Removed = "Removed";

    private readonly FrozenDictionary<(string Type, string State), string?> _categories;
    private readonly FrozenSet<string> _ambiguous;

    private AzureStates(Dictionary<(string Type, string State), string?> categories, HashSet<string> ambiguous, Workflow workflow)
    {
        _categories = categories.ToFrozenDictionary();
        _ambiguous = ambiguous.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Workflow = workflow;
    }

    /// <summary>All states with their meaning, in the order of the board.</summary>
    public Workflow Workflow { get; }

    /// <summary>The id of a state of a type.</summary>
    public string IdOf(string type, string state) => _ambiguous.Contains(state) ? $"{type}/{state}" : state;

    /// <summary>True where a state of a type says that the item was removed from the backlog.</summary>
    public bool IsRemoved(string type, string state) => CategoryOf(type, state) == "Removed";

    /// <summary>True where a state of a type says that nothing more will be done.</summary>
    public bool IsFinished(string type, string state) => Meaning(CategoryOf(type, state)) == WorkItemState.Finished;

    /// <summary>Makes them of the types' states.</summary>
    /// <param name="types">The types.</param>
    /// <param name="columns">Names of states in the order of the team's boards; a name may stand there more than once.</param>
    /// <param name="notes">Takes what a person should know.</param>
    public static AzureStates Of(ImmutableArray<AzureType> types, ImmutableArray<string> columns, ImmutableArray<string>.Builder notes)
    {
        var categories = new Dictionary<(string Type, string State), string?>();
        var all = new List<(string Type, string Name, WorkItemState? Meaning, int At)>();
        foreach (var type in types)
        {
            foreach (var (name, category) in type.States)
            {
                if (categories.TryAdd(Key(type.Name, name), category))
                {
                    all.Add((type.Name, name, Meaning(category), all.Count));
                }

                if (Meaning(category) is null)
                {
                    notes.Add($"State '{name}' of {type.Name} has no category that is known, so it counts as unmapped until the team's Workflow says what it means.");
                }
            }
        }

        var known = all.Where(s => s.Meaning is not null).ToList();
        var ambiguous = known.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Select(s => s.Meaning).Distinct().Count() > 1).ToList();
        foreach (var state in ambiguous)
        {
            notes.Add($"State '{state.Key}' means different things to different types ({string.Join(", ", state.Select(s => $"{s.Type}: {Words(s.Meaning)}"))}), so it is kept apart for each type.");
        }

        var names = ambiguous.Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var workflow = InOrder(known, columns)
            .Select(s => new WorkflowState(names.Contains(s.Name) ? $"{s.Type}/{s.Name}" : s.Name, s.Name, s.Meaning!.Value))
            .DistinctBy(s => s.Id, StringComparer.OrdinalIgnoreCase);
        return new AzureStates(categories, names, new Workflow(workflow));
    }

    // The boards' columns from left to right; what no column shows stands before them where it is not started, else behind them.
    private static IEnumerable<(string Type, string Name, WorkItemState? Meaning, int At)> InOrder(List<(string Type, string Name, WorkItemState? Meaning, int At)> states, ImmutableArray<string> columns)
    {
        var place = columns.Select((name, at) => (name, at)).DistinctBy(c => c.name, StringComparer.OrdinalIgnoreCase).ToDictionary(c => c.name, c => c.at, StringComparer.OrdinalIgnoreCase);
        return states
            .OrderBy(s => place.ContainsKey(s.Name) ? 1 : s.Meaning == WorkItemState.NotStarted ? 0 : 2)
            .ThenBy(s => place.TryGetValue(s.Name, out var at) ? at : (int)s.Meaning!)
            .ThenBy(s => s.At);
    }

    private static WorkItemState? Meaning(string? category) => category switch
    {
        "Proposed" => WorkItemState.NotStarted,
        "InProgress" or "Resolved" => WorkItemState.Started,
        "Completed" or "Removed" => WorkItemState.Finished,
        _ => null,
    };

    private static string Words(WorkItemState? state) => state switch
    {
        WorkItemState.NotStarted => "not started",
        WorkItemState.Started => "started",
        _ => "finished",
    };

    private static (string Type, string State) Key(string type, string state) => (type.ToUpperInvariant(), state.ToUpperInvariant());

    private string? CategoryOf(string type, string state) => _categories.GetValueOrDefault(Key(type, state));
}
