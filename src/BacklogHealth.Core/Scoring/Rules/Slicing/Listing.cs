using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>Some words in a row that a list knows.</summary>
internal readonly record struct Listed(int First, int Length)
{
    /// <summary>Index behind the last word.</summary>
    public int End => First + Length;
}

/// <summary>Finds members of a word list side by side, joined by commas, slashes, "and", or a line each: "Android, iOS and the web".</summary>
internal static class Listing
{
    private const int MostBetween = 3;
    private static readonly WordList Joins = WordList.Named("joins");
    private static readonly WordList Fillers = WordList.Named("listFillers");

    /// <summary>The longest row of different members between two words; empty where none stands there.</summary>
    public static List<Listed> Longest(TextReading text, WordList list, int first, int end)
    {
        List<Listed> longest = [], row = [];
        for (var i = first; i < end;)
        {
            var length = list.At(text.Words, i);
            if (length == 0 || i + length > end)
            {
                i++;
                continue;
            }

            if (row.Count > 0 && !AreJoined(text, row[^1].End, i))
            {
                longest = row.Count > longest.Count ? row : longest;
                row = [];
            }

            // No more members than the list has: a text that repeats two of them a thousand times gives two.
            if (!row.Exists(r => Same(text.Words, r, new Listed(i, length))))
            {
                row.Add(new Listed(i, length));
            }

            i += length;
        }

        return row.Count > longest.Count ? row : longest;
    }

    private static bool Same(Word[] words, Listed a, Listed b)
    {
        for (var i = 0; a.Length == b.Length && i < a.Length; i++)
        {
            if (!string.Equals(words[a.First + i].Lower, words[b.First + i].Lower, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return a.Length == b.Length;
    }

    // Between two members: a sign or word that joins, and beside it only small words.
    private static bool AreJoined(TextReading text, int from, int to)
    {
        if (to - from > MostBetween)
        {
            return false;
        }

        var joined = false;
        for (var i = from; i < to; i++)
        {
            var join = Joins.At(text.Words, i) > 0;
            if (!join && !Fillers.Holds(text.Words[i]))
            {
                return false;
            }

            joined |= join;
        }

        for (var i = from; i <= to; i++)
        {
            foreach (var c in text.Prose[text.Words[i - 1].End..text.Words[i].Start])
            {
                if (c is ',' or '/' or '&' or '+' or ';' or '|' or '\n')
                {
                    joined = true;
                }
                else if (!char.IsWhiteSpace(c) && c is not ('-' or '*' or '•' or '#' or '(' or ')' or '"' or '\'' or '“' or '”' or '‘' or '’' or '[' or ']' or '_'))
                {
                    return false;
                }
            }
        }

        return joined;
    }
}
