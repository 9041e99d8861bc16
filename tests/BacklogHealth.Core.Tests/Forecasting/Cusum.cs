using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Core.Tests.Forecasting;

/// <summary>The best test there is for one known change: the cumulative sum of log likelihood ratios, told both paces and the noise, with one false alarm a year.</summary>
internal sealed class Cusum
{
    private readonly double _before;
    private readonly double _after;
    private readonly double _noise;
    private readonly double _limit;
    private double _sum;

    public Cusum(double before, double after, double noise)
    {
        (_before, _after, _noise) = (before, after, Math.Max(noise, 1.0001));
        _limit = Limit();
    }

    public void Start() => _sum = 0;

    /// <summary>True where this week raises the alarm; then it starts anew.</summary>
    public bool Sees(int week)
    {
        _sum = Math.Max(0, _sum + Gain(week));
        if (_sum <= _limit)
        {
            return false;
        }

        _sum = 0;
        return true;
    }

    private double Gain(int week) => NegativeBinomial.LogOf(week, _after, _noise) - NegativeBinomial.LogOf(week, _before, _noise);

    // By bisection on four hundred quiet years.
    private double Limit()
    {
        const int Years = 400;
        var random = new Random(5);
        var gains = Enumerable.Range(0, 52 * Years).Select(_ => Gain(Enumerable.Range(0, 5).Sum(_ => SyntheticTeam.Count(random, _before / 5, _noise > 1.001 ? _noise : 1)))).ToArray();
        var (low, high) = (0.1, 20.0);
        for (var i = 0; i < 30; i++)
        {
            var middle = (low + high) / 2;
            var (alarms, sum) = (0, 0.0);
            foreach (var gain in gains)
            {
                sum = Math.Max(0, sum + gain);
                if (sum > middle)
                {
                    alarms++;
                    sum = 0;
                }
            }

            (low, high) = alarms > Years ? (middle, high) : (low, middle);
        }

        return high;
    }
}
