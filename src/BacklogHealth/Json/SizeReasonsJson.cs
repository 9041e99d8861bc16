using BacklogHealth.Core.Scoring.Sizes;

namespace BacklogHealth.Json;

/// <summary>Why an item is expected to be so large: the start and all parts add up to what is expected, but for what lies below 0 or above 1.</summary>
internal sealed record SizeReasonsJson(double Start, IReadOnlyList<SizePartJson> Parts)
{
    /// <summary>Made from reasons; null where there are none.</summary>
    public static SizeReasonsJson? Of(SizeReasons? reasons) => reasons is null ? null
        : new SizeReasonsJson(reasons.Start, [.. reasons.Parts.Select(p => new SizePartJson(p.Name, p.Adds, p.At is { } at ? Fields[at.Field] : null, p.At?.Start, p.At?.Length))]);

    private static readonly string[] Fields = ["title", "description", "acceptanceCriteria"];
}

/// <summary>One word, pair of words or number; where it first stands, for a word.</summary>
internal sealed record SizePartJson(string Name, double Adds, string? Field, int? Start, int? Length);
