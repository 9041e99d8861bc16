using System.Globalization;

namespace BacklogHealth.Connectors.Http;

/// <summary>Lists in a sentence what could have been named.</summary>
internal static class Choices
{
    private const int Most = 30;

    /// <summary>The names in order, the first thirty of them and how many more there are; "" where there are none.</summary>
    public static string Listed(IReadOnlyCollection<string> names)
    {
        var more = names.Count > Most ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - Most} more") : "";
        return $"{string.Join(", ", names.Order(StringComparer.Ordinal).Take(Most))}{more}";
    }
}
