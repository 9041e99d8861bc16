using System.Collections.Frozen;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Reference names of fields.</summary>
/// <param name="StoryPoints">The estimate; null where there is none.</param>
/// <param name="Order">Backlog order; null where there is none.</param>
/// <param name="AcceptanceCriteria">Acceptance criteria; null where there is no field of their own.</param>
/// <param name="Blocked">Whether an item is blocked; null where the process has no such field.</param>
/// <param name="People">Fields that hold people.</param>
internal sealed record AzureFields(string? StoryPoints, string? Order, string? AcceptanceCriteria, string? Blocked, FrozenSet<string> People)
{
    public const string Title = "System.Title";
    public const string State = "System.State";
    public const string Reason = "System.Reason";
    public const string Type = "System.WorkItemType";
    public const string Project = "System.TeamProject";
    public const string AreaPath = "System.AreaPath";
    public const string IterationPath = "System.IterationPath";
    public const string IterationId = "System.IterationId";
    public const string Tags = "System.Tags";
    public const string Parent = "System.Parent";
    public const string Description = "System.Description";
    public const string ReproSteps = "Microsoft.VSTS.TCM.ReproSteps";
    public const string Priority = "Microsoft.VSTS.Common.Priority";
    public const string ResolvedReason = "Microsoft.VSTS.Common.ResolvedReason";
    public const string DueDate = "Microsoft.VSTS.Scheduling.DueDate";
    public const string TargetDate = "Microsoft.VSTS.Scheduling.TargetDate";
    public const string Created = "System.CreatedDate";
    public const string CreatedBy = "System.CreatedBy";
    public const string Changed = "System.ChangedDate";
    public const string CommentCount = "System.CommentCount";

    /// <summary>Fields that hold people in every process, where the list of fields does not say so.</summary>
    public static readonly string[] AlwaysPeople =
    [
        "System.AssignedTo", "System.CreatedBy", "System.ChangedBy", "System.AuthorizedAs",
        "Microsoft.VSTS.Common.ActivatedBy", "Microsoft.VSTS.Common.ResolvedBy", "Microsoft.VSTS.Common.ClosedBy",
    ];

    // What the service keeps for itself, or says again in another field.
    private static readonly FrozenSet<string> Bookkeeping = new[]
    {
        "System.Id", "System.Rev", "System.RevisedDate", "System.AuthorizedDate", "System.PersonId", "System.Watermark", "System.IsDeleted", "System.NodeName",
        "System.AreaId", "System.History", "System.CommentCount", "System.BoardColumn", "System.BoardColumnDone", "System.BoardLane", "System.AttachedFileCount",
        "System.ExternalLinkCount", "System.HyperLinkCount", "System.RelatedLinkCount", "System.RemoteLinkCount", "System.CreatedDate", "System.ChangedDate",
        "System.CreatedBy", "System.ChangedBy", "System.AuthorizedAs", "Microsoft.VSTS.Common.StateChangeDate", "Microsoft.VSTS.Common.ActivatedDate",
        "Microsoft.VSTS.Common.ActivatedBy", "Microsoft.VSTS.Common.ResolvedDate", "Microsoft.VSTS.Common.ResolvedBy", "Microsoft.VSTS.Common.ClosedDate", "Microsoft.VSTS.Common.ClosedBy",
        IterationId, Parent, Reason, ResolvedReason,
    }.ToFrozenSet(StringComparer.Ordinal);

    // Fields whose meaning the product knows in every process.
    private static readonly FrozenSet<string> ReadEverywhere = new[]
    {
        Title, State, Type, Project, AreaPath, IterationPath, Tags, Description, ReproSteps, Priority, DueDate, TargetDate,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where the product has a name of its own for what the field holds.</summary>
    public bool IsRead(string field) => ReadEverywhere.Contains(field) || field == StoryPoints || field == Order || field == AcceptanceCriteria || field == Blocked;

    /// <summary>True where a change of the field tells nothing that the product could use.</summary>
    public static bool IsBookkeeping(string field) =>
        Bookkeeping.Contains(field) || field.StartsWith("WEF_", StringComparison.Ordinal)
        || field.StartsWith("System.AreaLevel", StringComparison.Ordinal) || field.StartsWith("System.IterationLevel", StringComparison.Ordinal);
}
