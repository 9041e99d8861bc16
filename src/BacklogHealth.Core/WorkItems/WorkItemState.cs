namespace BacklogHealth.Core.WorkItems;

/// <summary>Where a work item stands: the three states all flow measures rest on (Kanban Guide).</summary>
public enum WorkItemState
{
    /// <summary>Created, and not yet begun.</summary>
    NotStarted,

    /// <summary>Begun, and not yet finished: it is work in progress.</summary>
    Started,

    /// <summary>Past the point at which the team considers it finished.</summary>
    Finished,
}
