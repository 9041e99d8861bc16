namespace BacklogHealth.SampleTracker;

/// <summary>Which tracker the sample is.</summary>
public enum SampleTrackerKind
{
    /// <summary>Jira as Atlassian hosts it.</summary>
    JiraCloud,

    /// <summary>Jira as its users host it.</summary>
    JiraDataCenter,

    /// <summary>Azure DevOps.</summary>
    AzureDevOps,
}
