using BacklogHealth.SampleTracker.Routes.AzureDevOps;
using BacklogHealth.SampleTracker.Routes.Jira;
using BacklogHealth.SampleTracker.Routes.JiraCloud;
using BacklogHealth.SampleTracker.Routes.JiraDataCenter;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>The trackers that the sample can be.</summary>
internal static class Trackers
{
    public static ITracker Of(SampleServerOptions options) => options.Kind switch
    {
        SampleTrackerKind.JiraDataCenter => new JiraTracker(new DataCenterDialect(options.DataCenter), DataCenterRoutes.Of(options.DataCenter), options),
        SampleTrackerKind.AzureDevOps => new AzureTracker(options),
        _ => new JiraTracker(new CloudDialect(), JiraCloudRoutes.All, options),
    };
}
