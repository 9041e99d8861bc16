using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Parts;

/// <summary>Chances as numbers of twenty equally likely futures: what a person can picture.</summary>
internal static class Futures
{
    /// <summary>"17 of 20", "more than 19 of 20", "fewer than 1 of 20": never all, never none.</summary>
    public static Sentence OfTwenty(int futures) => futures switch
    {
        >= 20 => $"more than 19 of 20",
        <= 0 => $"fewer than 1 of 20",
        _ => $"{futures} of 20",
    };

    /// <summary>"7 of 20", for a chance: as many as dots stand on or before the day.</summary>
    public static Sentence OfTwenty(double chance) => OfTwenty(chance >= 0.975 ? 20 : Math.Min(19, (int)Math.Floor((chance * 20) + 1e-9)));
}
