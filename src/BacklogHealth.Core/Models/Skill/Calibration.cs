using System.Collections.Immutable;

namespace BacklogHealth.Core.Models.Skill;

/// <summary>Items of about the same chance, and how many of them met the fate.</summary>
/// <param name="Said">Mean of the chances that were said, 0 to 1.</param>
/// <param name="Came">Share that met the fate, 0 to 1.</param>
/// <param name="Items">Number of items.</param>
public readonly record struct SaidAndCame(double Said, double Came, int Items);

/// <summary>Whether chances came true as often as they said.</summary>
/// <param name="Groups">The items in groups of about the same size, smallest chance first.</param>
/// <param name="Error">Mean distance between what was said and what came, each group by its number of items; 0 is perfect.</param>
public sealed record Calibration(ImmutableArray<SaidAndCame> Groups, double Error)
{
    private const int MostGroups = 10;
    private const int FewestInGroup = 20;

    /// <summary>Puts what was said beside what came, in at most ten groups of at least twenty.</summary>
    public static Calibration Of(IReadOnlyList<double> said, IReadOnlyList<bool> came)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(came);
        Pairs.Check(said.Count, came.Count);
        if (said.Count == 0)
        {
            return new Calibration([], 0);
        }

        var order = Enumerable.Range(0, said.Count).OrderBy(i => said[i]).ToArray();
        var groups = Math.Clamp(said.Count / FewestInGroup, 1, MostGroups);
        var found = Enumerable.Range(0, groups)
            .Select(g => order[(order.Length * g / groups)..(order.Length * (g + 1) / groups)])
            .Select(g => new SaidAndCame(g.Average(i => said[i]), g.Count(i => came[i]) / (double)g.Length, g.Length))
            .ToImmutableArray();
        return new Calibration(found, found.Sum(g => g.Items * Math.Abs(g.Said - g.Came)) / said.Count);
    }
}
