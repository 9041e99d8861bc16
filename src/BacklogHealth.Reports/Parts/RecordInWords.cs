using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Parts;

/// <summary>How often statements held, beside how often they would have as said: misses are said plainly, a short record is called short.</summary>
internal static class RecordInWords
{
    /// <summary>Fewest statements that are called a record.</summary>
    internal const int Fewest = 3;

    /// <summary>"Our 85 % held 33 of 39 times before."; where that is too seldom, what it would have been.</summary>
    public static Sentence Short(HeldBefore? held) =>
        held is not { Of: >= Fewest } ? (Sentence)$"There is no record of such statements yet."
        : RecordOfStatements.Judge(held) == RecordVerdict.LessOften ? $"Our {held.Probability:%} held {held.Times} of {held.Of} times before, where {Expected(held)} would be right: the date is less sure than it sounds."
        : (Sentence)$"Our {held.Probability:%} held {held.Times} of {held.Of} times before.";

    /// <summary>The record of a percentage, for who knows what one is.</summary>
    public static Sentence Long(HeldBefore? held) => held is not { Of: >= Fewest }
        ? (Sentence)$"There is no record yet of how often such statements held: the history is too short to walk through."
        : Sentence.Join(
            $"Our **{held.Probability:%} held {held.Times} of {held.Of} times** when the same statement was made at past points of this team's own history; {held.Probability:%} would have been {Expected(held)}.",
            RecordOfStatements.Judge(held) switch
            {
                RecordVerdict.LessOften => $"The numbers are less sure than they sound.",
                RecordVerdict.MoreOften => $"The numbers are on the careful side.",
                RecordVerdict.TooFew => $"So short a record says little yet.",
                _ => Sentence.None,
            });

    /// <summary>The record of "17 of 20 futures", without percentages.</summary>
    public static Sentence Plain(HeldBefore? held) => held is not { Of: >= Fewest }
        ? (Sentence)$"There is no record yet: the history is too short to look back and check."
        : Sentence.Join(
            $"We went back to {held.Of} past points of this team's history and said there by when 17 of 20 futures end.",
            held.Times == held.Of
                ? (Sentence)$"It came true **all {held.Of} times**; 17 of 20 would have been {Expected(held)}."
                : $"It came true **{held.Times:no times|# time|# times}**; 17 of 20 would have been {Expected(held)}.",
            RecordOfStatements.Judge(held) switch
            {
                RecordVerdict.LessOften => $"The days above are less sure than they sound.",
                RecordVerdict.MoreOften => $"The days above are on the careful side.",
                RecordVerdict.TooFew => $"So short a record says little yet.",
                _ => Sentence.None,
            });

    /// <summary>"32"; "8 or 9" where the number lies between.</summary>
    internal static Sentence Expected(HeldBefore held)
    {
        var exact = held.Probability * held.Of;
        var lower = (int)Math.Floor(exact);
        return (exact - lower) switch
        {
            < 0.4 => lower,
            > 0.6 => lower + 1,
            _ => $"{lower} or {lower + 1}",
        };
    }
}
