using System.Buffers;
using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>Pieces of an item in its own words, as somebody would name them on a card.</summary>
internal static class Pieces
{
    private const int Longest = 60;
    private const int LongestJoin = 5;
    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:.!?(\n–—|");
    private static readonly WordList Joins = WordList.Named("joins");
    private static readonly WordList OpenEnds = WordList.Named("openEnds");
    private static readonly WordList Infinitive = WordList.Named("infinitive");

    /// <summary>Some words in a row, up to a mark that ends the thought, without a joining word at the end; null where that is long, or ends in the middle of a thought.</summary>
    public static string? Of(TextReading text, int first, int end)
    {
        var last = first;
        while (last + 1 < end && !Ends(text, last))
        {
            last++;
        }

        if (IsCutShort(text, last))
        {
            return null;
        }

        while (last > first && JoinedBehind(text.Words, last, first) is > 0 and var join)
        {
            last -= join;
        }

        var piece = first < end ? text.Plain[text.Words[first].Start..text.Words[last].End].ReplaceLineEndings(" ") : "";
        return piece.Length is > 1 and <= Longest && (last == first || !OpenEnds.Holds(text.Words[last])) ? Lower(piece) : null;
    }

    /// <summary>A cut into these pieces; null where there are not two different ones, or one of them could not be named.</summary>
    public static Cut? Cut(string pattern, IEnumerable<string?> pieces)
    {
        var parts = pieces.ToImmutableArray();
        return parts.Length > 1 && !parts.Contains(null) && parts.Distinct(StringComparer.OrdinalIgnoreCase).Count() == parts.Length ? new Cut(pattern, parts!) : null;
    }

    // What belongs to a thought is joined by spaces, quotation marks, hyphens; a comma or a bracket ends it.
    private static bool Ends(TextReading text, int word)
    {
        var gap = text.Plain.AsSpan()[text.Words[word].End..text.Words[word + 1].Start];
        return gap.ContainsAny(Marks) || text.Prose[text.Words[word].End..text.Words[word + 1].Start].Contains(Prose.Blank) || gap.Contains(" - ", StringComparison.Ordinal);
    }

    // Number of words of what joins at the end: "and", "and then", "and be able to".
    private static int JoinedBehind(Word[] words, int last, int first)
    {
        for (var length = Math.Min(LongestJoin, last - first); length > 0; length--)
        {
            if (Joins.At(words, last - length + 1) == length)
            {
                return length;
            }
        }

        return Infinitive.Holds(words[last]) ? 1 : 0;
    }

    // A quotation or code behind the last word belongs to the thought, and cannot be named.
    private static bool IsCutShort(TextReading text, int word)
    {
        foreach (var c in text.Prose[text.Words[word].End..])
        {
            if (c is not (' ' or '"' or '\'' or '“' or '‘' or '[' or '{'))
            {
                return c is Prose.Blank or '@' or '<';
            }
        }

        return false;
    }

    private static string Lower(string words) =>
        words.Length > 1 && char.IsUpper(words[0]) && char.IsLower(words[1]) ? string.Concat(words[..1].ToLowerInvariant(), words.AsSpan(1)) : words;
}
