using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>How often statements held, beside how often they would have as said: misses are said plainly, a short record is called short.</summary>
internal static class RecordInWords
{
    /// <summary>Fewest statements that are called a record.</summary>
    private const int Fewest = 3;

    /// <summary>"Our 85 % held 33 of 39 times before."; where that is too seldom, what it would have been.</summary>
    public static string Short(HeldBefore? held) => held is not { Of: >= Fewest } ? "There is no record of such statements yet."
        : $"Our {Say.Percent(held.Probability)} held {Say.Number(held.Times)} of {Say.Count(held.Of, "time")} before"
            + (RecordOfStatements.Judge(held) == RecordVerdict.LessOften ? $", where {Expected(held)} would be right: the date is less sure than it sounds." : ".");

    /// <summary>The record of a percentage, for who knows what one is.</summary>
    public static Sentence Long(HeldBefore? held) => held is not { Of: >= Fewest }
        ? "There is no record yet of how often such statements held: the history is too short to walk through."
        : OldWords.Of(
            "Our ", OldWords.Strong($"{Say.Percent(held.Probability)} held {Say.Number(held.Times)} of {Say.Count(held.Of, "time")}"),
            $" when the same statement was made at past points of this team's own history; {Say.Percent(held.Probability)} would have been {Expected(held)}.{Verdict(held, "The numbers are")}");

    /// <summary>The record of "17 of 20 futures", without percentages.</summary>
    public static Sentence Plain(HeldBefore? held) => held is not { Of: >= Fewest }
        ? "There is no record yet: the history is too short to look back and check."
        : OldWords.Of(
            $"We went back to {Say.Count(held.Of, "past point")} of this team's history and said there by when 17 of 20 futures end. It came true ",
            OldWords.Strong(held.Times == held.Of && held.Of > 1 ? $"all {Say.Number(held.Of)} times" : Say.Count(held.Times, "time")),
            $"; 17 of 20 would have been {Expected(held)}.{Verdict(held, "The days above are")}");

    /// <summary>"32"; "8 or 9" where the number lies between.</summary>
    private static string Expected(HeldBefore held)
    {
        var exact = held.Probability * held.Of;
        var lower = (int)Math.Floor(exact);
        return (exact - lower) switch
        {
            < 0.4 => Say.Number(lower),
            > 0.6 => Say.Number(lower + 1),
            _ => $"{Say.Number(lower)} or {Say.Number(lower + 1)}",
        };
    }

    private static string Verdict(HeldBefore held, string what) => RecordOfStatements.Judge(held) switch
    {
        RecordVerdict.LessOften => $" {what} less sure than they sound.",
        RecordVerdict.MoreOften => $" {what} on the careful side.",
        RecordVerdict.TooFew => " So short a record says little yet.",
        _ => "",
    };
}
