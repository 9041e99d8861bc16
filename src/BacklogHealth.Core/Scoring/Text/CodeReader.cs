using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Finds what is spelt as code: blocks of it, and names of fields, functions, options and files within a sentence.</summary>
internal static class CodeReader
{
    private const int LongestName = 200;
    private const int LongestRun = 60;

    /// <summary>True where a text shows code, a log or anything preformatted, be it a single run.</summary>
    public static bool Shows(TextReading text) =>
        Array.Exists(text.Lines, l => l.Kind == LineKind.NotProse) || text.Text.Spans.Any(s => s.Kind == TextKind.Code) || HasFence(text.Plain);

    /// <summary>True where a text shows a block of code, more than a name.</summary>
    public static bool ShowsBlock(TextReading text) =>
        HasFence(text.Plain) || text.Text.Spans.Any(s => s.Kind == TextKind.Code && (s.Length > LongestRun || text.Plain.AsSpan(s.Start, s.Length).Contains('\n')));

    /// <summary>True where a text points to a page or to another item: what is to be seen may stand there.</summary>
    public static bool PointsElsewhere(TextReading text) =>
        text.ShowsPage || Array.Exists(text.Words, w => IsKey(text.Plain.AsSpan(w.Start, w.Length)));

    /// <summary>True where something that is spelt as a name of code stands between two units of a text: "order_id", "setTotal()", "Shop.Basket", "--dry-run".</summary>
    public static bool Names(TextReading text, int start, int end)
    {
        foreach (var span in text.Text.Spans)
        {
            if (span.Kind == TextKind.Code && span.Start < end && span.End > start)
            {
                return true;
            }
        }

        var plain = text.Plain.AsSpan()[start..end];
        foreach (var range in plain.SplitAny(' ', '\n', '\t', ','))
        {
            var token = plain[range].Trim("()[]\"'`*.:;?!“”„");
            if (token.Length is > 2 and < LongestName && (plain[range].StartsWith("{{") || IsName(token, plain[range])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasFence(string plain) => plain.Contains("{code", StringComparison.Ordinal) || plain.Contains("{noformat", StringComparison.Ordinal) || plain.Contains("```", StringComparison.Ordinal);

    private static bool IsName(ReadOnlySpan<char> token, ReadOnlySpan<char> whole)
    {
        if (token.Contains("://", StringComparison.Ordinal) || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || token.Contains('@'))
        {
            return false;
        }

        return whole.Contains("()", StringComparison.Ordinal) || token.Contains("::", StringComparison.Ordinal) || token.StartsWith("--", StringComparison.Ordinal) || IsPath(token) || JoinsLetters(token);
    }

    // "SHOP-12": two capitals or more, a hyphen, a number.
    private static bool IsKey(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOf('-');
        return hyphen >= 2 && hyphen + 1 < word.Length && !word[..hyphen].ContainsAnyExceptInRange('A', 'Z') && !word[(hyphen + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    // "shop/conf/tax", not "12/31/2026" and not "read/write".
    private static bool IsPath(ReadOnlySpan<char> token) => token.Count('/') >= 2 && token.IndexOfAnyExceptInRange('/', '9') >= 0;

    // "order_id", "Shop.Basket", "orderId"; "e.g" and "Node.js" are too short on one side to be told from a word.
    private static bool JoinsLetters(ReadOnlySpan<char> token)
    {
        for (var i = 1; i + 1 < token.Length; i++)
        {
            var (before, after) = (token[i - 1], token[i + 1]);
            if ((token[i] == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after))
                || (token[i] == '.' && i > 1 && i + 2 < token.Length && char.IsLetter(before) && char.IsLetter(after) && char.IsLetter(token[i - 2]) && char.IsLetter(token[i + 2]))
                || (char.IsUpper(token[i]) && char.IsLower(before) && char.IsLower(token[0])))
            {
                return true;
            }
        }

        return false;
    }
}
