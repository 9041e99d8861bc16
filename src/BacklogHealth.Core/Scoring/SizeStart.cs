namespace BacklogHealth.Core.Scoring;

/// <summary>
/// Where slicing begins. An item of middling size stands at 60, as does one of which nothing tells how big it is; the smallest of a team begins at 100,
/// the largest at 20. What a text lets expect moves no score: it tells too little of a single item. Sizes are compared within the team alone: points mean something else in the next one.
/// </summary>
public static class SizeStart
{
    /// <summary>The start of an item whose size nobody can tell.</summary>
    public const int Unknown = 60;

    /// <summary>Fewest estimated items among which one is compared.</summary>
    public const int FewestEstimates = 10;

    private const int Range = 80;

    /// <summary>The start for a rank among the team's sizes, 0 to 1; <see cref="Unknown"/> for null.</summary>
    public static int Of(double? rank) => rank is { } share ? 100 - (int)Math.Round(Range * share) : Unknown;
}
