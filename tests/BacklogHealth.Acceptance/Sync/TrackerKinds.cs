using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync;

/// <summary>The kinds of trackers on which a case is tried, and how a script speaks of the requests by which they are listed.</summary>
public static class TrackerKinds
{
    /// <summary>All three.</summary>
    public static TheoryData<SampleTrackerKind> All => [SampleTrackerKind.JiraCloud, SampleTrackerKind.JiraDataCenter, SampleTrackerKind.AzureDevOps];

    /// <summary>Both kinds of Jira.</summary>
    public static TheoryData<SampleTrackerKind> Jiras => [SampleTrackerKind.JiraCloud, SampleTrackerKind.JiraDataCenter];

    /// <summary>A rule about the pages of listings, and about no other search.</summary>
    public static FaultScript Listing(SampleTrackerKind kind) => kind == SampleTrackerKind.AzureDevOps
        ? FaultScript.When(ListingPath(kind))
        : FaultScript.When(ListingPath(kind)).Asking("\"maxResults\":5000");

    /// <summary>The path of these requests, so far as no other request has it, or only other searches have.</summary>
    public static string ListingPath(SampleTrackerKind kind) => kind switch
    {
        SampleTrackerKind.JiraCloud => "/rest/api/3/search/jql",
        SampleTrackerKind.JiraDataCenter => "/rest/api/2/search",
        _ => "/_apis/wit/wiql?$top=20000",
    };
}
