using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The cut that a finding proposes, in words: "One way to cut it, by operations, first: create; later: edit, share." A suggestion, no more.</summary>
internal static class CutInWords
{
    private const int LongestPhrase = 60, MostLater = 3;

    /// <summary>The question of a finding, with its cut behind it where it has one.</summary>
    public static Sentence Ask(string question, Finding finding)
    {
        var ask = Sentence.Written(question);
        return finding.Cut is { } cut ? Sentence.Join(ask, Of(cut)) : ask;
    }

    private static Sentence Of(Cut cut)
    {
        Sentence first = cut.First == 1 ? (Sentence)$"{Quote(cut.Parts[0])}" : $"the first {cut.First:##} of them";
        var later = cut.Parts.RemoveRange(0, cut.First);
        var rest = new Sentence(0, 0);
        foreach (var phrase in later.Take(MostLater))
        {
            if (!rest.IsEmpty)
            {
                rest.AppendLiteral(", ");
            }

            rest.AppendFormatted(Quote(phrase));
        }

        return later.Length > MostLater
            ? (Sentence)$"One way to cut it, {By(cut.Pattern)} first: {first}; later: {rest} and {later.Length - MostLater} more."
            : $"One way to cut it, {By(cut.Pattern)} first: {first}; later: {rest}.";
    }

    /// <summary>The pattern as it stands before "first".</summary>
    private static Sentence By(string pattern) => pattern switch
    {
        SplitPatterns.Simple => $"the plain case",
        SplitPatterns.Effort => $"the major effort",
        SplitPatterns.Performance => $"what works",
        SplitPatterns.Spike => $"a spike",
        SplitPatterns.Operations => $"by operations,",
        SplitPatterns.Steps => $"by workflow steps,",
        SplitPatterns.Rules => $"by business rules,",
        SplitPatterns.Data => $"by kinds of data,",
        SplitPatterns.Interface => $"by interfaces,",
        SplitPatterns.Roles => $"by roles,",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "no such pattern"),
    };

    private static Run Quote(string words) => new(Say.Short(words, LongestPhrase), Emphasis.Mark);
}
