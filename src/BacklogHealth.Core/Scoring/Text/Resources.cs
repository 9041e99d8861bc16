using System.Text.Json;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>The language files that are built into the assembly.</summary>
internal static class Resources
{
    private const string Prefix = "Scoring.Language.";

    /// <summary>Codes of the languages that have a file with an ending, ordered.</summary>
    public static IEnumerable<string> LanguagesOf(string ending) =>
        typeof(Resources).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(ending, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^ending.Length])
            .Where(l => l.Length == 2)
            .Order(StringComparer.Ordinal);

    /// <summary>A file, read as JSON.</summary>
    public static T Json<T>(string name, JsonSerializerOptions? options = null)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidDataException($"language files: {name} not found in the assembly");
        return JsonSerializer.Deserialize<T>(stream, options) ?? throw new InvalidDataException($"language files: {name} is empty");
    }
}
