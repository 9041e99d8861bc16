namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>A model with what the team's own weeks have made of it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Weight">What it is worth now; all of a pool sum to 1.</param>
/// <param name="Belief">What it believes of the level.</param>
internal sealed record JudgedModel(PooledModel Model, double Weight, LevelBelief Belief);

/// <summary>What all models of one noise are worth.</summary>
/// <param name="Noise">Variance over mean of a week's count.</param>
/// <param name="Weight">Their worth; all noises sum to 1.</param>
internal sealed record NoiseShare(double Noise, double Weight);
