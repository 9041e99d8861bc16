using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>JSON that is sent as it stands, even where no writer would write it, such as half of a surrogate pair.</summary>
internal sealed record RawJson(string Text)
{
    private static readonly JsonTypeInfo<RawJson> Info =
        JsonMetadataServices.CreateValueInfo<RawJson>(new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() }, new Writer());

    public static JsonNode? Of(string text) => JsonValue.Create(new RawJson(text), Info);

    private sealed class Writer : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.Text, skipInputValidation: true);
    }
}
