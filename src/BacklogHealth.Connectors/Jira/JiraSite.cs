using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>A Jira site and how it is spoken to.</summary>
internal sealed class JiraSite : IDisposable
{
    /// <summary>Checks the address.</summary>
    /// <exception cref="TrackerException">The address cannot be used.</exception>
    public JiraSite(JiraOptions options, TimeProvider time)
    {
        Options = options;
        Dialect = JiraDialect.Of(options.Deployment);
        Site = new TrackerSite(options.Name, options.BaseUrl, Dialect.Product, Dialect.Credentials, options.AllowPlainHttp, options.SettingNames);
        Credentials = options.User.Length == 0 ? TrackerCredentials.Bearer(options.Token) : TrackerCredentials.Basic(options.User, options.Token);
        Http = new TrackerHttp(Site, Credentials, options.Network, options.MaxWait, time);
    }

    public JiraOptions Options { get; }

    public JiraDialect Dialect { get; }

    public TrackerSite Site { get; }

    public TrackerCredentials Credentials { get; }

    public TrackerHttp Http { get; }

    /// <summary>Settings of the team, of which one is enough, as errors speak of them.</summary>
    public string TeamSetting(params IEnumerable<string> names) => Site.Names.Teams("or", names);

    /// <summary>A path of the main interface, which begins with a slash.</summary>
    public string Api(string path) => Dialect.Api + path;

    /// <summary>An error that the person who set the connection up can mend.</summary>
    public TrackerException Settings(string sentence, FieldChoice? choice = null) => new(TrackerFault.Settings, $"{Site.Where}: {sentence}") { Choice = choice };

    /// <summary>An error of answers that contradict each other.</summary>
    public TrackerException Incomplete(string sentence) => new(TrackerFault.Incomplete, $"{Site.Where}: {sentence}");

    /// <summary>An error of permissions.</summary>
    public TrackerException Refused(string sentence) => new(TrackerFault.Refused, $"{Site.Where}: {sentence}");

    /// <summary>An error of pages that repeat themselves or end too soon.</summary>
    public TrackerException Unproven(string found, string expected) => Incomplete($"{found}. Expected {expected}. Run the sync again; what is stored stays as it is.");

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();
}
