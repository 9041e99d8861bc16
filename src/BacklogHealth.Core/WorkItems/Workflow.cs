namespace BacklogHealth.Core.WorkItems;

/// <summary>One state of a tracker and what it means for the flow of work.</summary>
/// <param name="Id">The tracker's id; equal to the name where it has none.</param>
/// <param name="Name">The tracker's name.</param>
/// <param name="State">What it means.</param>
/// <param name="Elsewhere">True where the team's own items cannot be in it: it is known for the histories of items that were elsewhere before.</param>
public sealed record WorkflowState(string Id, string Name, WorkItemState State, bool Elsewhere = false);

/// <summary>
/// A team's definition of workflow: which of the tracker's states count as not started, started and finished, in the order of the board.
/// The tracker's own status categories are the default, so that a new user need not configure anything. Immutable.
/// </summary>
public sealed class Workflow
{
    private readonly Dictionary<string, WorkflowState> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkflowState> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a workflow; where an id or name stands twice, the first one holds.</summary>
    public Workflow(IEnumerable<WorkflowState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        States = [.. states];
        foreach (var state in States)
        {
            _byId.TryAdd(state.Id, state);
            _byName.TryAdd(state.Name, state);
        }
    }

    /// <summary>All states in the order of the board.</summary>
    public IReadOnlyList<WorkflowState> States { get; }

    /// <summary>What a state means: by id first, since names change; by name else; null where the workflow knows neither ("unmapped").</summary>
    public WorkItemState? Find(string? id, string? name) =>
        id is not null && _byId.TryGetValue(id, out var byId) ? byId.State
        : name is not null && _byName.TryGetValue(name, out var byName) ? byName.State
        : null;

    /// <summary>The same workflow with some states given another meaning, by name, whatever their case.</summary>
    public Workflow With(IReadOnlyDictionary<string, WorkItemState> byName)
    {
        ArgumentNullException.ThrowIfNull(byName);
        if (byName.Count == 0)
        {
            return this;
        }

        var given = new Dictionary<string, WorkItemState>(byName, StringComparer.OrdinalIgnoreCase);
        var known = States.Select(s => given.TryGetValue(s.Name, out var meaning) ? s with { State = meaning } : s).ToList();
        var added = given.Where(g => States.All(s => !s.Name.Equals(g.Key, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new WorkflowState(g.Key, g.Key, g.Value));
        return new Workflow(known.Concat(added));
    }
}
