using System.Net;
using System.Text.Json;

namespace BacklogHealth.Connectors.Http;

/// <summary>An answer in JSON, or one of the refusals that a caller has words for (400, 404, 422 …). Its elements are good until it is disposed.</summary>
internal sealed class TrackerAnswer(TrackerSite site, TrackerRequest request, Reply reply, JsonDocument? json, string? oversized) : IDisposable
{
    /// <summary>The status.</summary>
    public HttpStatusCode Status => reply.Status;

    /// <summary>True where the tracker gave what was asked for.</summary>
    public bool Ok => json is not null;

    /// <summary>What the tracker said was wrong, shortened, without secrets; "" where it said nothing.</summary>
    public string Problem => reply.Problem;

    /// <summary>Why a good answer was not read: it is too large. Null for every other answer.</summary>
    public string? Oversized => oversized;

    /// <summary>The JSON.</summary>
    /// <exception cref="TrackerException">The tracker refused.</exception>
    public JsonElement Root => json is not null ? json.RootElement : throw TrackerFaults.Unexpected(site, request, this);

    /// <summary>A list that the answer must have: the root itself, or one of its members.</summary>
    /// <exception cref="TrackerException">It is not there.</exception>
    public JsonElement List(string? member = null)
    {
        var found = member is null ? Root : Root.Get(member);
        return found is { ValueKind: JsonValueKind.Array } list ? list : throw TrackerFaults.Shape(site, request, member is null ? "a list" : $"a list '{member}'");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        json?.Dispose();
        reply.Body?.Dispose();
    }
}
