namespace BacklogHealth.Core.Models.Skill;

/// <summary>What is compared pair by pair.</summary>
internal static class Pairs
{
    /// <summary>Refuses two lists of different length.</summary>
    public static void Check(int first, int second)
    {
        if (first != second)
        {
            throw new ArgumentException(FormattableString.Invariant($"Two lists are compared pair by pair and have {first} and {second} entries; expected as many in both."), nameof(second));
        }
    }
}
