using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace BacklogHealth.Core.Forecasting;

/// <summary>
/// The exact distribution of a number of items: a probability for each whole number of steps, a step being one item unless the numbers are huge
/// (see <see cref="Step"/>). Sums of independent numbers are convolutions, so nothing is simulated. Probabilities are never negative and sum to
/// 1 within 1e-12; tails of less than 1e-17 are cut off. Immutable.
/// </summary>
public sealed class Distribution
{
    // What is called a tie: a probability that equals the asked one on paper may miss it by rounding.
    private const double Tie = 1e-12;
    private const double Negligible = 1e-17;

    // A bell curve has lost 1e-17 on either side at 8.5 standard deviations.
    private const double SpreadInDeviations = 17;

    private readonly int _first;
    private readonly double[] _mass;

    private Distribution(int first, double[] mass, int step)
    {
        _first = first;
        _mass = mass;
        Step = step;
    }

    /// <summary>Items in one step, 1 or more. All numbers that come out are multiples of it.</summary>
    public int Step { get; }

    /// <summary>The smallest number of items with a probability.</summary>
    public int Smallest => ItemsAt(0);

    /// <summary>The largest number of items with a probability.</summary>
    public int Largest => ItemsAt(_mass.Length - 1);

    /// <summary>The mean number of items.</summary>
    public double Mean
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < _mass.Length; i++)
            {
                sum += _mass[i] * (_first + i);
            }

            return sum * Step;
        }
    }

    /// <summary>How many numbers have a probability.</summary>
    internal int DifferentNumbers
    {
        get
        {
            var different = 0;
            foreach (var chance in _mass)
            {
                different += chance > 0 ? 1 : 0;
            }

            return different;
        }
    }

    /// <summary>The distribution of one draw from observed numbers, each equally likely.</summary>
    /// <param name="observed">Numbers, 0 or more; at least one.</param>
    /// <param name="step">Items in one step; a number between two multiples is shared between them so that the mean stays the same.</param>
    /// <exception cref="ArgumentException">There is no number.</exception>
    public static Distribution OfDraw(ReadOnlySpan<int> observed, int step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if (observed.IsEmpty)
        {
            throw new ArgumentException("a distribution needs at least one observed number; found none", nameof(observed));
        }

        var (least, most) = (int.MaxValue, 0);
        var times = new Dictionary<int, int>();
        foreach (var number in observed)
        {
            (least, most) = (Math.Min(least, number), Math.Max(most, number));
            times[number] = times.GetValueOrDefault(number) + 1;
        }

        var first = least / step;
        var mass = new double[((most + step - 1) / step) - first + 1];
        foreach (var number in observed)
        {
            if (!times.Remove(number, out var count))
            {
                continue;
            }

            var (whole, rest) = Math.DivRem(number, step);
            var share = (double)count / observed.Length;
            mass[whole - first] += share * (step - rest) / step;
            if (rest > 0)
            {
                mass[whole - first + 1] += share * rest / step;
            }
        }

        return new Distribution(first, mass, step);
    }

    /// <summary>So many items, 0 or more, for certain.</summary>
    internal static Distribution Certain(int items) => new(items, [1.0], 1);

    /// <summary>The distribution with these probabilities of 0, 1, 2 … steps, scaled so that they sum to 1.</summary>
    internal static Distribution OfMass(double[] mass, int step)
    {
        var sum = 0.0;
        foreach (var chance in mass)
        {
            sum += chance;
        }

        for (var i = 0; i < mass.Length; i++)
        {
            mass[i] /= sum;
        }

        return Trimmed(0, mass, step);
    }

    /// <summary>P(X = items).</summary>
    public double Of(int items)
    {
        var index = (items / Step) - _first;
        return items % Step == 0 && index >= 0 && index < _mass.Length ? _mass[index] : 0;
    }

    /// <summary>P(X ≥ items), 0 to 1; 1 for 0 and less.</summary>
    public double ChanceOfAtLeast(int items)
    {
        var index = Math.Max(0, IndexOf(items));
        if (items <= Smallest)
        {
            return 1;
        }

        var chance = 0.0;
        for (var i = _mass.Length - 1; i >= index; i--)
        {
            chance += _mass[i];
        }

        return Math.Min(1, chance);
    }

    /// <summary>P(X ≥ share × Y) for an independent number Y of items.</summary>
    /// <param name="other">The number Y.</param>
    /// <param name="share">Above 0 and at most 1; a share of an item counts as one.</param>
    public double ChanceToReach(Distribution other, double share = 1)
    {
        ArgumentNullException.ThrowIfNull(other);

        // From the largest down, so that what X makes of each number is a running sum.
        var (chance, tail, index) = (0.0, 0.0, _mass.Length - 1);
        for (var i = other._mass.Length - 1; i >= 0; i--)
        {
            var items = (int)Math.Ceiling((share * other.ItemsAt(i)) - Tie);
            for (var least = Math.Max(0, IndexOf(items)); index >= least; index--)
            {
                tail += _mass[index];
            }

            chance += other._mass[i] * tail;
        }

        return Math.Min(1, chance);
    }

    /// <summary>Where a number lies in the distribution, 0 to 1: the probability of less and half that of the same.</summary>
    public double PlaceOf(int items) => 1 - ((ChanceOfAtLeast(items) + ChanceOfAtLeast(items + 1)) / 2);

    /// <summary>The largest k with P(X ≥ k) ≥ <paramref name="probability"/>; 0 where only "0 or more" holds so often.</summary>
    public int AtLeast(double probability)
    {
        var chance = 0.0;
        for (var i = _mass.Length - 1; i > 0; i--)
        {
            chance += _mass[i];
            if (Reaches(chance, probability))
            {
                return ItemsAt(i);
            }
        }

        return Smallest;
    }

    /// <summary>The smallest k with P(X ≤ k) ≥ <paramref name="probability"/>.</summary>
    public int Quantile(double probability) => Quantiles([probability])[0];

    /// <summary>The smallest k with P(X ≤ k) ≥ p, for each p; the probabilities in ascending order.</summary>
    public ImmutableArray<int> Quantiles(IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var found = ImmutableArray.CreateBuilder<int>(probabilities.Count);
        var index = 0;
        var below = _mass[0];
        foreach (var probability in probabilities)
        {
            while (index < _mass.Length - 1 && !Reaches(below, probability))
            {
                below += _mass[++index];
            }

            found.Add(ItemsAt(index));
        }

        return found.MoveToImmutable();
    }

    /// <summary>The distribution of the sum of this number and an independent other one.</summary>
    /// <exception cref="ArgumentException">The two count in different steps.</exception>
    public Distribution Plus(Distribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Step != other.Step)
        {
            throw new ArgumentException(FormattableString.Invariant($"both distributions must count in the same step; found {Step} and {other.Step}"), nameof(other));
        }

        var (few, many) = _mass.Length <= other._mass.Length ? (_mass, other._mass) : (other._mass, _mass); // numbers without a probability are skipped
        var sum = new double[few.Length + many.Length - 1];
        for (var i = 0; i < few.Length; i++)
        {
            if (few[i] > 0)
            {
                AddWeighted(many, few[i], sum.AsSpan(i));
            }
        }

        return Trimmed(_first + other._first, sum, Step);
    }

    /// <summary>The distribution of the sum of <paramref name="count"/> independent numbers like this one; 0 for certain where the count is 0.</summary>
    public Distribution Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var sum = new Distribution(0, [1.0], Step);

        // Few different numbers that lie far apart are cheaper added one by one; many draws of small numbers are cheaper doubled.
        if ((long)DifferentNumbers * count < WidthOf(count))
        {
            for (var i = 0; i < count; i++)
            {
                sum = sum.Plus(this);
            }

            return sum;
        }

        var doubled = this;
        for (var left = count; left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
            {
                sum = sum.Plus(doubled);
            }

            if (left > 1)
            {
                doubled = doubled.Plus(doubled);
            }
        }

        return sum;
    }

    /// <summary>About how many steps the sum of <paramref name="count"/> numbers like this one spreads over.</summary>
    internal double WidthOf(int count)
    {
        var mean = Mean / Step;
        var variance = 0.0;
        for (var i = 0; i < _mass.Length; i++)
        {
            variance += _mass[i] * (_first + i - mean) * (_first + i - mean);
        }

        return Math.Min((double)(_mass.Length - 1) * count, SpreadInDeviations * Math.Sqrt(variance * count));
    }

    /// <summary>True where a computed probability is at least the asked one, ties included.</summary>
    internal static bool Reaches(double chance, double asked) => chance >= asked - Tie;

    /// <summary>Adds <paramref name="weight"/> × each number of <paramref name="from"/> to <paramref name="to"/>. Each sum is built in the same order whatever the width of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddWeighted(ReadOnlySpan<double> from, double weight, Span<double> to)
    {
        var i = 0;
        var weights = new Vector<double>(weight);
        for (; i <= from.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(to[i..]) + (new Vector<double>(from[i..]) * weights)).CopyTo(to[i..]);
        }

        for (; i < from.Length; i++)
        {
            to[i] += from[i] * weight;
        }
    }

    // Where the first number of so many items or more stands; below 0 where all are.
    private int IndexOf(int items) => (int)(((long)items + Step - 1) / Step) - _first;

    private int ItemsAt(int index) => (int)Math.Min(int.MaxValue, (long)(_first + index) * Step);

    private static Distribution Trimmed(int first, double[] mass, int step)
    {
        var low = 0;
        for (var lost = mass[low]; lost < Negligible && low < mass.Length - 1; lost += mass[low])
        {
            low++;
        }

        var high = mass.Length - 1;
        for (var lost = mass[high]; lost < Negligible && high > low; lost += mass[high])
        {
            high--;
        }

        return new Distribution(first + low, low == 0 && high == mass.Length - 1 ? mass : mass.AsSpan(low, high + 1 - low).ToArray(), step);
    }
}
