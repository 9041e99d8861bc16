using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Health;

/// <summary>So many of so many.</summary>
/// <param name="Times">How many it befell.</param>
/// <param name="Of">Of how many, 0 or more.</param>
public readonly record struct Share(int Times, int Of)
{
    /// <summary>Between 0 and 1; 0 of nothing.</summary>
    public double Value => Of == 0 ? 0 : (double)Times / Of;

    /// <summary>A share as so many of a hundred, as sentences say it.</summary>
    public static int OfHundred(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);

    /// <summary>Where the difference of two true shares, this one less the other, lies with 95 % certainty: Newcombe's interval, from two of Wilson's.</summary>
    public (double From, double To) Less(Share other)
    {
        var (mine, theirs) = (Within(this), Within(other));
        var difference = Value - other.Value;
        return (difference - Root(Value - mine.From, theirs.To - other.Value), difference + Root(mine.To - Value, other.Value - theirs.From));
    }

    private static (double From, double To) Within(Share share) => new HeldBefore(0, share.Times, share.Of).Interval;

    private static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
