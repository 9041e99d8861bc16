using System.Collections.Concurrent;

namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>
/// How far the mean level of the weeks to come may lie from the level now. In each of them it may wander or jump; a move is felt by the weeks behind
/// it, less by each, since teams tend to come back from what they strayed to.
/// </summary>
internal static class HorizonKernels
{
    /// <summary>Share of a move that is taken back each week.</summary>
    private const double TakenBack = 0.08;

    // Moments of a horizon at which a jump is looked at; each is as likely as another.
    private const int Moments = 8;

    private static readonly ConcurrentDictionary<Key, double[]> Made = new();

    /// <summary>The kernel for a horizon in calendar days, shifted by <paramref name="tilt"/> of the model's usual moves.</summary>
    public static double[] Of(PooledModel model, int days, double tilt) => Made.GetOrAdd(new Key(model.Wander, model.Jumps, days, tilt * model.Move), static key =>
    {
        var weeks = key.Days / 7.0;
        var jumps = -Math.Log(1 - key.Jumps) * weeks;
        var (none, one) = (Math.Exp(-jumps), jumps * Math.Exp(-jumps));
        var jump = OneJump(weeks);

        // More than one jump counts as two.
        var jumped = LevelGrid.Mix(LevelGrid.Mix([1], none, jump, one), 1, LevelGrid.Chain(jump, jump), 1 - none - one);
        return LevelGrid.Chain(LevelGrid.Chain(LevelGrid.Bell(key.Wander * Math.Sqrt(Wandered(weeks))), jumped), LevelGrid.Shift(key.Tilt));
    });

    private sealed record Key(double Wander, double Jumps, int Days, double Tilt);

    // Share of the horizon that a move is felt in which happens with so many weeks of it left.
    private static double Felt(double left, double weeks) => (1 - Math.Pow(1 - TakenBack, left)) / (-Math.Log(1 - TakenBack) * weeks);

    // Variance of the mean level over that of one week's move; half a week more, since the level of the last week stands for its middle.
    private static double Wandered(double weeks)
    {
        const int Parts = 64;
        var sum = 0.0;
        for (var i = 0; i < Parts; i++)
        {
            var felt = Felt(weeks * (i + 0.5) / Parts, weeks);
            sum += felt * felt;
        }

        return (sum / Parts * weeks) + 0.5;
    }

    private static double[] OneJump(double weeks)
    {
        var sizes = LevelGrid.Bell(LevelPool.JumpSize);
        var reach = sizes.Length / 2;
        var kernel = new double[sizes.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            for (var moment = 0; moment < Moments; moment++)
            {
                var felt = Felt(weeks * (moment + 0.5) / Moments, weeks);
                var change = Math.Log(1 - felt + (felt * Math.Exp((i - reach) * LevelGrid.Step))) / LevelGrid.Step;
                var below = (int)Math.Floor(change);
                var share = sizes[i] / Moments;
                kernel[below + reach] += share * (1 - (change - below));
                kernel[Math.Min(kernel.Length - 1, below + reach + 1)] += share * (change - below);
            }
        }

        return kernel;
    }
}
