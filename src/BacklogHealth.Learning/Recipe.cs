namespace BacklogHealth.Learning;

/// <summary>How a model is learned.</summary>
/// <param name="FewestItems">Items that a word must stand in.</param>
/// <param name="FewestGroups">Projects that it must stand in.</param>
/// <param name="MostWords">Words that are kept, the commonest.</param>
/// <param name="Penalty">Strength of the ridge: the larger, the nearer to 0 all weights stay.</param>
/// <param name="MeasureScale">What a measure's standard deviation counts beside the length of all words, which is one: the smaller, the less measures say.</param>
public sealed record Recipe(int FewestItems, int FewestGroups, int MostWords, double Penalty, double MeasureScale)
{
    /// <summary>True where labels are 0 or 1 and the model's value is the logarithm of the odds (logistic regression); false for least squares on any number.</summary>
    public bool IsChance { get; init; }

    /// <summary>Sizes from many projects: only words that three of them use, so that no product's name and no person's gets in.</summary>
    public static readonly Recipe PublicSize = new(5, 3, 20_000, 10, 0.05);

    /// <summary>What one team's items teach of sizes beyond what public projects do.</summary>
    public static readonly Recipe OwnSize = new(3, 1, 20_000, 8, 0.05);

    /// <summary>What befalls a team's items after their start, from a handful of numbers of each, which count in standard deviations. The ridge is weak: a stronger one draws the start towards even odds, too.</summary>
    public static readonly Recipe Outcome = new(1, 1, 0, 1, 1) { IsChance = true };
}
