using System.Text.Json.Serialization;

namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>
/// One way in which a team's level, its true mean of finished items a week, may move, how single weeks scatter about it, and how much that way counts
/// before the team's own history has spoken.
/// </summary>
/// <param name="Wander">Standard deviation of the change of the level's logarithm from week to week, 0 or more: 0.05 is about 5 % a week.</param>
/// <param name="Jumps">Chance that a week begins with a jump of the level (see <see cref="LevelPool.JumpSize"/>), 0 to below 1.</param>
/// <param name="Noise">Variance of a week's count over its mean, above 1: near 1 is the noise of independent events, 4 that of items finished in batches.</param>
/// <param name="Weight">Above 0; all of a pool sum to 1.</param>
public sealed record PooledModel(double Wander, double Jumps, double Noise, double Weight)
{
    /// <summary>The usual move of the level from week to week, in natural logarithms.</summary>
    [JsonIgnore]
    public double Move => Math.Sqrt((Wander * Wander) + (Jumps * LevelPool.JumpSize * LevelPool.JumpSize));
}
