using System.Collections.Immutable;

namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>
/// Follows a team's level through its weeks: for each model of the pool, what is believed of the level (exact Bayes on a grid), and how well the model
/// foretold each week, which is what it counts. Weeks go in from the oldest on; nothing later is ever looked at.
/// </summary>
internal sealed class LevelFilter
{
    private static readonly double WeekKept = Math.Pow(0.5, 7 / LevelPool.HalfLife);

    private static readonly double[] Jump = LevelGrid.Bell(LevelPool.JumpSize);

    private readonly ImmutableArray<double> _noises;
    private readonly Model[] _models;
    private readonly WeekLikelihood _likelihood;
    private int _weeks;

    public LevelFilter(LevelPool pool)
    {
        _noises = [.. pool.Models.Select(m => m.Noise).Distinct().Order()];
        _likelihood = new WeekLikelihood(_noises, LevelPool.OddWeeks);
        _models = [.. pool.Models.Select(m => new Model(
            m, _noises.IndexOf(m.Noise), LevelGrid.Bell(m.Wander), LevelBelief.Open(), 0))];
    }

    /// <summary>Takes in one more week.</summary>
    /// <param name="count">Items finished in it, 0 or more.</param>
    /// <param name="exposure">How much of a usual week was worked, above 0 to 1.</param>
    public void Observe(int count, double exposure = 1)
    {
        var likelihood = _likelihood.Of(count, exposure);
        foreach (var model in _models)
        {
            if (_weeks > 0)
            {
                model.Belief.Pass(model.Wander, Jump, model.Pooled.Jumps);
            }

            model.Evidence = (WeekKept * model.Evidence) + Math.Log(model.Belief.Weigh(likelihood[model.NoiseIndex]));
        }

        _weeks++;
    }

    /// <summary>Each model with what it is worth now (all sum to 1) and what it believes of the level.</summary>
    public IEnumerable<(PooledModel Model, double Weight, LevelBelief Belief)> Judged()
    {
        var best = _models.Max(m => m.Evidence + Math.Log(m.Pooled.Weight));
        var sum = _models.Sum(m => Worth(m));
        return _models.Select(m => (m.Pooled, Worth(m) / sum, m.Belief));

        double Worth(Model m) => Math.Exp(m.Evidence + Math.Log(m.Pooled.Weight) - best);
    }

    /// <summary>What is believed of the level now, over all models.</summary>
    public Standing Standing()
    {
        var (mean, square, wander, noise) = (0.0, 0.0, 0.0, 0.0);
        foreach (var (model, weight, belief) in Judged())
        {
            var (middle, variance) = belief.Moments();
            mean += weight * middle;
            square += weight * (variance + (middle * middle));
            wander += weight * model.Wander * model.Wander;
            noise += weight * model.Noise;
        }

        return new Standing(Math.Exp(mean), Math.Max(0, square - (mean * mean)), wander, noise);
    }

    /// <summary>What these weeks alone say of the level, as if nothing were known before them and it had not moved in them.</summary>
    public LevelBelief OnlyOf(IEnumerable<WorkedWeek> weeks, double noise)
    {
        var belief = LevelBelief.Open();
        foreach (var week in weeks)
        {
            belief.Weigh(_likelihood.Of(week.Items, week.Exposure)[_noises.IndexOf(noise)]);
        }

        return belief;
    }

    private sealed record Model(PooledModel Pooled, int NoiseIndex, double[] Wander, LevelBelief Belief, double Evidence)
    {
        public double Evidence { get; set; } = Evidence;
    }
}
