using System.Globalization;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Sizes;

namespace BacklogHealth.Commands;

/// <summary>An expected size and its reasons, for people.</summary>
internal static class SizeWords
{
    private const int MostParts = 8;
    private const double SmallestShown = 0.002;

    /// <summary>What is expected, what it rests on, and the words and numbers that moved it most.</summary>
    public static IEnumerable<string> Of(SizeEstimate size, SizeReasons? reasons)
    {
        ArgumentNullException.ThrowIfNull(size);
        var points = size.Points is { } known ? string.Create(CultureInfo.InvariantCulture, $", about {known} points") : "";
        yield return string.Create(CultureInfo.InvariantCulture, $"expected size: larger than {100 * size.Expected:0} of 100 items of the team{points} ({size.Evidence})");
        if (reasons is null)
        {
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"  {100 * reasons.Start,6:0.0}  whatever it says");
        var shown = reasons.Parts.Where(p => Math.Abs(p.Adds) >= SmallestShown).Take(MostParts).ToList();
        foreach (var part in shown)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {100 * part.Adds,6:+0.0;−0.0}  {Name(part)}");
        }

        var rest = reasons.Parts.Sum(p => p.Adds) - shown.Sum(p => p.Adds);
        yield return string.Create(CultureInfo.InvariantCulture, $"  {100 * rest,6:+0.0;−0.0;0.0}  {(reasons.Parts.Length - shown.Count == 1 ? "one other" : $"{reasons.Parts.Length - shown.Count} others together")}");
    }

    // "title:^ add" is how a model file spells the word "add" at the beginning of the title.
    private static string Name(Part part)
    {
        if (part.At is null)
        {
            return part.Value == 0 ? $"no {part.Name}" : part.Name;
        }

        var isTitle = part.Name.StartsWith("title:", StringComparison.Ordinal);
        var words = isTitle ? part.Name["title:".Length..] : part.Name;
        return (words.StartsWith("^ ", StringComparison.Ordinal), isTitle) switch
        {
            (true, true) => $"\"{words[2..]}\" at the beginning of the title",
            (true, false) => $"\"{words[2..]}\" at the beginning of a text",
            (false, true) => $"\"{words}\" in the title",
            _ => $"\"{words}\"",
        };
    }
}
