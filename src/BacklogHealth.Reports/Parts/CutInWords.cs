using BacklogHealth.Core.Scoring;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The cut that a finding proposes, in words: "One way to cut it, by operations, first: create; later: edit, share." A suggestion, no more.</summary>
internal static class CutInWords
{
    private const int LongestPhrase = 60, MostLater = 3;

    /// <summary>The question of a finding, with its cut behind it where it has one.</summary>
    public static Line Ask(string question, Finding finding)
    {
        Line ask = question;
        return finding.Cut is { } cut ? Line.Join(ask, " ", Of(cut)) : ask;
    }

    private static Line Of(Cut cut)
    {
        var first = cut.First == 1 ? Quote(cut.Parts[0]) : $"the first {Say.Word(cut.First)} of them";
        var runs = new List<Run> { $"One way to cut it, {By(cut.Pattern)} first: ", first, "; later: " };
        var later = cut.Parts.RemoveRange(0, cut.First);
        foreach (var phrase in later.Take(MostLater))
        {
            if (runs[^1].Emphasis == Emphasis.Mark)
            {
                runs.Add(", ");
            }

            runs.Add(Quote(phrase));
        }

        runs.Add(later.Length > MostLater ? $" and {Say.Number(later.Length - MostLater)} more." : ".");
        return new Line([.. runs]);
    }

    /// <summary>The pattern as it stands before "first".</summary>
    private static string By(string pattern) => pattern switch
    {
        SplitPatterns.Simple => "the plain case",
        SplitPatterns.Effort => "the major effort",
        SplitPatterns.Performance => "what works",
        SplitPatterns.Spike => "a spike",
        _ => $"by {pattern},",
    };

    private static Run Quote(string words) => new(Say.Short(words, LongestPhrase), Emphasis.Mark);
}
