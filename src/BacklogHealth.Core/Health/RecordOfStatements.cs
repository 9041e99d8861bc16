using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Core.Health;

/// <summary>How often statements came true, against how often they said they would.</summary>
public enum RecordVerdict
{
    /// <summary>Too few statements to tell them from chance.</summary>
    TooFew,

    /// <summary>Clearly less often.</summary>
    LessOften,

    /// <summary>About as often.</summary>
    AsOften,

    /// <summary>Clearly more often.</summary>
    MoreOften,
}

/// <summary>Judges a record of past statements: misses are named early, praise late.</summary>
public static class RecordOfStatements
{
    /// <summary>Statements from which on a record is called about as often as said, or five points too low.</summary>
    public const int Enough = 20;

    private const double Clearly = 0.05;

    private const double Chance = 0.10;

    /// <summary>
    /// Less often where twenty or more statements held more than five points too seldom, or where chance alone would give so few less than one time
    /// in ten; more often where chance alone would give so many less than one time in ten (exact binomial tails). Else about as often from twenty on.
    /// </summary>
    public static RecordVerdict Judge(HeldBefore held)
    {
        ArgumentNullException.ThrowIfNull(held);
        var share = (double)held.Times / Math.Max(1, held.Of);
        return held.Of == 0 ? RecordVerdict.TooFew
            : (held.Of >= Enough && share < held.Probability - Clearly) || Between(0, held.Times, held) < Chance ? RecordVerdict.LessOften
            : Between(held.Times, held.Of, held) < Chance ? RecordVerdict.MoreOften
            : held.Of >= Enough ? RecordVerdict.AsOften
            : RecordVerdict.TooFew;
    }

    /// <summary>Probability of this many to that many hits, if each statement held with the probability that it named.</summary>
    private static double Between(int first, int last, HeldBefore held)
    {
        var sum = 0.0;
        var ways = 0.0;
        for (var k = 0; k <= last; k++)
        {
            // Logarithms, since the powers of a long record are too small for a number.
            ways += k == 0 ? 0 : Math.Log((held.Of - k + 1) / (double)k);
            sum += k < first ? 0 : Math.Exp(ways + (k * Math.Log(held.Probability)) + ((held.Of - k) * Math.Log(1 - held.Probability)));
        }

        return sum;
    }
}
