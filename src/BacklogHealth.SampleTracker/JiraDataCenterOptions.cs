namespace BacklogHealth.SampleTracker;

/// <summary>What sets one Jira Data Center apart from another.</summary>
public sealed record JiraDataCenterOptions
{
    /// <summary>The version it says it is.</summary>
    public string Version { get; init; } = "9.12.7";

    /// <summary>How many changes of an issue come with it in a search: the newest.</summary>
    public int HistoryInSearch { get; init; } = 100;

    /// <summary>How many changes come with an issue that is asked for alone: the newest.</summary>
    public int HistoryInIssue { get; init; } = int.MaxValue;

    /// <summary>Whether it has a changelog with pages, as Cloud does; version 9.12.7 answers 404.</summary>
    public bool HasHistoryPages { get; init; }

    /// <summary>The most issues a page of a search may hold.</summary>
    public int SearchLimit { get; init; } = 1000;
}
