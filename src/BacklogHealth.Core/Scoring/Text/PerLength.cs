namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Points for what is counted by the piece: one in a page weighs less than one in a line.</summary>
internal static class PerLength
{
    /// <summary>Words of a text of usual length: up to here each piece counts in full.</summary>
    public const int UsualLength = 60;

    /// <summary>Points for some pieces.</summary>
    /// <param name="each">Points for one in a text of usual length.</param>
    /// <param name="pieces">How many there are.</param>
    /// <param name="words">Number of words of the item.</param>
    public static int Points(int each, int pieces, int words) => (int)Math.Ceiling((double)each * pieces * UsualLength / Math.Max(UsualLength, words));
}
