using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Asks whether the account may browse. Without that permission a search answers well and finds nothing, which looks like an empty backlog.</summary>
internal static class JiraPermission
{
    /// <summary>True or false as the site says; null where it does not say.</summary>
    public static async Task<bool?> MayBrowse(JiraSite site, CancellationToken cancellation)
    {
        using var answer = await site.Http.Ask(site.Dialect.Permissions(site.Options.Project), cancellation);
        return answer.Ok ? answer.Root.Get("permissions")?.Get("BROWSE_PROJECTS")?.Flag("havePermission") : null;
    }

    /// <summary>What to do where it is not granted.</summary>
    public static string Remedy(JiraSite site) =>
        $"Ask an administrator {(site.Options.Project.Length > 0 ? "of the project " : "")}for the permission \"Browse projects\", or set {site.Credentials.SettingsOf(site.Site)} for an account that has it.";

    /// <summary>The error of an account that may not browse.</summary>
    public static TrackerException Missing(JiraSite site) =>
        site.Refused($"the account may not browse {(site.Options.Project.Length > 0 ? $"project '{site.Options.Project}'" : "any project")}. Expected the permission \"Browse projects\", without which the tracker shows an empty backlog. {Remedy(site)}");
}
