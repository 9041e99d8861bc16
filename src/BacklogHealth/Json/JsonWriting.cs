using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BacklogHealth.Json;

/// <summary>
/// The one way the program writes JSON: camel case, nulls kept, every document and every line with its schema. What is written comes from code that the
/// build made for each type; to ask the serializer for it would first build what it needs for reading too, which takes longer than most forecasts.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScoreJson))]
[JsonSerializable(typeof(ScoresJson))]
[JsonSerializable(typeof(SizeForecastJson))]
[JsonSerializable(typeof(RiskForecastJson))]
[JsonSerializable(typeof(ExplainJson))]
[JsonSerializable(typeof(RulesJson))]
[JsonSerializable(typeof(RulesEvaluateJson))]
[JsonSerializable(typeof(ForecastJson))]
[JsonSerializable(typeof(SprintForecastJson))]
[JsonSerializable(typeof(DeliveryJson))]
[JsonSerializable(typeof(DeliveriesTogetherJson))]
[JsonSerializable(typeof(FeaturesJson))]
[JsonSerializable(typeof(BacktestJson))]
[JsonSerializable(typeof(BacktestWhenJson))]
[JsonSerializable(typeof(ItemJson))]
[JsonSerializable(typeof(AnonymousItemJson))]
[JsonSerializable(typeof(QualityJson))]
[JsonSerializable(typeof(LearnJson))]
[JsonSerializable(typeof(SubscriptionJson))]
[JsonSerializable(typeof(StatusJson))]
[JsonSerializable(typeof(LiveJson))]
[JsonSerializable(typeof(ReadinessJson))]
[JsonSerializable(typeof(ReadyJson))]
[JsonSerializable(typeof(DutiesJson))]
[JsonSerializable(typeof(SyncJson))]
[JsonSerializable(typeof(ConfigJson))]
[JsonSerializable(typeof(DoctorJson))]
[JsonSerializable(typeof(StorageCopyJson))]
internal sealed partial class JsonWriting : JsonSerializerContext
{
    // Standard output is no web page: umlauts and quotes stay readable.
    internal static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>One value as a document (<c>--json</c>) or as a line (<c>--jsonl</c>), without a line end.</summary>
    public static string Text<T>(T value, bool indented)
    {
        using var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written, Line with { Indented = indented }))
        {
            To(writer, value);
        }

        return Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length);
    }

    /// <summary>Writes one value where a writer stands.</summary>
    internal static void To<T>(Utf8JsonWriter writer, T value)
    {
        if (value is ForecastJson forecast)
        {
            ForecastJsonText.Write(writer, forecast);
        }
        else if (Written<T>.By is { } write)
        {
            write(writer, value);
        }
        else
        {
            // A type that holds an object of any type has no such code.
            JsonSerializer.Serialize(writer, value, typeof(T), Default);
        }
    }

    /// <summary>Writes one value and a line end.</summary>
    public static void Write<T>(TextWriter to, T value, bool indented)
    {
        ArgumentNullException.ThrowIfNull(to);
        to.WriteLine(Text(value, indented));
    }

    // Asked for once: the context makes what it is asked for anew each time.
    private static class Written<T>
    {
        public static readonly Action<Utf8JsonWriter, T>? By = (((IJsonTypeInfoResolver)Default).GetTypeInfo(typeof(T), Default.Options) as JsonTypeInfo<T>)?.SerializeHandler;
    }
}
