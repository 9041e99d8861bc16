using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BacklogHealth.Json;

/// <summary>Writes instants in UTC as <c>2026-01-05T09:12:00Z</c>, the same form as in CSV: what scripts can sort and compare as text.</summary>
internal sealed class UtcInstant : JsonConverter<DateTimeOffset>
{
    private const string Form = "yyyy-MM-ddTHH:mm:ssZ";

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Text(value));
    }

    /// <summary>The text of an instant, to the second.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);
}
