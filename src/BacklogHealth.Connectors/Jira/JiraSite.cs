using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>A Jira Cloud site and the scope that is read from it.</summary>
internal sealed class JiraSite : IDisposable
{
    /// <summary>Checks the options.</summary>
    /// <exception cref="TrackerException">The address or the scope cannot be used.</exception>
    public JiraSite(JiraOptions options, TimeProvider time)
    {
        Options = options;
        Site = new TrackerSite(options.Name, options.BaseUrl, "Jira Cloud", "an e-mail address and an API token that is still valid", options.AllowPlainHttp);
        if (string.IsNullOrWhiteSpace(options.Project) && string.IsNullOrWhiteSpace(options.Query))
        {
            throw Settings("the team has neither a project nor a query. Expected at least one, so that not the whole site is read. Set the team's Project, for example to CHK.");
        }

        Http = new TrackerHttp(Site, TrackerCredentials.Basic(options.User, options.Token), options.Network, options.MaxWait, time);
    }

    public JiraOptions Options { get; }

    public TrackerSite Site { get; }

    public TrackerHttp Http { get; }

    /// <summary>An error that the person who set the connection up can mend.</summary>
    public TrackerException Settings(string sentence) => new(TrackerFault.Settings, $"{Site.Where}: {sentence}");

    /// <summary>An error of answers that contradict each other.</summary>
    public TrackerException Incomplete(string sentence) => new(TrackerFault.Incomplete, $"{Site.Where}: {sentence}");

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();
}
