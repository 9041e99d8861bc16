using System.Buffers;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Tells pasted code, logs and stack traces from prose, line by line, by their look.</summary>
internal static class LogLine
{
    private static readonly string[] Openings = ["Caused by:", "Exception in thread", "Traceback (most recent", "$ ", "> ", ">>> ", "INFO ", "INFO:", "WARN ", "WARN:", "WARNING:", "DEBUG ", "DEBUG:", "ERROR ", "ERROR:", "TRACE ", "FATAL ", "[INFO]", "[WARN", "[DEBUG]", "[ERROR]", "#include", "import java", "SELECT ", "curl ", "sudo ", "git "];

    private static readonly SearchValues<char> OpeningLetters = SearchValues.Create([.. Openings.Select(o => o[0]).Distinct()]);

    // What prose is made of; letters of other alphabets are counted one by one.
    private static readonly SearchValues<char> PlainSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzäöüÄÖÜß .,'’-?!\"“”" + Prose.Blank);

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzäöüÄÖÜß'’-");

    // So many words of letters alone make a sentence.
    private const int FewestWords = 6;

    /// <summary>True where the line is none that somebody wrote to be read.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        if (OpeningLetters.Contains(line[0]))
        {
            foreach (var opening in Openings)
            {
                if (line.StartsWith(opening, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return IsFrame(line) || IsStamped(line) || (line.Length >= 8 && line[^1] is ';' or '{' or '}' && !IsSentence(line)) || IsMostlySigns(line);
    }

    // "Not all pages declare what they need; call check();" is said of code, and begins as sentences do.
    private static bool IsSentence(ReadOnlySpan<char> line)
    {
        var words = 0;
        foreach (var part in line.Split(' '))
        {
            var word = line[part].TrimEnd(",.:");
            words += word.Length > 1 && word.IndexOfAnyExcept(Letters) < 0 ? 1 : 0;
        }

        return words >= FewestWords && char.IsUpper(line[0]) && line[1..FewestWords].IndexOfAnyExceptInRange('A', 'Z') >= 0;
    }

    // "at org.example.Type.method(Type.java:12)"
    private static bool IsFrame(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("at ", StringComparison.Ordinal))
        {
            return false;
        }

        var open = line.IndexOf('(');
        return open > 3 && line[3..open].Contains('.') && !line[3..open].Contains(' ');
    }

    // "2013-05-29 23:29:33 …", "[12:30:01] …", "I0529 23:29:33.123"
    private static bool IsStamped(ReadOnlySpan<char> line)
    {
        var head = line[..Math.Min(line.Length, 26)];
        var colon = head.IndexOf(':');
        return colon >= 2 && colon + 5 < head.Length
            && char.IsAsciiDigit(head[colon - 1]) && char.IsAsciiDigit(head[colon - 2])
            && char.IsAsciiDigit(head[colon + 1]) && char.IsAsciiDigit(head[colon + 2])
            && head[colon + 3] == ':' && char.IsAsciiDigit(head[colon + 4]);
    }

    private static bool IsMostlySigns(ReadOnlySpan<char> line)
    {
        if (line.Length < 12)
        {
            return false;
        }

        var most = line.Length * 3 / 10;
        var signs = 0;
        for (var at = line.IndexOfAnyExcept(PlainSigns); at >= 0 && signs <= most; at = line.IndexOfAnyExcept(PlainSigns))
        {
            signs += char.IsLetter(line[at]) || char.IsSurrogate(line[at]) ? 0 : 1;
            line = line[(at + 1)..];
        }

        return signs > most;
    }
}
