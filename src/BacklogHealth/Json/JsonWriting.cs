using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BacklogHealth.Json;

/// <summary>The one way the program writes JSON: camel case, nulls kept, every document and every line with its schema.</summary>
[JsonSerializable(typeof(ScoreJson))]
[JsonSerializable(typeof(ScoresJson))]
[JsonSerializable(typeof(ExplainJson))]
[JsonSerializable(typeof(RulesJson))]
[JsonSerializable(typeof(ForecastJson))]
[JsonSerializable(typeof(SprintForecastJson))]
[JsonSerializable(typeof(DeliveryJson))]
[JsonSerializable(typeof(BacktestJson))]
[JsonSerializable(typeof(BacktestWhenJson))]
[JsonSerializable(typeof(ItemJson))]
[JsonSerializable(typeof(QualityJson))]
[JsonSerializable(typeof(SyncJson))]
[JsonSerializable(typeof(ConfigJson))]
[JsonSerializable(typeof(DoctorJson))]
[JsonSerializable(typeof(StorageCopyJson))]
internal sealed partial class JsonWriting : JsonSerializerContext
{
    private static JsonSerializerOptions Style(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = indented,
        // Standard output is no web page: umlauts and quotes stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        Converters = { new UtcInstant() },
    };

    /// <summary>For documents (<c>--json</c>).</summary>
    public static readonly JsonWriting Document = new(Style(indented: true));

    /// <summary>For lines (<c>--jsonl</c>).</summary>
    public static readonly JsonWriting Line = new(Style(indented: false));

    /// <summary>Writes one value and a line end.</summary>
    public static void Write<T>(TextWriter to, T value, bool indented)
    {
        ArgumentNullException.ThrowIfNull(to);
        to.WriteLine(JsonSerializer.Serialize(value, typeof(T), indented ? Document : Line));
    }
}
