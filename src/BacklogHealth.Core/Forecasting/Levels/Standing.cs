namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>What was believed of a level at the end of a week, in four numbers.</summary>
/// <param name="Level">The level, items a week.</param>
/// <param name="Doubt">Variance of its logarithm.</param>
/// <param name="Wander">Variance that a week's ordinary move adds to it; jumps are not ordinary.</param>
/// <param name="Noise">Variance over mean of a week's count.</param>
internal sealed record Standing(double Level, double Doubt, double Wander, double Noise)
{
    /// <summary>The mean of the items of the next weeks of work, as long as nothing out of the ordinary happens.</summary>
    public double Expected(double weeks) => Level * weeks;

    /// <summary>The variance over the mean of these items.</summary>
    public double NoiseWithin(double weeks) => Noise + (Expected(weeks) * (Doubt + (Wander * (0.5 + (weeks / 3.0)))));
}
