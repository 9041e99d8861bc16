namespace BacklogHealth.Learning.Tests;

/// <summary>Chance by SplitMix64, so that the same seed gives the same items for ever.</summary>
internal sealed class Mixed(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from 0 on, below one.</summary>
    public int Next(int below) => (int)(Bits() % (ulong)below);

    /// <summary>A number from 0 on, below 1.</summary>
    public double Unit() => (Bits() >> 11) / (double)(1UL << 53);

    private ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
