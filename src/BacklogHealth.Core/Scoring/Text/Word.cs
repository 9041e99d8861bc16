using System.Buffers;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>One word of prose.</summary>
/// <param name="Start">First UTF-16 unit in the plain text.</param>
/// <param name="Length">Number of UTF-16 units, 1 or more.</param>
/// <param name="Lower">The word in lower case.</param>
/// <param name="Entry">What the language's lists know of it; null where they do not.</param>
/// <param name="Joined">True where nothing but white space lies between it and the word before, on the same line.</param>
internal readonly record struct Word(int Start, int Length, string Lower, LexiconEntry? Entry, bool Joined)
{
    /// <summary>First UTF-16 unit behind the word.</summary>
    public int End => Start + Length;
}

/// <summary>Words read out of prose: letters and digits, with hyphens, apostrophes, underscores and dots inside. One pass.</summary>
internal static class Words
{
    private const int UsualLength = 64;

    /// <summary>The words in order.</summary>
    /// <param name="prose">The prose.</param>
    /// <param name="lexicon">What looks them up; null for bare words.</param>
    public static Word[] Read(ReadOnlySpan<char> prose, Lexicon? lexicon)
    {
        if (prose.IsEmpty)
        {
            return [];
        }

        var words = new Room<Word>((prose.Length / 6) + 4);
        Span<char> buffer = stackalloc char[UsualLength];
        var last = -1;
        for (var i = 0; i < prose.Length;)
        {
            if (!IsLetterOrDigit(prose[i]))
            {
                i++;
                continue;
            }

            var end = End(prose, i);
            var joined = last >= 0 && OnlySpaces(prose[last..i]);
            words.Add(Look(prose[i..end], i, joined, buffer, lexicon));
            (last, i) = (end, end);
        }

        return words.ToArray();
    }

    /// <summary>True where the words of a phrase stand from a word on, with nothing but white space between them. The first is taken as found.</summary>
    public static bool Stand(Word[] words, int i, string[] phrase)
    {
        if (i + phrase.Length > words.Length)
        {
            return false;
        }

        for (var k = 1; k < phrase.Length; k++)
        {
            if (!words[i + k].Joined || !string.Equals(words[i + k].Lower, phrase[k], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static Word Look(ReadOnlySpan<char> word, int start, bool joined, Span<char> buffer, Lexicon? lexicon)
    {
        if (word.Length > buffer.Length)
        {
            return new Word(start, word.Length, word.ToString().ToLowerInvariant().Replace('’', '\''), null, joined);
        }

        var lower = buffer[..word.Length];
        if (System.Text.Ascii.ToLower(word, lower, out _) != OperationStatus.Done)
        {
            word.ToLowerInvariant(lower);
            lower.Replace('’', '\'');
        }

        var entry = lexicon?.Find(lower);
        return new Word(start, word.Length, entry?.Lower ?? lower.ToString(), entry, joined);
    }

    private static int End(ReadOnlySpan<char> prose, int start)
    {
        var i = start + 1;
        while (i < prose.Length)
        {
            var c = prose[i];
            var inside = IsLetterOrDigit(c) || c == '_' || (c is '-' or '\'' or '’' or '.' && i + 1 < prose.Length && IsLetterOrDigit(prose[i + 1]));
            if (!inside)
            {
                break;
            }

            i++;
        }

        return i;
    }

    private static bool IsLetterOrDigit(char c) => char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

    private static bool OnlySpaces(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
        {
            if (c != ' ' && (c == '\n' || !char.IsWhiteSpace(c)))
            {
                return false;
            }
        }

        return true;
    }
}
