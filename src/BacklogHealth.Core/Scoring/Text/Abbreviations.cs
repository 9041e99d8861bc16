namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Tells abbreviations: two to six capitals, maybe with a small "s" behind them, that are no part of a key, a constant or a name.</summary>
internal static class Abbreviations
{
    private const int Shortest = 2;
    private const int Longest = 6;

    /// <summary>True where a word is an abbreviation.</summary>
    public static bool IsOne(TextReading text, int i)
    {
        var word = text.Words[i];
        if (word.Entry is { Verb: not null } || word.Length is < Shortest or > Longest + 1 || text.Prose[word.Start] is < 'A' or > 'Z' || text.Prose[word.Start + 1] is < 'A' or > 'Z')
        {
            return false;
        }

        var length = Singular(word.Lower).Length;
        return length <= Longest && text.Prose.Slice(word.Start, length).IndexOfAnyExceptInRange('A', 'Z') < 0
            && (length == word.Length || text.Prose[word.End - 1] == 's')
            && !IsPartOfMore(text, word) && !IsShouted(text, i);
    }

    /// <summary>An abbreviation in lower case, without the "s" of several.</summary>
    public static ReadOnlySpan<char> Singular(string lower) => lower.Length > Shortest && lower[^1] == 's' ? lower.AsSpan()[..^1] : lower;

    /// <summary>True where the letters of an abbreviation begin words in a row somewhere in a text ("parcel reference number").</summary>
    public static bool IsSpeltOut(TextReading text, string lower)
    {
        var letters = Singular(lower);
        for (var i = 0; i + letters.Length <= text.Words.Length; i++)
        {
            if (text.Words[i].Lower[0] == letters[0] && Begin(text.Words, i, letters))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begin(Word[] words, int i, ReadOnlySpan<char> letters)
    {
        for (var k = 0; k < letters.Length; k++)
        {
            if (words[i + k].Lower[0] != letters[k] || words[i + k].Length < 2)
            {
                return false;
            }
        }

        return true;
    }

    // "DM-12", "FOO_BAR", "A/B", "HTTP.GET", "[RFC|…".
    private static bool IsPartOfMore(TextReading text, Word word)
    {
        var before = word.Start > 0 ? text.Prose[word.Start - 1] : ' ';
        var behind = word.End < text.Prose.Length ? text.Prose[word.End] : ' ';
        var next = word.End + 1 < text.Prose.Length ? text.Prose[word.End + 1] : ' ';
        return before is '-' or '_' or '/' or '.' or '#' or '<' or '[' or '@' or Prose.Blank || behind is '-' or '_' or '/' or '#' or '>' or ']' or '(' or '=' or '|' or Prose.Blank
            || (behind is ':' or '.' && char.IsLetterOrDigit(next));
    }

    // Among longer words in capitals it is a word that is shouted.
    private static bool IsShouted(TextReading text, int i) => IsInCapitals(text, i - 1) || IsInCapitals(text, i + 1);

    private static bool IsInCapitals(TextReading text, int i) =>
        i >= 0 && i < text.Words.Length && text.Words[i].Length > Longest && text.Prose.Slice(text.Words[i].Start, text.Words[i].Length).IndexOfAnyInRange('a', 'z') < 0;
}
