using System.Globalization;
using System.Text.Json;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// Writes the number that orders a backlog as 16 hexadecimal digits whose ordinal order is the numeric order. They are the bits of the number: for
/// positive numbers these rise with it, so the sign bit is set; for negative ones they fall, so all bits are turned round. No number loses a digit.
/// </summary>
internal static class AzureRank
{
    /// <summary>The digits; null where the field holds no finite number.</summary>
    public static string? Of(JsonElement? field) =>
        field?.ValueKind is JsonValueKind.Number && field.Value.TryGetDouble(out var number) && double.IsFinite(number) ? Of(number) : null;

    /// <summary>The digits of a finite number.</summary>
    public static string Of(double number)
    {
        // Zero has two signs and one place.
        var bits = BitConverter.DoubleToInt64Bits(number == 0 ? 0.0 : number);
        var ordered = bits < 0 ? ~bits : bits | long.MinValue;
        return ordered.ToString("X16", CultureInfo.InvariantCulture);
    }
}
