using System.Text.Json;

namespace BacklogHealth.Connectors.Http;

/// <summary>One request that changes nothing in the tracker, so that it may be repeated.</summary>
/// <param name="Method">GET, or POST for a question that is too long for an address.</param>
/// <param name="Path">Path and query behind the tracker's address, escaped.</param>
/// <param name="Body">JSON; null for none.</param>
/// <param name="MayBeForbidden">True where a 403 is an answer that the caller can live with.</param>
internal sealed record TrackerRequest(HttpMethod Method, string Path, byte[]? Body = null, bool MayBeForbidden = false)
{
    /// <summary>Method and path without the query: how errors speak of it.</summary>
    public string Name => $"{Method} {Path.Split('?', 2)[0]}";

    /// <summary>What kind of request it is: its method and path without the parts that name one thing. A limit on bursts holds for a kind.</summary>
    public string Family => $"{Method} {string.Join('/', Path.Split('?', 2)[0].Split('/').Select(part => part.Any(char.IsAsciiDigit) ? "*" : part))}";

    /// <summary>Asks for a page.</summary>
    public static TrackerRequest Get(string path, bool mayBeForbidden = false) => new(HttpMethod.Get, path, MayBeForbidden: mayBeForbidden);

    /// <summary>Asks with a JSON object.</summary>
    public static TrackerRequest Post(string path, Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return new(HttpMethod.Post, path, stream.ToArray());
    }
}
