using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync.Cases;

/// <summary>What sets the requests apart by which each kind of tracker gives items in full.</summary>
internal static class EachKind
{
    /// <summary>The settings that hold a tracker's credentials, as sentences list them.</summary>
    public static string Credentials(SampleTrackerKind kind) => kind == SampleTrackerKind.JiraCloud ? "User and Token" : "Token";

    /// <summary>Begins a script about the requests that fetch items in full.</summary>
    public static FaultScript Fetching(SampleTrackerKind kind) => FaultScript.None.AndFetching(kind);

    /// <summary>A further rule about the requests that fetch items in full.</summary>
    public static FaultScript AndFetching(this FaultScript script, SampleTrackerKind kind) => kind switch
    {
        SampleTrackerKind.JiraCloud => script.AndWhen("/issue/bulkfetch"),
        SampleTrackerKind.JiraDataCenter => script.AndWhen("/api/2/search").Asking("changelog"),
        _ => script.AndWhen("/workitemsbatch"),
    };

    /// <summary>How many such requests a pull of up to fifty items makes: an Azure DevOps refuses one first, which asks for the newest interface.</summary>
    public static int FetchesOfAll(SampleTrackerKind kind) => kind == SampleTrackerKind.AzureDevOps ? 2 : 1;
}
