namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>Seeded chance (SplitMix64), the same on every platform. Named streams keep one item's luck apart from another's.</summary>
internal sealed class Chance(ulong state)
{
    private ulong _state = state;

    /// <summary>A stream of its own for a name: FNV-1a of the name, mixed with the seed.</summary>
    public static Chance For(int seed, string name)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var c in name)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return new Chance(hash);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Uniform in [from, to).</summary>
    public double Between(double from, double to) => from + ((to - from) * Unit());

    public bool Happens(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> values) => values[(int)(Unit() * values.Count)];

    /// <summary>Lognormal with this median; sigma is the standard deviation of its logarithm.</summary>
    public double Skewed(double median, double sigma)
    {
        // Box-Muller; 1 - u keeps the logarithm's argument above 0.
        var normal = Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());
        return median * Math.Exp(sigma * normal);
    }
}
