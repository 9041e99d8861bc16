using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Says that there is no such project, and which there are: most wrong keys are a slip of the pen.</summary>
internal static class JiraUnknownProject
{
    public static async Task<TrackerException> Fault(JiraSite site, CancellationToken cancellation)
    {
        var visible = Choices.Listed([.. (await Visible(site, cancellation)).Select(p => p.Key)]);
        var expected = visible.Length == 0 ? "the key of a project, as in CHK-12" : $"one of: {visible}";
        return site.Settings($"there is no project '{site.Options.Project}' that the account can see (404). Expected {expected}. Set {site.TeamSetting("Project")}, or give {(site.Options.User.Length > 0 ? site.Options.User : "the account")} the permission to browse it.");
    }

    // The fault that is being told counts, and not why the list cannot be had.
    private static async Task<IEnumerable<(string Key, string Name)>> Visible(JiraSite site, CancellationToken cancellation)
    {
        try
        {
            return await site.Dialect.Projects(site, cancellation);
        }
        catch (TrackerException)
        {
            return [];
        }
    }
}
