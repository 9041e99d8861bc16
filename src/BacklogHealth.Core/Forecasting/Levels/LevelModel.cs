namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>One way in which a team's level, its true mean of finished items a week, may move, and how single weeks scatter about it.</summary>
/// <param name="Wander">Standard deviation of the change of the level's logarithm from week to week, 0 or more: 0.05 is about 5 % a week.</param>
/// <param name="Jumps">Chance that a week begins with a jump of the level (see <see cref="LevelPool.JumpSize"/>), 0 to 1.</param>
/// <param name="Noise">Variance of a week's count over its mean, above 1: 1 is the noise of independent events, 4 that of items finished in batches.</param>
public readonly record struct LevelModel(double Wander, double Jumps, double Noise);
