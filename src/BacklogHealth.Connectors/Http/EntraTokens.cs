using Azure.Core;
using Azure.Core.Pipeline;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// Gives Microsoft Entra's token for Azure DevOps. One is asked for at a time, however many requests need it, and its outcome, good or bad, is that of all
/// who waited: a directory that refuses us is not asked again by each of them.
/// </summary>
internal sealed class EntraTokens : IDisposable
{
    // Azure DevOps, in every directory of the public cloud and of the national ones.
    private static readonly TokenRequestContext AzureDevOps = new(["499b84ac-1321-427f-aa17-267ca6975798/.default"]);

    // A token that is about to end could end on its way.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private readonly Lock _lock = new();
    private readonly EntraOptions _options;
    private readonly TrackerNetwork _network;
    private readonly TimeProvider _time;
    private readonly TrackerSite _site;
    private readonly HttpClient _client;
    private readonly TokenCredential _identity;
    private AccessToken? _token;
    private Task<string>? _asking;

    /// <summary>Checks the options; nothing is sent yet.</summary>
    /// <exception cref="TrackerException">They cannot be used.</exception>
    public EntraTokens(EntraOptions options, TrackerNetwork network, TimeProvider time, TrackerSite site)
    {
        _options = options;
        _network = network;
        _time = time;
        _site = site;
        var handler = TrackerHandler.Build(site, network);

        // A managed identity is asked for on this machine, where no proxy leads.
        handler.UseProxy = !EntraIdentity.IsManaged(options);
        _client = new HttpClient(handler);
        try
        {
            _identity = EntraIdentity.Build(options, site, new HttpClientTransport(_client));
        }
        catch
        {
            _client.Dispose();
            throw;
        }
    }

    /// <summary>A token that is good for a while.</summary>
    /// <exception cref="TrackerException">Entra gave none.</exception>
    public async ValueTask<string> Token(CancellationToken cancellation)
    {
        Task<string> asking;
        lock (_lock)
        {
            if (_token is { } token && token.ExpiresOn - _time.GetUtcNow() > Margin)
            {
                return token.Token;
            }

            asking = _asking ??= Task.Run(Ask, CancellationToken.None);
        }

        // Who is stopped stops waiting; the others still need the token.
        return await asking.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<string> Ask()
    {
        try
        {
            var token = await _identity.GetTokenAsync(AzureDevOps, CancellationToken.None);
            lock (_lock)
            {
                _token = token;
            }

            return token.Token;
        }
        catch (Exception e) when (e is not TrackerException)
        {
            throw EntraFaults.NoToken(_site, _options, _network, e);
        }
        finally
        {
            lock (_lock)
            {
                _asking = null;
            }
        }
    }
}
