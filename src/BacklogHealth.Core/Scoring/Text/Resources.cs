using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>The language files that are built into the assembly: a folder a language, and the commonest words of all languages beside them.</summary>
internal static class Resources
{
    /// <summary>The file of a language that holds the sentences; all its others hold words.</summary>
    public const string Sentences = "sentences.json";

    private const string Prefix = "Scoring.Language.";

    // Folders are separated by the mark of the machine that built the assembly.
    private static readonly Dictionary<string, string> Names = typeof(Resources).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(n => n[Prefix.Length..].Replace('\\', '/'), n => n, StringComparer.Ordinal);

    /// <summary>Codes of the languages that have sentences, ordered.</summary>
    public static IEnumerable<string> Languages => Names.Keys.Where(n => n.EndsWith("/" + Sentences, StringComparison.Ordinal)).Select(n => n[..n.IndexOf('/', StringComparison.Ordinal)]).Order(StringComparer.Ordinal);

    /// <summary>Names of the files of a language, ordered.</summary>
    public static IEnumerable<string> FilesOf(string language) =>
        Names.Keys.Where(n => n.StartsWith(language + "/", StringComparison.Ordinal)).Select(n => n[(language.Length + 1)..]).Order(StringComparer.Ordinal);

    /// <summary>A file, read as JSON of a shape.</summary>
    public static T Json<T>(string name, JsonTypeInfo<T> shape)
    {
        using var stream = Names.TryGetValue(name, out var full) ? typeof(Resources).Assembly.GetManifestResourceStream(full) : null;
        return JsonSerializer.Deserialize(stream ?? throw new InvalidDataException($"language files: {name} not found in the assembly"), shape)
            ?? throw new InvalidDataException($"language files: {name} is empty");
    }
}
