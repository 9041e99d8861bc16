namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>
/// The levels that are told apart: from one item in fifty weeks to two million a week, in steps of eight per cent. A level's uncertainty is a
/// probability for each of them; to spread it is to add a kernel, weighted, around each.
/// </summary>
internal static class LevelGrid
{
    /// <summary>Distance of two neighbours in natural logarithms.</summary>
    public const double Step = 0.08;

    /// <summary>Logarithm of the lowest level.</summary>
    public static readonly double Lowest = Math.Log(0.02);

    private static readonly double[] All = Make();

    /// <summary>The levels in items a week, ascending.</summary>
    public static ReadOnlySpan<double> Levels => All;

    /// <summary>A kernel of 2 r + 1 numbers about its middle that sum to 1: the bell curve of this standard deviation in natural logarithms, cut off at four of them.</summary>
    public static double[] Bell(double deviation)
    {
        var variance = deviation * deviation / (Step * Step);
        if (variance < 1)
        {
            // Narrower than a step: three numbers keep the variance exactly.
            return [variance / 2, 1 - variance, variance / 2];
        }

        var reach = (int)Math.Ceiling(4 * deviation / Step);
        var kernel = new double[(2 * reach) + 1];
        for (var i = -reach; i <= reach; i++)
        {
            kernel[i + reach] = Math.Exp(-i * i / (2 * variance));
        }

        var sum = 0.0;
        foreach (var share in kernel)
        {
            sum += share;
        }

        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] /= sum;
        }

        return kernel;
    }

    /// <summary>A kernel that moves everything by so much in natural logarithms, shared between the two nearest steps.</summary>
    public static double[] Shift(double by)
    {
        var steps = by / Step;
        var below = (int)Math.Floor(steps);
        var reach = Math.Max(Math.Abs(below), Math.Abs(below + 1));
        var kernel = new double[(2 * reach) + 1];
        kernel[below + reach] = 1 - (steps - below);
        kernel[below + 1 + reach] = steps - below;
        return kernel;
    }

    /// <summary>The weighted sum of two kernels about the same middle.</summary>
    public static double[] Mix(double[] one, double weight, double[] other, double otherWeight)
    {
        var (wide, narrow) = one.Length >= other.Length ? (one, other) : (other, one);
        var (wideWeight, narrowWeight) = one.Length >= other.Length ? (weight, otherWeight) : (otherWeight, weight);
        var shift = (wide.Length - narrow.Length) / 2;
        var mixed = new double[wide.Length];
        for (var i = 0; i < mixed.Length; i++)
        {
            mixed[i] = (wide[i] * wideWeight) + (i >= shift && i < shift + narrow.Length ? narrow[i - shift] * narrowWeight : 0);
        }

        return mixed;
    }

    /// <summary>One kernel after another.</summary>
    public static double[] Chain(double[] one, double[] other)
    {
        var chained = new double[one.Length + other.Length - 1];
        for (var i = 0; i < one.Length; i++)
        {
            Distribution.AddWeighted(other, one[i], chained.AsSpan(i));
        }

        return chained;
    }

    private static double[] Make()
    {
        var levels = new double[231];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = Math.Exp(Lowest + (i * Step));
        }

        return levels;
    }
}
