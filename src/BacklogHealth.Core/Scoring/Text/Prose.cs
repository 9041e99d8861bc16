using System.Buffers;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// A copy of a plain text, unit for unit, in which everything that is no prose is blanked: code, links, addresses, quotations and quoted labels,
/// images, mentions, paths. Offsets stay those of the plain text. Every search for a closing mark is bounded, so reading is linear.
/// </summary>
internal static class Prose
{
    /// <summary>Stands for each blanked unit; no word, no space.</summary>
    public const char Blank = '\uFFFC';

    private const int Reach = 200;
    private const int LongestToken = 500;

    // Without one of these there is nothing in a line to blank.
    private static readonly SearchValues<char> Signs = SearchValues.Create("`{\"“„«»[!<'‘:/\\=$@(-~");

    /// <summary>What texts in Latin letters are made of.</summary>
    public static readonly SearchValues<char> LatinOrBlank = SearchValues.Create([.. Enumerable.Range(0, 0x250).Select(c => (char)c), Blank, '–', '—', '‘', '’', '“', '”', '„', '…', '•', '€']);

    /// <summary>The text with blocks and structured parts blanked; lines are not looked at yet.</summary>
    public static char[] WithoutBlocks(StructuredText text)
    {
        var prose = text.Plain.ToCharArray();
        foreach (var span in text.Spans)
        {
            if (span.Kind is TextKind.Code or TextKind.Quote or TextKind.Link or TextKind.Image or TextKind.Mention)
            {
                Wipe(prose, span.Start, span.End);
            }
        }

        foreach (var (open, close) in (ReadOnlySpan<(string, string)>)[("{code", "{code}"), ("{noformat", "{noformat}"), ("{quote", "{quote}"), ("```", "```")])
        {
            WipeFences(prose, open, close);
        }

        return prose;
    }

    /// <summary>Blanks what is no prose inside one line. Most lines hold none of the signs that could open such a part, and are passed at once.</summary>
    public static void WipeInline(Span<char> line)
    {
        var tried = -1;
        for (var i = 0; i < line.Length;)
        {
            var next = line[i..].IndexOfAny(Signs);
            if (next < 0)
            {
                break;
            }

            var sign = i + next;
            var start = TokenStart(line, i, sign);
            var end = start > tried ? TokenAt(line, start) : start;
            tried = Math.Max(tried, start);
            if (end <= start)
            {
                (start, end) = (sign, ClosedAt(line, sign));
            }

            Wipe(line, start, end);
            i = Math.Max(end, sign + 1);
        }

        for (var at = line.IndexOf("www."); at >= 0; at = line.IndexOf("www."))
        {
            Wipe(line, at, Math.Max(TokenAt(line, at), at + 4));
        }
    }

    // Start of the token that holds the sign, not before what was read already; -1 where it does not begin within reach.
    private static int TokenStart(ReadOnlySpan<char> line, int from, int sign)
    {
        for (var start = sign; start >= from && sign - start < Reach; start--)
        {
            if (start == 0 || IsEdge(line[start - 1]))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool IsEdge(char c) => char.IsWhiteSpace(c) || c is '(' or '<' or '[';

    // End of a part that begins here with an opening mark and has its closing mark near; else the start.
    private static int ClosedAt(ReadOnlySpan<char> line, int i)
    {
        var opensWord = i == 0 || !char.IsLetterOrDigit(line[i - 1]);
        return line[i] switch
        {
            '`' => After(line, i, "`"),
            '{' when i + 1 < line.Length && line[i + 1] == '{' => After(line, i, "}}"),
            '{' => After(line, i, "}"),
            '"' => After(line, i, "\""),
            '“' or '„' => Nearer(After(line, i, "“"), After(line, i, "”"), i),
            '«' => After(line, i, "»"),
            '»' => After(line, i, "«"),
            '[' when i + 1 < line.Length && line[i + 1] == '~' => After(line, i, "]"),
            '[' => Link(line, i),
            '!' when opensWord => Picture(line, i),
            '<' => Tag(line, i),
            '\'' or '‘' when opensWord && i + 1 < line.Length && char.IsLetterOrDigit(line[i + 1]) => QuotedLabel(line, i),
            _ => i,
        };
    }

    private static int After(ReadOnlySpan<char> line, int i, string close)
    {
        var rest = line[(i + 1)..Math.Min(line.Length, i + 1 + Reach)];
        var at = rest.IndexOf(close, StringComparison.Ordinal);
        return at < 0 ? i : i + 1 + at + close.Length;
    }

    // The nearer of two ends; one that is the start was not found.
    private static int Nearer(int one, int other, int start) => one == start || (other > start && other < one) ? other : one;

    private static int Link(ReadOnlySpan<char> line, int i)
    {
        var end = After(line, i, "]");
        return end > i && (line[i..end].Contains('|') || line[i..end].Contains("://", StringComparison.Ordinal)) ? end : i;
    }

    private static int Picture(ReadOnlySpan<char> line, int i)
    {
        var end = After(line, i, "!");
        return end > i + 4 && line[i..end].Contains('.') && !line[(i + 1)..(end - 1)].Contains(' ') ? end : i;
    }

    private static int Tag(ReadOnlySpan<char> line, int i)
    {
        var end = After(line, i, ">");
        return end > i && line[i..end].IndexOfAny('/', '=') >= 0 ? end : i;
    }

    private static int QuotedLabel(ReadOnlySpan<char> line, int i)
    {
        var limit = Math.Min(line.Length, i + 60);
        for (var k = i + 2; k < limit; k++)
        {
            if (line[k] is '\'' or '’' && (k + 1 >= line.Length || !char.IsLetterOrDigit(line[k + 1])))
            {
                return k + 1;
            }
        }

        return i;
    }

    // End of a token that is an address, a path or code; else the start.
    private static int TokenAt(ReadOnlySpan<char> line, int i)
    {
        if (char.IsWhiteSpace(line[i]))
        {
            return i;
        }

        // What goes on for longer is no path.
        var near = line[i..Math.Min(line.Length, i + LongestToken)];
        var length = near.IndexOfAny(' ', '\t');
        var end = i + (length < 0 ? near.Length : length);
        var whole = line[i..end];
        var token = whole.TrimEnd(".,;:!?)]>*_");
        var isCode = token.Contains("://", StringComparison.Ordinal)
            || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || token.Contains("::", StringComparison.Ordinal)
            || whole.Contains("()", StringComparison.Ordinal)
            || token.Contains("->", StringComparison.Ordinal)
            || token.StartsWith("--", StringComparison.Ordinal)
            || token.IndexOfAny('=', '\\', '$') >= 0
            || (token.IndexOf('@') is >= 0 and var at && token[at..].Contains('.'))
            || token.Count('/') >= 2
            || (token.Contains('/') && token.Contains('.'))
            || (token.Length > 1 && token[0] is '/' or '~' && char.IsLetter(token[1]));
        return isCode ? i + token.Length : i;
    }

    private static void WipeFences(char[] prose, string open, string close)
    {
        for (var from = 0; from < prose.Length;)
        {
            var at = prose.AsSpan(from).IndexOf(open, StringComparison.Ordinal);
            if (at < 0)
            {
                return;
            }

            var start = from + at;
            var inside = start + open.Length;
            var end = prose.AsSpan(inside).IndexOf(close, StringComparison.Ordinal);
            from = end < 0 ? prose.Length : inside + end + close.Length;
            Wipe(prose, start, from);
        }
    }

    // Line ends and spaces stay, so that lines stay lines.
    private static void Wipe(Span<char> prose, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            prose[i] = prose[i] == '\n' ? '\n' : Blank;
        }
    }
}
