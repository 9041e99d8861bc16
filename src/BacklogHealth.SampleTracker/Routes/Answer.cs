using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>An answer before it is sent: JSON, or a text of some other type.</summary>
internal sealed record Answer(int Status, JsonNode? Json, string? Text = null, string ContentType = Answer.JsonType)
{
    public const string JsonType = "application/json;charset=UTF-8";
    public const string HtmlType = "text/html;charset=UTF-8";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>A body that is neither JSON nor text; null where it is one of them.</summary>
    public byte[]? Binary { get; init; }

    public static Answer Ok(JsonNode json) => new(200, json);

    public static Answer Html(int status, string page) => new(status, null, page, HtmlType);

    public Answer With(string header, string value) => this with { Headers = Headers.Add(new(header, value)) };

    public byte[] Bytes()
    {
        if (Binary is not null)
        {
            return Binary;
        }

        if (Json is null)
        {
            return Encoding.UTF8.GetBytes(Text ?? string.Empty);
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            Json.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
