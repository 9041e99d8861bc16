using System.Globalization;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;

namespace BacklogHealth.Commands;

/// <summary>What is likely to befall an item and why, for people.</summary>
internal static class ChanceWords
{
    private const int MostParts = 6;
    private const double SmallestShown = 0.005;

    /// <summary>Both chances, each with what it rests on and the numbers that moved it most; they add up.</summary>
    public static IEnumerable<string> Of(ItemChances chances)
    {
        ArgumentNullException.ThrowIfNull(chances);
        return Of("changed, asked about or sent back after their start", chances.Rework).Concat(Of("in progress for longer than 85 of 100 items", chances.Risk));
    }

    private static IEnumerable<string> Of(string what, OutcomeChance? chance)
    {
        if (chance is null)
        {
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"begun as it stands, {100 * chance.Chance:0} of 100 such items are {what} ({chance.Evidence})");
        yield return string.Create(CultureInfo.InvariantCulture, $"  {100 * chance.Usual,6:0.0}  of 100 items of the team");
        var shown = chance.Parts.Where(p => Math.Abs(p.Adds) >= SmallestShown).Take(MostParts).ToList();
        foreach (var part in shown)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {100 * part.Adds,6:+0.0;−0.0}  {Name(part)}");
        }

        var rest = chance.Chance - chance.Usual - shown.Sum(p => p.Adds);
        yield return string.Create(CultureInfo.InvariantCulture, $"  {100 * rest,6:+0.0;−0.0;0.0}  all else together");
    }

    private static string Name(Part part) => (part.Name, part.Value) switch
    {
        ("ready", 0) => "not ready by the Definition of Ready",
        ("ready", _) => "ready by the Definition of Ready",
        ("clarity", var clarity) => string.Create(CultureInfo.InvariantCulture, $"clarity of its text {clarity:0}"),
        ("length of the text", 0) => "no text but the title",
        ("length of the text", var length) => Many(Math.Exp(length!.Value) - 1, "word of text", "words of text"),
        ("findings", var findings) => Many(findings!.Value, "finding", "findings"),
        ("estimate", var estimate) => string.Create(CultureInfo.InvariantCulture, $"its estimate, {Math.Exp(estimate!.Value) - 1:0.##}"),
        ("size by its text", var share) => string.Create(CultureInfo.InvariantCulture, $"its text lets expect it to be larger than {100 * share:0} of 100 items"),
        (_, 0) => $"not a {part.Name}",
        _ => $"a {part.Name}",
    };

    private static string Many(double count, string one, string many) =>
        Math.Round(count) switch { 0 => $"no {many}", 1 => $"1 {one}", var n => string.Create(CultureInfo.InvariantCulture, $"{n} {many}") };
}
