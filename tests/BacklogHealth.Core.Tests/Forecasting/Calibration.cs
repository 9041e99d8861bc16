using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Tests.Forecasting;

/// <summary>
/// How well distributions foretold what came, as the field measures it: by the probability integral transform (the share of points at which the number
/// that came lies at or above the level that was to be reached so often; ties are split evenly, since a count cannot hold exactly 85 %), and by CRPS.
/// </summary>
internal sealed class Calibration
{
    public static readonly double[] Said = [0.95, 0.85, 0.70, 0.50];

    private static readonly double[] Levels = [.. Enumerable.Range(1, 99).Select(i => i / 100.0)];
    private readonly double[] _held = new double[Said.Length];
    private readonly int[] _stated = new int[Said.Length];
    private readonly int[] _statedHeld = new int[Said.Length];
    private double _crps;

    public int Points { get; private set; }

    public double Crps => _crps / Points;

    public void Add(Distribution said, int came)
    {
        Points++;
        _crps += said.Quantiles(Levels).Zip(Levels, (q, level) => 2 * (came - q) * (level - (came < q ? 1 : 0))).Average();
        var (above, least) = (said.ChanceOfAtLeast(came + 1), said.ChanceOfAtLeast(came));
        for (var i = 0; i < Said.Length; i++)
        {
            // It holds where P(X > came) lies below what was said; where what was said falls on the number that came itself, in part.
            _held[i] += least <= Said[i] ? 1 : above > Said[i] ? 0 : (Said[i] - above) / (least - above);
            if (said.AtLeast(Said[i]) is > 0 and var items)
            {
                _stated[i]++;
                _statedHeld[i] += came >= items ? 1 : 0;
            }
        }
    }

    /// <summary>Share of points at which a statement at <see cref="Said"/>[index] held, by the transform.</summary>
    public double Held(int index) => _held[index] / Points;

    /// <summary>Points at which "at least so many" said more than "0 or more", and how many of these came true.</summary>
    public (int Held, int Of) Stated(int index) => (_statedHeld[index], _stated[index]);
}
