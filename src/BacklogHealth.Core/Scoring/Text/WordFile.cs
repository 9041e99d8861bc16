using System.Text.Json;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// The word files of one language, joined: named lists of words and phrases, and named groups of them. An object inside a file gives names with a
/// dot (<c>vague.speed.words</c>). A name may stand in one file only.
/// </summary>
internal sealed class WordFile
{
    private readonly SortedDictionary<string, string[]> _lists = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string[][]> _groups = new(StringComparer.Ordinal);

    private WordFile()
    {
    }

    /// <summary>All lists by name.</summary>
    public IReadOnlyDictionary<string, string[]> Lists => _lists;

    /// <summary>All groups by name.</summary>
    public IReadOnlyDictionary<string, string[][]> Groups => _groups;

    /// <summary>Reads the files of a language.</summary>
    /// <exception cref="InvalidDataException">A file holds something else than lists, or a name twice.</exception>
    public static WordFile Of(string language)
    {
        var read = new WordFile();
        foreach (var file in Resources.FilesOf(language).Where(f => f != Resources.Sentences))
        {
            read.Add("", Resources.Json($"{language}/{file}", ResourceJson.Default.JsonElement), $"{language}/{file}");
        }

        return read;
    }

    /// <summary>The list of a name.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public IReadOnlyList<string> List(string name) => _lists.TryGetValue(name, out var list) ? list : throw new InvalidDataException($"word files: list '{name}' not found");

    /// <summary>The groups of a name.</summary>
    /// <exception cref="InvalidDataException">There are none.</exception>
    public IReadOnlyList<string[]> Group(string name) => _groups.TryGetValue(name, out var group) ? group : throw new InvalidDataException($"word files: groups '{name}' not found");

    /// <summary>The groups of a name that only some languages need; none where this one has none.</summary>
    public IReadOnlyList<string[]> OwnGroup(string name) => _groups.TryGetValue(name, out var group) ? group : [];

    private void Add(string prefix, JsonElement part, string file)
    {
        foreach (var property in part.EnumerateObject())
        {
            var name = prefix + property.Name;
            var value = property.Value;
            var added = value.ValueKind switch
            {
                JsonValueKind.Object => Nested(name, value, file),
                JsonValueKind.Array when value.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.Array) =>
                    _groups.TryAdd(name, [.. value.EnumerateArray().Select(Words)]),
                JsonValueKind.Array => _lists.TryAdd(name, Words(value)),
                _ => throw new InvalidDataException($"{file}: '{name}' is {value.ValueKind}; expected a list of words"),
            };
            if (!added)
            {
                throw new InvalidDataException($"{file}: '{name}' stands twice");
            }
        }
    }

    private bool Nested(string name, JsonElement value, string file)
    {
        Add(name + ".", value, file);
        return true;
    }

    private static string[] Words(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString() ?? "")];
}
