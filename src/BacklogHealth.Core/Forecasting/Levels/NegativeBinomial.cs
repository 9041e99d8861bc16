namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>
/// Counts whose variance is a fixed multiple of their mean: independent events where the multiple is near 1, batches where it is larger. Sums of such
/// counts with the same multiple are such counts again, so that a horizon of any length is one of them.
/// </summary>
internal static class NegativeBinomial
{
    // Below this share of the largest probability a tail is not followed.
    private const double Negligible = 1e-15;

    /// <summary>Logarithm of the probability of a count.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="mean">Above 0.</param>
    /// <param name="noise">Variance over mean, above 1.</param>
    public static double LogOf(int count, double mean, double noise)
    {
        var size = mean / (noise - 1);
        return LogGamma(count + size) - LogGamma(size) - LogGamma(count + 1) - (size * Math.Log(noise)) + (count * Math.Log((noise - 1) / noise));
    }

    /// <summary>Adds <paramref name="weight"/> × the probability of each number of steps, from 0 on; what lies behind the last is left out.</summary>
    /// <param name="mean">Mean in items.</param>
    /// <param name="noise">Variance over mean, above 1.</param>
    /// <param name="weight">What the whole is to weigh.</param>
    /// <param name="step">Items in a step; above 1 only where counts are so large that neighbouring ones are about as likely.</param>
    /// <param name="mass">One number for each number of steps.</param>
    public static void AddTo(Span<double> mass, double mean, double noise, double weight, int step)
    {
        if (step > 1)
        {
            AddSampled(mass, mean, noise, weight, step);
            return;
        }

        var size = mean / (noise - 1);
        var ratio = (noise - 1) / noise;
        var mode = (int)Math.Clamp((size - 1) * (noise - 1), 0, mass.Length - 1);
        var peak = weight * Math.Exp(LogOf(mode, mean, noise));
        var least = peak * Negligible;
        var chance = peak;
        for (var k = mode; k < mass.Length && chance > least; k++)
        {
            mass[k] += chance;
            chance *= ratio * (k + size) / (k + 1);
        }

        chance = peak;
        for (var k = mode; k > 0 && chance > least; k--)
        {
            chance *= k / (ratio * (k - 1 + size));
            mass[k - 1] += chance;
        }
    }

    /// <summary>The whole distribution.</summary>
    /// <param name="mean">Above 0.</param>
    /// <param name="noise">Variance over mean, above 1.</param>
    public static Distribution Of(double mean, double noise)
    {
        var mass = new double[Reach(mean, noise)];
        AddTo(mass, mean, noise, 1, 1);
        return Distribution.OfMass(mass, 1);
    }

    /// <summary>Behind so many items there is next to nothing.</summary>
    public static int Reach(double mean, double noise) => (int)(mean + (10 * Math.Sqrt(noise * mean)) + (30 * noise)) + 2;

    /// <summary>P(X ≥ count) for a count of 1 or more.</summary>
    public static double AtLeast(int count, double mean, double noise) => new Tail(count, noise).Of(mean);

    /// <summary>Logarithm of the gamma function for numbers above 0, to about twelve digits (Stirling's series behind 8).</summary>
    public static double LogGamma(double x)
    {
        var shift = 0.0;
        if (x < 8)
        {
            var product = 1.0;
            for (; x < 8; x++)
            {
                product *= x;
            }

            shift = Math.Log(product);
        }

        var y = 1 / (x * x);
        return ((x - 0.5) * Math.Log(x)) - x + 0.91893853320467274 + ((1.0 / 12) - (y * ((1.0 / 360) - (y * ((1.0 / 1260) - (y / 1680)))))) / x - shift;
    }

    /// <summary>P(X ≥ count) for many means: what does not depend on the mean is computed once.</summary>
    /// <param name="count">1 or more.</param>
    /// <param name="noise">Variance over mean, above 1.</param>
    public readonly struct Tail(int count, double noise)
    {
        private readonly double _ratio = (noise - 1) / noise;
        private readonly double _logNoise = Math.Log(noise);
        private readonly double _constant = (count * Math.Log((noise - 1) / noise)) - LogGamma(count + 1);

        /// <summary>The probability for a mean above 0.</summary>
        public double Of(double mean)
        {
            // Far from the mean the answer is known without adding up: eight deviations leave less than 1e-12 at either end.
            var distance = count - mean;
            if (distance * distance > 64 * noise * (mean + count))
            {
                return distance > 0 ? 0 : 1;
            }

            var size = mean / (noise - 1);
            var chance = Math.Exp(LogGamma(count + size) - LogGamma(size) - (size * _logNoise) + _constant);
            var sum = 0.0;

            // The smaller number of terms: down from the count, or up from it.
            if (distance > 0)
            {
                for (var k = count; chance > Negligible * (sum + double.Epsilon) && k < int.MaxValue; k++)
                {
                    sum += chance;
                    chance *= _ratio * (k + size) / (k + 1);
                }

                return Math.Min(1, sum);
            }

            for (var k = count; k > 0 && chance > Negligible * (sum + double.Epsilon); k--)
            {
                chance *= k / (_ratio * (k - 1 + size));
                sum += chance;
            }

            return Math.Max(0, 1 - sum);
        }
    }

    private static void AddSampled(Span<double> mass, double mean, double noise, double weight, int step)
    {
        var deviation = Math.Sqrt(mean * noise);
        var (low, high) = ((int)Math.Max(0, (mean - (9 * deviation)) / step), (int)Math.Min(mass.Length - 1, (mean + (9 * deviation)) / step));
        var sum = 0.0;
        for (var k = low; k <= high; k++)
        {
            sum += Math.Exp(LogOf(k * step, mean, noise));
        }

        for (var k = low; k <= high && sum > 0; k++)
        {
            mass[k] += weight * Math.Exp(LogOf(k * step, mean, noise)) / sum;
        }
    }
}
