using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>The shape of a language's word file: named lists of words, and the few things that are more than a list.</summary>
internal sealed record WordFile
{
    public required List<VagueWords> Vague { get; init; }

    public required List<List<string>> SameMeaning { get; init; }

    /// <summary>Endings and what they become, tried in order.</summary>
    public required List<List<string>> Endings { get; init; }

    public required SortedDictionary<string, List<string>> Layers { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Rest { get; init; } = [];

    /// <summary>The list of a name.</summary>
    /// <exception cref="InvalidDataException">The file has no such list.</exception>
    public IReadOnlyList<string> Lists(string name) =>
        Rest.TryGetValue(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(e => e.GetString() ?? "")]
            : throw new InvalidDataException($"word file: list '{name}' not found; expected an array of words");
}

/// <summary>Vague words of one category as the file holds them.</summary>
internal sealed record VagueWords
{
    public required string Category { get; init; }

    public required List<string> Words { get; init; }

    /// <summary>Words behind which they are not vague ("quick search").</summary>
    public required List<string> NotBefore { get; init; }

    /// <summary>Words after which they are not vague ("how fast").</summary>
    public required List<string> NotAfter { get; init; }

    /// <summary>True where a number with a unit in the same sentence makes them exact.</summary>
    public bool UnlessNumber { get; init; }

    /// <summary>True where they are looked for in sentences that wish, not in any that does not narrate.</summary>
    public bool WishOnly { get; init; }

    /// <summary>True where they only end a list of examples that the sentence announced.</summary>
    public bool UnlessExample { get; init; }

    /// <summary>True where they are looked for in bugs only; other categories are not looked for in the story a bug tells.</summary>
    public bool BugsOnly { get; init; }
}

/// <summary>Vague words of one category, ready to look for.</summary>
internal sealed class VagueCategory(VagueWords words)
{
    public string Name { get; } = words.Category;

    public PhraseList Words { get; } = new(words.Words);

    public FrozenSet<string> NotBefore { get; } = words.NotBefore.ToFrozenSet(StringComparer.Ordinal);

    public FrozenSet<string> NotAfter { get; } = words.NotAfter.ToFrozenSet(StringComparer.Ordinal);

    public bool UnlessNumber { get; } = words.UnlessNumber;

    public bool WishOnly { get; } = words.WishOnly;

    public bool UnlessExample { get; } = words.UnlessExample;

    public bool BugsOnly { get; } = words.BugsOnly;
}
