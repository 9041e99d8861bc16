namespace BacklogHealth.Core.WorkItems;

/// <summary>What a work item is for, normalised over trackers. The tracker's own name stays in <see cref="WorkItem.Type"/>.</summary>
public enum WorkItemKind
{
    /// <summary>Anything that no other member names.</summary>
    Other,

    /// <summary>A large body of work that holds other items: epic, feature, initiative, capability.</summary>
    Epic,

    /// <summary>Something a user can do afterwards: story, product backlog item, requirement, improvement, new feature.</summary>
    Story,

    /// <summary>Work that stands beside stories: task, chore.</summary>
    Task,

    /// <summary>A part of another item: sub-task, and technical task, which is Jira's other name for one.</summary>
    SubTask,

    /// <summary>Something that does not work as it was meant to: bug, defect, incident.</summary>
    Bug,

    /// <summary>A question with a time box: spike, research, investigation.</summary>
    Spike,
}

/// <summary>Reads a tracker's type name as a <see cref="WorkItemKind"/>.</summary>
public static class WorkItemKinds
{
    /// <summary>The kind whose own name this is; null for any other text.</summary>
    public static WorkItemKind? Read(string? name) =>
        Enum.GetValues<WorkItemKind>().Select(k => (WorkItemKind?)k).FirstOrDefault(k => k.ToString()!.Equals(name, StringComparison.Ordinal));

    /// <summary>True where a type name says that something which is there is to be made better; what it is compared with is there too.</summary>
    public static bool IsImprovement(string typeName)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        return typeName.Contains("improvement", StringComparison.OrdinalIgnoreCase) || typeName.Contains("enhancement", StringComparison.OrdinalIgnoreCase) || typeName.Contains("verbesserung", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The kind that a type name stands for, by its words, whatever their case; <see cref="WorkItemKind.Other"/> for unknown names.</summary>
    /// <param name="typeName">The tracker's own name, for example <c>User Story</c> or <c>Technical task</c>.</param>
    /// <param name="isSubtask">True where the tracker marks the type as a part of another item, false where it marks it as none; null where it says nothing, as files do.</param>
    public static WorkItemKind FromName(string typeName, bool? isSubtask = null)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        if (isSubtask == true)
        {
            return WorkItemKind.SubTask;
        }

        bool Has(string word) => typeName.Contains(word, StringComparison.OrdinalIgnoreCase);
        return 0 switch
        {
            _ when Has("sub-task") || Has("subtask") || (isSubtask is null && Has("technical task")) => WorkItemKind.SubTask,
            _ when Has("spike") || Has("research") || Has("investigation") => WorkItemKind.Spike,
            _ when Has("bug") || Has("defect") || Has("incident") => WorkItemKind.Bug,
            _ when Has("epic") || Has("initiative") || Has("capability") || typeName.Equals("feature", StringComparison.OrdinalIgnoreCase) => WorkItemKind.Epic,
            _ when Has("story") || Has("backlog item") || Has("requirement") || Has("improvement") || Has("new feature") || Has("enhancement") => WorkItemKind.Story,
            _ when Has("task") || Has("chore") || Has("technical") => WorkItemKind.Task,
            _ => WorkItemKind.Other,
        };
    }
}
