using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors;

/// <summary>The products that connectors can read.</summary>
public enum TrackerProduct
{
    /// <summary>Atlassian's own Jira.</summary>
    JiraCloud,

    /// <summary>A Jira hosted by its users.</summary>
    JiraDataCenter,

    /// <summary>Azure DevOps Services or Server.</summary>
    AzureDevOps,
}

/// <summary>Finds out which product answers at an address, by asking each for the page on which it says what it is. Asks three times at most: a Jira Cloud has version 3 of its interface, a Data Center version 2.</summary>
public static class TrackerProbe
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    /// <summary>Asks.</summary>
    /// <param name="name">The connection's name; every error begins with it.</param>
    /// <param name="address">The address.</param>
    /// <param name="user">The account's e-mail address; empty where the token stands alone.</param>
    /// <param name="token">The token, since a server may say nothing to strangers.</param>
    /// <param name="network">How it is reached.</param>
    /// <param name="allowPlainHttp">True to send the token unencrypted to a host other than this machine.</param>
    /// <param name="time">The clock that waits.</param>
    /// <param name="names">What errors call the settings.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TrackerException">Nothing answers, the credentials are refused, or what answers is none of them.</exception>
    public static async Task<TrackerProduct> Ask(
        string name, Uri address, string user, string token, TrackerNetwork network, bool allowPlainHttp, TimeProvider time, SettingNames names, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        var site = new TrackerSite(name, address, "Jira or Azure DevOps", "a token that is still valid", allowPlainHttp, names);
        var jira = user.Length == 0 ? TrackerCredentials.Bearer(token) : TrackerCredentials.Basic(user, token);
        TrackerException? refusal = null;
        (string Path, TrackerCredentials Credentials, Func<JsonElement, TrackerProduct?> Read)[] questions =
            [("/rest/api/3/serverInfo", jira, Jira), ("/rest/api/2/serverInfo", jira, Jira), ("/_apis/connectionData", TrackerCredentials.Basic("", token), AzureDevOps)];
        foreach (var (path, credentials, read) in questions)
        {
            var (product, refused) = await Try(path, credentials, read);
            if (product is { } found)
            {
                return found;
            }

            refusal ??= refused;
        }

        throw refusal ?? new TrackerException(
            TrackerFault.Settings,
            $"{site.Where}: neither a Jira nor an Azure DevOps says there that it is one. Expected the address up to where its own pages begin, as https://jira.acme.example or https://devops.acme.example/DefaultCollection. Correct it, or say which kind it is.");

        async Task<(TrackerProduct?, TrackerException?)> Try(string path, TrackerCredentials credentials, Func<JsonElement, TrackerProduct?> read)
        {
            using var http = new TrackerHttp(site, credentials, network, MaxWait, time);
            try
            {
                using var answer = await http.Ask(TrackerRequest.Get(path, mayBeForbidden: true), cancellation);
                return (answer.Ok ? read(answer.Root) : null, null);
            }
            catch (TrackerException e) when (e.InnerException is not (HttpRequestException or TimeoutException))
            {
                // A page that is no JSON, a redirect, a refusal: so answers a product to the question of another. No answer at all is final.
                return (null, e.Fault == TrackerFault.Refused ? e : null);
            }
        }
    }

    private static TrackerProduct? Jira(JsonElement serverInfo) => serverInfo.Text("deploymentType") switch
    {
        "Cloud" => TrackerProduct.JiraCloud,
        { } => TrackerProduct.JiraDataCenter,
        null => null,
    };

    private static TrackerProduct? AzureDevOps(JsonElement connectionData) => connectionData.Get("instanceId") is null ? null : TrackerProduct.AzureDevOps;
}
