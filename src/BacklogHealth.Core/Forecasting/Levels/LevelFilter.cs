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

    private readonly double[] _noises;
    private readonly ImmutableArray<Model> _models;
    private readonly WeekLikelihood _likelihood;
    private int _weeks;

    public LevelFilter(LevelPool pool)
    {
        _noises = Different(pool.Models);
        _likelihood = new WeekLikelihood(_noises, LevelPool.OddWeeks);
        _models = [.. pool.Models.Select(m => new Model(m, Math.Log(m.Weight), IndexOf(m.Noise), LevelGrid.Bell(m.Wander), LevelBelief.Open()))];
    }

    /// <summary>The different noises of the models, ascending.</summary>
    public ReadOnlySpan<double> Noises => _noises;

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
    public ImmutableArray<JudgedModel> Judged()
    {
        var best = double.NegativeInfinity;
        foreach (var model in _models)
        {
            best = Math.Max(best, model.Evidence + model.LogWeight);
        }

        var sum = 0.0;
        foreach (var model in _models)
        {
            model.Worth = Math.Exp(model.Evidence + model.LogWeight - best);
            sum += model.Worth;
        }

        return [.. _models.Select(m => new JudgedModel(m.Pooled, m.Worth / sum, m.Belief))];
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
            belief.Weigh(_likelihood.Of(week.Items, week.Exposure)[IndexOf(noise)]);
        }

        return belief;
    }

    private int IndexOf(double noise)
    {
        var index = 0;
        while (_noises[index] != noise)
        {
            index++;
        }

        return index;
    }

    // Each noise once, put in behind the smaller ones.
    private static double[] Different(ImmutableArray<PooledModel> models)
    {
        double[] noises = [];
        foreach (var model in models)
        {
            var at = 0;
            while (at < noises.Length && noises[at] < model.Noise)
            {
                at++;
            }

            if (at == noises.Length || noises[at] > model.Noise)
            {
                noises = [.. noises.AsSpan(0, at), model.Noise, .. noises.AsSpan(at, noises.Length - at)];
            }
        }

        return noises;
    }

    private sealed record Model(PooledModel Pooled, double LogWeight, int NoiseIndex, double[] Wander, LevelBelief Belief)
    {
        public double Evidence { get; set; }

        public double Worth { get; set; }
    }
}
