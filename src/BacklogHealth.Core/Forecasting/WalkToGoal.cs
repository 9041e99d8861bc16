namespace BacklogHealth.Core.Forecasting;

/// <summary>
/// Adds day after day of independent draws and keeps only what lies below a number of items: what has reached it stays there. So each day costs as
/// much as the goal is far, not as much as the horizon is long, and the chance can only grow.
/// </summary>
internal sealed class WalkToGoal
{
    private const double Negligible = 1e-17;

    private readonly (int Steps, double Probability)[] _day;
    private double[] _below;
    private double[] _next;
    private int _low;
    private int _high;

    public WalkToGoal(Distribution oneDay, int items)
    {
        var step = oneDay.Step;
        var goal = (items + step - 1) / step;
        _day = [.. Enumerable.Range(oneDay.Smallest / step, (oneDay.Largest - oneDay.Smallest) / step + 1)
            .Select(s => (s, oneDay.Of(s * step))).Where(d => d.Item2 > 0)];
        _below = new double[goal];
        _next = new double[goal];
        _below[0] = 1;
        _high = 1;
    }

    /// <summary>Days added so far.</summary>
    public int Days { get; private set; }

    /// <summary>Chance that the goal is reached within <see cref="Days"/>.</summary>
    public double Chance { get; private set; }

    public void Advance()
    {
        var goal = _below.Length;
        _next.AsSpan(_low, Math.Min(goal, _high + _day[^1].Steps) - _low).Clear();
        var high = _low;
        foreach (var (steps, probability) in _day)
        {
            // Below the goal after this day: those that stood at less than goal − steps before.
            var end = Math.Clamp(goal - steps, _low, _high);
            Distribution.AddWeighted(_below.AsSpan(_low, end - _low), probability, end > _low ? _next.AsSpan(_low + steps) : default);
            for (var i = end; i < _high; i++)
            {
                Chance += _below[i] * probability;
            }

            high = end > _low ? Math.Max(high, end + steps) : high;
        }

        (_below, _next) = (_next, _below);
        _high = high;
        DropTail();
        Chance = Math.Min(1, Chance);
        Days++;
    }

    // What lags so far behind that it cannot matter is left behind, so that the band stays narrow.
    private void DropTail()
    {
        var lost = 0.0;
        while (_low < _high && (lost += _below[_low]) < Negligible)
        {
            _low++;
        }
    }
}
