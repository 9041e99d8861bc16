using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>A type of work items and the level of the backlog on which it stands.</summary>
internal sealed record AzureType(string Name, string Category, string Color)
{
    public string ReferenceName => "Microsoft.VSTS.WorkItemTypes." + Name.Replace(" ", string.Empty, StringComparison.Ordinal);
}

/// <summary>What a process decides: types, fields for estimate and order, names of backlogs.</summary>
internal sealed record AzureTypes(AzureProcess Process, string Requirement, string Effort, string EffortName, string BacklogName)
{
    public const string EpicCategory = "Microsoft.EpicCategory";
    public const string FeatureCategory = "Microsoft.FeatureCategory";
    public const string RequirementCategory = "Microsoft.RequirementCategory";
    public const string TaskCategory = "Microsoft.TaskCategory";
    public const string BugCategory = "Microsoft.BugCategory";

    private const string Scheduling = "Microsoft.VSTS.Scheduling.";

    public string Order => Process is AzureProcess.Scrum ? "Microsoft.VSTS.Common.BacklogPriority" : "Microsoft.VSTS.Common.StackRank";

    public string OrderName => Process is AzureProcess.Scrum ? "Backlog Priority" : "Stack Rank";

    public bool HasBugs => Process is not AzureProcess.Basic;

    /// <summary>Whether acceptance criteria have a field of their own.</summary>
    public bool HasAcceptance => Process is AzureProcess.Agile or AzureProcess.Scrum;

    /// <summary>Whether items that will never be done have a state of their own.</summary>
    public bool HasRemoved => Process is AzureProcess.Agile or AzureProcess.Scrum;

    /// <summary>Whether the last state before the end counts as resolved.</summary>
    public bool HasResolved => Process is AzureProcess.Agile or AzureProcess.Cmmi;

    public string BugsBehavior => HasBugs ? "asRequirements" : "off";

    public ImmutableArray<AzureType> All =>
    [
        new("Epic", EpicCategory, "FF7B00"),
        .. HasBugs ? [new AzureType("Feature", FeatureCategory, "773B93")] : ImmutableArray<AzureType>.Empty,
        new(Requirement, RequirementCategory, "009CCC"),
        new("Task", TaskCategory, "F2CB1D"),
        .. HasBugs ? [new AzureType("Bug", BugCategory, "CC293D")] : ImmutableArray<AzureType>.Empty,
    ];

    public static AzureTypes Of(AzureProcess process) => process switch
    {
        AzureProcess.Scrum => new(process, "Product Backlog Item", Scheduling + "Effort", "Effort", "Backlog items"),
        AzureProcess.Cmmi => new(process, "Requirement", Scheduling + "Size", "Size", "Requirements"),
        AzureProcess.Basic => new(process, "Issue", Scheduling + "Effort", "Effort", "Issues"),
        _ => new(process, "User Story", Scheduling + "StoryPoints", "Story Points", "Stories"),
    };

    /// <summary>Type of an item by the sample's name for it.</summary>
    public string TypeOf(string sampleType) => sampleType switch
    {
        "Epic" => "Epic",
        "Sub-task" => "Task",
        "Bug" when HasBugs => "Bug",
        _ => Requirement,
    };

    /// <summary>Whether items of a type stand on the team's board.</summary>
    public bool IsOnBoard(string type) => type == Requirement || type == "Bug";
}
