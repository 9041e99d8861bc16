using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>An organisation (Services) or collection (Server), and the version of the interface that it speaks.</summary>
internal sealed class AzureSite : IDisposable
{
    private static readonly string[] Versions = ["7.1", "7.0", "6.0"];
    private readonly TrackerCredentials _credentials;
    private AzureDialect? _dialect;

    /// <summary>Checks the options.</summary>
    /// <exception cref="TrackerException">The address or the credentials cannot be used.</exception>
    public AzureSite(AzureDevOpsOptions options, TimeProvider time)
    {
        Options = options;
        Site = new TrackerSite(
            options.Name, options.BaseUrl, "Azure DevOps",
            options.Entra is null ? "a personal access token of this organisation or collection that is still valid" : "an identity of Microsoft Entra that this organisation knows",
            options.AllowPlainHttp, options.SettingNames);
        _credentials = Credentials(time);
        Http = new TrackerHttp(Site, _credentials, options.Network, options.MaxWait, time);
    }

    public AzureDevOpsOptions Options { get; }

    public TrackerSite Site { get; }

    public TrackerHttp Http { get; }

    /// <summary>Settings of the team, of which one is enough, as errors speak of them.</summary>
    public string TeamSetting(params IEnumerable<string> names) => Site.Names.Teams("or", names);

    /// <summary>False once the newest interface, which says of each text whether it is Markdown, has been refused.</summary>
    public bool SaysWhatIsMarkdown { get; set; } = true;

    /// <summary>The newest version that is known here and there, asked for once.</summary>
    /// <exception cref="TrackerException">There is no Azure DevOps at the address, or an older one.</exception>
    public async ValueTask<AzureDialect> Dialect(CancellationToken cancellation)
    {
        if (_dialect is { } known)
        {
            return known;
        }

        var problem = "";
        foreach (var version in Versions)
        {
            // A small list that every version has, and whose names of links are needed anyway.
            using var answer = await Http.Ask(TrackerRequest.Get($"/_apis/wit/workitemrelationtypes?api-version={version}"), cancellation);
            if (answer.Status != HttpStatusCode.BadRequest)
            {
                return _dialect = answer.Status == HttpStatusCode.NotFound ? throw NoAzureDevOps() : new AzureDialect(version, AzureDialect.ReadNames(answer.List("value")));
            }

            problem = answer.Problem;
        }

        throw new TrackerException(TrackerFault.Unreachable, $"{Site.Where}: the interface was refused in each of the versions {string.Join(", ", Versions)} (400){TrackerFaults.Quoted(problem)}. Expected Azure DevOps Services, or Azure DevOps Server 2020 or newer. Update the server, or set {Site.Setting("BaseUrl")}.");
    }

    /// <summary>Asks for a page in the version that both know. A 403 is left to the caller.</summary>
    public async Task<TrackerAnswer> Get(string path, CancellationToken cancellation) =>
        await Http.Ask(TrackerRequest.Get((await Dialect(cancellation)).Of(path), mayBeForbidden: true), cancellation);

    /// <summary>Asks with a JSON object in the version that both know.</summary>
    public async Task<TrackerAnswer> Post(string path, Action<Utf8JsonWriter> members, CancellationToken cancellation) =>
        await Http.Ask(TrackerRequest.Post((await Dialect(cancellation)).Of(path), members), cancellation);

    /// <summary>An error of credentials that the service does not know.</summary>
    /// <param name="found">What was found, as the beginning of a sentence.</param>
    public TrackerException Refused(string found) => new(TrackerFault.Refused, $"{Site.Where}: {found}. Expected {Site.Credentials}. {_credentials.Remedy(Site)}.");

    /// <summary>How whoever reads is given a right, as a sentence: tokens have scopes, identities of Entra have what the organisation and the project give them.</summary>
    /// <param name="scope">The token's scope that gives it.</param>
    public string Grant(string scope) => Options.Entra is null
        ? $"Give the personal access token the scope {scope}, and its account access to the project."
        : "Add this identity to the organisation's users with the access level Basic, and to the readers of the project.";

    /// <summary>An error that the person who set the connection up can mend.</summary>
    public TrackerException Settings(string sentence, FieldChoice? choice = null) => new(TrackerFault.Settings, $"{Site.Where}: {sentence}") { Choice = choice };

    /// <summary>An error of something that was not given: one of permissions where it was refused, else one that settings can mend.</summary>
    public TrackerException NotGiven(TrackerAnswer answer, string sentence) =>
        new(answer.Status == HttpStatusCode.Forbidden ? TrackerFault.Refused : TrackerFault.Settings, $"{Site.Where}: {sentence}");

    /// <summary>An error of answers that contradict each other.</summary>
    public TrackerException Incomplete(string sentence) => new(TrackerFault.Incomplete, $"{Site.Where}: {sentence} Run the sync again; what is stored stays as it is.");

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();

    /// <summary>A refusal in a few words, for the middle of a sentence.</summary>
    public static string Refusal(TrackerAnswer answer) => FormattableString.Invariant($"{(int)answer.Status}{TrackerFaults.Quoted(answer.Problem)}");

    private TrackerCredentials Credentials(TimeProvider time) => (Options.Token.Length > 0, Options.Entra) switch
    {
        (true, null) => TrackerCredentials.Basic("", Options.Token),
        (false, { } entra) => TrackerCredentials.Entra(entra, Options.Network, time, Site),
        (true, _) => throw Settings($"there are both a personal access token and Entra settings. Expected one of them. Clear {Site.Names.Connections("or", "Token", "Entra")}."),
        _ => throw Settings($"there is no personal access token. Expected one, or Entra settings. Set {Site.Names.Connections("or", "Token", "TokenFile")}."),
    };

    private TrackerException NoAzureDevOps() => new(TrackerFault.Settings,
        $"{Site.Where}: there is no Azure DevOps at this address (404 for /_apis/wit/workitemrelationtypes). Expected the address of an organisation or collection, for example https://dev.azure.com/acme. Set {Site.Setting("BaseUrl")}.");
}
