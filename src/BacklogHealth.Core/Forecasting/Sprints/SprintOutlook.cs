using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Forecasting.Sprints;

/// <summary>What can be said of the end of a running sprint.</summary>
public sealed record SprintOutlook
{
    /// <summary>The sprint as it stands.</summary>
    public required SprintMoment Now { get; init; }

    /// <summary>Why nothing can be said, as whole sentences; null where something can.</summary>
    public Sentence? WhyNot { get; init; }

    /// <summary>Chance of each number of items left over at the end, from 0 on; empty where nothing can be said.</summary>
    public ImmutableArray<double> LeftOver { get; init; } = [];

    /// <summary>True where what is left was compared in points, false where in items.</summary>
    public bool InPoints { get; init; }

    /// <summary>Past sprints in which everything was done though as much was left at this point, or more.</summary>
    public int DoneWithAsMuch { get; init; }

    /// <summary>Past sprints in which something was left over though no more was left at this point.</summary>
    public int NotDoneWithNoMore { get; init; }

    /// <summary>The other past sprints: done with less left, or not done with more. Each counts a quarter.</summary>
    public int TellLittle { get; init; }

    /// <summary>Chance that everything left is done by the end, 0 to 1; null where nothing can be said.</summary>
    public double? Chance => LeftOver.IsEmpty ? null : LeftOver[0];

    /// <summary>The smallest number of items that are left over, or fewer, with at least this chance.</summary>
    /// <param name="probability">More than 0, less than 1.</param>
    /// <exception cref="InvalidOperationException">Nothing can be said.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> lies outside its range.</exception>
    public int AtMost(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        if (LeftOver.IsEmpty)
        {
            throw new InvalidOperationException("nothing can be said of this sprint: see WhyNot");
        }

        var (sum, items) = (0.0, 0);
        for (; items < LeftOver.Length - 1; items++)
        {
            sum += LeftOver[items];
            if (sum >= probability - 1e-12)
            {
                break;
            }
        }

        return items;
    }

    /// <summary>The largest number of items that are left over, or more, with at least this chance.</summary>
    /// <param name="probability">More than 0, less than 1.</param>
    /// <exception cref="InvalidOperationException">Nothing can be said.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> lies outside its range.</exception>
    public int AtLeast(double probability)
    {
        var items = AtMost(1 - probability);
        return LeftOver.Skip(items).Sum() >= probability - 1e-12 ? items : items - 1;
    }
}
