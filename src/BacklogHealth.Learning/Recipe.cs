namespace BacklogHealth.Learning;

/// <summary>How a model is learned.</summary>
/// <param name="FewestItems">Items that a word must stand in.</param>
/// <param name="FewestGroups">Projects that it must stand in.</param>
/// <param name="MostWords">Words that are kept, the commonest.</param>
/// <param name="Penalty">Strength of the ridge: the larger, the nearer to 0 all weights stay.</param>
/// <param name="MeasureScale">What a measure's standard deviation counts beside the length of all words, which is one: the smaller, the less measures say.</param>
/// <param name="IsChance">True where yes or no is foretold (logistic), false for a share (least squares).</param>
public sealed record Recipe(int FewestItems, int FewestGroups, int MostWords, double Penalty, double MeasureScale, bool IsChance = false)
{
    /// <summary>Sizes from many projects: only words that three of them use, so that no product's name and no person's gets in.</summary>
    public static readonly Recipe PublicSize = new(5, 3, 20_000, 10, 0.05);

    /// <summary>What one team's items teach of sizes beyond what public projects do.</summary>
    public static readonly Recipe OwnSize = new(3, 1, 20_000, 8, 0.05);

    /// <summary>The chance of staying long in progress: numbers alone.</summary>
    public static readonly Recipe Risk = new(1, 1, 0, 1, 1, IsChance: true);

    /// <summary>The chance that an unclear item is edited, questioned or sent back.</summary>
    public static readonly Recipe Clarity = new(5, 1, 5_000, 10, 0.2, IsChance: true);
}
