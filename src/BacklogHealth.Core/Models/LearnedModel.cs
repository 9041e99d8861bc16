using System.Collections.Immutable;

namespace BacklogHealth.Core.Models;

/// <summary>A model with where it comes from and what its values look like.</summary>
/// <param name="Card">Where it comes from.</param>
/// <param name="Model">What it learned.</param>
/// <param name="Scale">Its values on the items it was learned from at equal shares, smallest first: the first is their smallest, the last their largest; two or more.</param>
public sealed record LearnedModel(ModelCard Card, LinearModel Model, ImmutableArray<double> Scale)
{
    /// <summary>Version of the features that this program reads.</summary>
    public const int Features = 1;

    /// <summary>The share of those items whose value is smaller, between 0 and 1.</summary>
    public double RankOf(double value)
    {
        var at = Scale.BinarySearch(value);
        if (at >= 0)
        {
            return at / (double)(Scale.Length - 1);
        }

        var next = ~at;
        if (next == 0 || next == Scale.Length)
        {
            return next == 0 ? 0 : 1;
        }

        var (low, high) = (Scale[next - 1], Scale[next]);
        return (next - 1 + ((value - low) / (high - low))) / (Scale.Length - 1);
    }
}
