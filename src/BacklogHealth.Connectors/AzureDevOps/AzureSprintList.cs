using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// The sprints that an item has been in. An item has one iteration at a time; a sprint that it leaves on the sprint's last day or later stays one that
/// it has been in, since it was carried over. One that it leaves before was a change of plan.
/// </summary>
internal sealed class AzureSprintList
{
    private readonly List<Sprint> _sprints = [];

    /// <summary>All of them, oldest first, the present one last.</summary>
    public IReadOnlyList<Sprint> All => _sprints;

    /// <summary>All of them as a history keeps them; null for none.</summary>
    public FieldValue? Value => _sprints.Count == 0 ? null : new(string.Join(", ", _sprints.Select(s => s.Name)), string.Join(", ", _sprints.Select(s => s.Id)));

    /// <summary>Puts the item into a sprint; null for none.</summary>
    public void Enter(Sprint? sprint)
    {
        if (sprint is not null)
        {
            _sprints.RemoveAll(s => s.Id == sprint.Id);
            _sprints.Add(sprint);
        }
    }

    /// <summary>Moves the item from one sprint to another.</summary>
    public void Move(Sprint? from, Sprint? to, DateTimeOffset at)
    {
        if (from?.Id == to?.Id)
        {
            return;
        }

        if (from is not null && !(from.End is { } end ? at >= end.AddDays(-1) : from.Phase != SprintPhase.Future))
        {
            _sprints.RemoveAll(s => s.Id == from.Id);
        }

        Enter(to);
    }
}
