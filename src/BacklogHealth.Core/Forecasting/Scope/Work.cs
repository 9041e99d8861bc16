namespace BacklogHealth.Core.Forecasting.Scope;

/// <summary>Work whose size is not known for certain: how many items will have to be finished until it is done.</summary>
/// <param name="Items">The number of items, where the work comes to an end.</param>
/// <param name="Endless">Probability that it comes to none, since more is added than finished; 0 to 1.</param>
public sealed record Work(Distribution Items, double Endless = 0)
{
    /// <summary>Work of so many items, 0 or more, no more and no less.</summary>
    public static Work Of(int items)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        return new(Distribution.Certain(items));
    }

    /// <summary>The number of items where it is certain; else null.</summary>
    public int? Known => Endless == 0 && Items.Smallest == Items.Largest ? Items.Smallest : null;

    /// <summary>Both together: as large as their sum, and endless where either is.</summary>
    public Work Plus(Work other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Items.Plus(other.Items), 1 - ((1 - Endless) * (1 - other.Endless)));
    }

    /// <summary>Chance that it is done where so many items are finished.</summary>
    /// <param name="finished">How many items are finished, apart from how large the work is.</param>
    /// <param name="share">The share of it that is to be done, above 0 and at most 1.</param>
    public double ChanceOf(Distribution finished, double share = 1)
    {
        ArgumentNullException.ThrowIfNull(finished);
        return (1 - Endless) * finished.ChanceToReach(Items, share);
    }
}
