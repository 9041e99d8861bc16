namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>What is believed of a level: a probability for each of <see cref="LevelGrid.Levels"/>, kept only where it is not negligible.</summary>
internal sealed class LevelBelief
{
    private const double Negligible = 1e-10;
    private const double Impossible = 1e-250;

    private double[] _chances;
    private double[]? _spare;
    private int _from;
    private int _to;

    private LevelBelief(double[] chances, int from, int to)
    {
        _chances = chances;
        (_from, _to) = (from, to);
    }

    /// <summary>Nothing is known: each level is as likely as any other.</summary>
    public static LevelBelief Open()
    {
        var belief = new LevelBelief(new double[LevelGrid.Levels.Length], 0, 0);
        belief.ForgetAll();
        return belief;
    }

    /// <summary>A copy that changes by itself.</summary>
    public LevelBelief Copy() => new((double[])_chances.Clone(), _from, _to);

    /// <summary>A week has passed: the level has wandered by a kernel; or it has jumped, and lies by another kernel about where it was believed to be.</summary>
    public void Pass(ReadOnlySpan<double> wander, ReadOnlySpan<double> jump, double jumps)
    {
        var middle = (int)Math.Round(Middle());
        var (from, to) = (Math.Min(_from - (wander.Length / 2), middle - (jump.Length / 2)), Math.Max(_to + (wander.Length / 2), middle + (jump.Length / 2) + 1));
        (from, to) = (Math.Max(0, from), Math.Min(_chances.Length, to));
        _spare ??= new double[_chances.Length];
        _spare.AsSpan(from, to - from).Clear();
        AddSpread(wander, 1 - jumps, _spare);
        AddAt(middle, jump, jumps, _spare);
        (_chances, _spare) = (_spare, _chances);
        (_from, _to) = (from, to);
    }

    /// <summary>A week was seen: each level counts as much more as it made the week likely. Answers how likely the week was.</summary>
    /// <param name="likelihood">Probability of what was seen, for each level of the grid.</param>
    public double Weigh(ReadOnlySpan<double> likelihood)
    {
        var sum = 0.0;
        for (var i = _from; i < _to; i++)
        {
            _chances[i] *= likelihood[i];
            sum += _chances[i];
        }

        if (sum < Impossible)
        {
            // No level that was believed in explains such a week: everything is open again.
            ForgetAll();
            Weigh(likelihood);
            return Impossible;
        }

        var scale = 1 / sum;
        foreach (ref var chance in _chances.AsSpan(_from, _to - _from))
        {
            chance *= scale;
        }

        while (_chances[_from] < Negligible)
        {
            _from++;
        }

        while (_chances[_to - 1] < Negligible)
        {
            _to--;
        }

        return sum;
    }

    /// <summary>Mean and variance of the level's logarithm.</summary>
    public (double Mean, double Variance) Moments()
    {
        var (mean, square) = (0.0, 0.0);
        for (var i = _from; i < _to; i++)
        {
            mean += i * _chances[i];
            square += (double)i * i * _chances[i];
        }

        return (LevelGrid.Lowest + (mean * LevelGrid.Step), Math.Max(0, square - (mean * mean)) * LevelGrid.Step * LevelGrid.Step);
    }

    /// <summary>This belief and another, each with its share.</summary>
    public LevelBelief With(LevelBelief other, double share)
    {
        var chances = new double[_chances.Length];
        AddSpread([1], 1 - share, chances);
        other.AddSpread([1], share, chances);
        return new(chances, Math.Min(_from, other._from), Math.Max(_to, other._to));
    }

    /// <summary>Adds the belief, spread by a kernel and weighted, to a sum over the whole grid; what would leave the grid stays at its end.</summary>
    public void AddSpread(ReadOnlySpan<double> kernel, double weight, Span<double> sum)
    {
        var reach = kernel.Length / 2;
        if (_from - reach < 0 || _to + reach > _chances.Length)
        {
            for (var i = _from; i < _to; i++)
            {
                AddAt(i, kernel, weight * _chances[i], sum);
            }

            return;
        }

        // Shift by shift, since a kernel has fewer numbers than a belief.
        var chances = _chances.AsSpan(_from, _to - _from);
        for (var shift = 0; shift < kernel.Length; shift++)
        {
            Distribution.AddWeighted(chances, weight * kernel[shift], sum[(_from - reach + shift)..]);
        }
    }

    private static void AddAt(int middle, ReadOnlySpan<double> kernel, double weight, Span<double> sum)
    {
        var first = middle - (kernel.Length / 2);
        var from = Math.Clamp(-first, 0, kernel.Length);
        var to = Math.Clamp(sum.Length - first, from, kernel.Length);
        for (var i = 0; i < from; i++)
        {
            sum[0] += weight * kernel[i];
        }

        if (from < to)
        {
            Distribution.AddWeighted(kernel[from..to], weight, sum[(first + from)..]);
        }

        for (var i = to; i < kernel.Length; i++)
        {
            sum[^1] += weight * kernel[i];
        }
    }

    private void ForgetAll()
    {
        for (var i = 0; i < _chances.Length; i++)
        {
            _chances[i] = 1.0 / _chances.Length;
        }

        (_from, _to) = (0, _chances.Length);
    }

    private double Middle()
    {
        var middle = 0.0;
        for (var i = _from; i < _to; i++)
        {
            middle += i * _chances[i];
        }

        return middle;
    }
}
