namespace BacklogHealth.Core.Scoring.Text;

/// <summary>One word of prose.</summary>
/// <param name="Start">First UTF-16 unit in the plain text.</param>
/// <param name="Length">Number of UTF-16 units, 1 or more.</param>
/// <param name="Lower">The word in lower case.</param>
/// <param name="Joined">True where nothing but white space lies between it and the word before, on the same line.</param>
internal readonly record struct Word(int Start, int Length, string Lower, bool Joined)
{
    /// <summary>First UTF-16 unit behind the word.</summary>
    public int End => Start + Length;
}

/// <summary>Words read out of prose: letters and digits, with hyphens, apostrophes, underscores and dots inside. One pass.</summary>
internal static class Words
{
    public static List<Word> Read(ReadOnlySpan<char> prose)
    {
        var words = new List<Word>();
        var last = -1;
        for (var i = 0; i < prose.Length;)
        {
            if (!char.IsLetterOrDigit(prose[i]))
            {
                i++;
                continue;
            }

            var end = End(prose, i);
            words.Add(new Word(i, end - i, Lower(prose[i..end]), last >= 0 && OnlySpaces(prose[last..i])));
            (last, i) = (end, end);
        }

        return words;
    }

    private static int End(ReadOnlySpan<char> prose, int start)
    {
        var i = start + 1;
        while (i < prose.Length)
        {
            var c = prose[i];
            var inside = char.IsLetterOrDigit(c) || c == '_' || (c is '-' or '\'' or '’' or '.' && i + 1 < prose.Length && char.IsLetterOrDigit(prose[i + 1]));
            if (!inside)
            {
                break;
            }

            i++;
        }

        return i;
    }

    private static string Lower(ReadOnlySpan<char> word)
    {
        var lower = word.ToString().ToLowerInvariant();
        return lower.Replace('’', '\'');
    }

    private static bool OnlySpaces(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
        {
            if (c == '\n' || !char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }
}
