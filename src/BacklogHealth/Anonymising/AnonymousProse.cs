using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Anonymising;

/// <summary>
/// Replaces the words of a text and leaves the rest: marks, spaces, lines. Kept are words of our own lists, which are public, where they are written as words of a sentence are.
/// What is joined by dots, underscores, slashes or digits is a name, whatever its parts; so is a word with a capital inside of an English sentence.
/// </summary>
/// <param name="words">The words in place of others.</param>
/// <param name="names">The addresses in place of others.</param>
/// <param name="keys">The keys in place of others.</param>
internal sealed partial class AnonymousProse(MadeUpWords words, AnonymousNames names, AnonymousKeys keys)
{
    private const string Around = "()[]{}<>,;:!?\"'“”„‚‘’«»….*|";

    // The second half are letters beyond the first plane, as bold ones and rare signs; pictures that people write between words are none.
    private const string Letter = @"([\p{L}\p{M}]|[\uD800-\uD83B\uD840-\uDBFF][\uDC00-\uDFFF])";

    private static readonly SearchValues<char> Joining = SearchValues.Create("@\\_=#&%$");
    private static readonly string[] Shortened = ["s", "t", "re", "ve", "ll", "d", "m"];

    /// <summary>Other words for a part of a text.</summary>
    /// <param name="text">The whole text, which tells where sentences begin.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="german">True where words with a capital may stand inside of a sentence.</param>
    public string Replaced(string text, int start, int end, bool german)
    {
        ArgumentNullException.ThrowIfNull(text);
        var made = new StringBuilder(end - start);
        for (var i = start; i < end;)
        {
            var from = i;
            while (i < end && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            made.Append(Chunk(text[from..i], BeginsSentence(text, from), german));
            for (; i < end && char.IsWhiteSpace(text[i]); i++)
            {
                made.Append(text[i]);
            }
        }

        return made.ToString();
    }

    /// <summary>Other words for a text in which nothing is kept: code, names of people.</summary>
    public string Whole(string text) => Run().Replace(text, m => Part(m.Value));

    private string Chunk(string chunk, bool begins, bool german)
    {
        var core = chunk.Trim(Around.ToCharArray());
        var at = core.Length == 0 ? 0 : chunk.IndexOf(core, StringComparison.Ordinal);
        return chunk[..at] + Core(core, begins, german) + chunk[(at + core.Length)..];
    }

    private string Core(string core, bool begins, bool german)
    {
        if (core.Contains("://", StringComparison.Ordinal) || core.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return names.Address(core);
        }

        if (core.IndexOf('@', StringComparison.Ordinal) > 0)
        {
            return names.Mail(core);
        }

        if (keys.Find(core) is { } key)
        {
            return key;
        }

        return IsName(core) ? Whole(core) : Token().Replace(core, m => Word(m.Value, begins && m.Index == 0, german, alone: m.Length == core.Length));
    }

    // A name of a machine, a file, a class, a version, a date: what is in it says nothing to the rules, and much to people. "10ms" is a measure.
    private static bool IsName(string core) =>
        core.AsSpan().IndexOfAny(Joining) >= 0 ? core.Any(char.IsLetter)
        : Measure().IsMatch(core) ? false
        : Joined().IsMatch(core) ? !KnownWords.Holds(core.ToLowerInvariant())
        : core.Count(c => c == '/') > 1 || core.StartsWith('/') || (core.Any(char.IsDigit) && core.Any(char.IsLetter));

    private string Word(string token, bool begins, bool german, bool alone)
    {
        if (char.IsDigit(token[0]))
        {
            return alone && token.Length == 1 ? token : Whole(token);
        }

        var lower = token.ToLowerInvariant().Replace('’', '\'');
        if (KnownWords.Holds(lower) && IsWritten(token, begins, german))
        {
            return token;
        }

        // "e-mail-address", "team's": part by part.
        return Run().Replace(token, m =>
            m.Index > 0 && token[m.Index - 1] is '\'' or '’' && Shortened.Contains(m.Value, StringComparer.Ordinal) ? m.Value
            : m.Length < token.Length && KnownWords.Holds(m.Value.ToLowerInvariant()) && IsWritten(m.Value, begins && m.Index == 0, german) ? m.Value
            : Part(m.Value));
    }

    private string Part(string run) => char.IsDigit(run[0]) ? words.Number(run) : words.Word(run);

    /// <summary>True for a word in small letters, in capitals alone, with a capital where a sentence begins, or where nouns have one.</summary>
    private static bool IsWritten(string word, bool begins, bool german) =>
        !word.Skip(1).Any(char.IsUpper) ? !char.IsUpper(word[0]) || begins || german || word.Length == 1 : !word.Any(char.IsLower);

    private static bool BeginsSentence(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && text[before] != '\n' && !char.IsLetterOrDigit(text[before]) && !(text[before] is '.' or '!' or '?' or ':'))
        {
            before--;
        }

        return before < 0 || !char.IsLetterOrDigit(text[before]);
    }

    [GeneratedRegex($"{Letter}+|[\\p{{Nd}}]+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Run();

    [GeneratedRegex($"{Letter}+([-'’]{Letter}+)*|[\\p{{Nd}}]+([.,:][\\p{{Nd}}]+)*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Token();

    [GeneratedRegex(@"[\p{L}\p{Nd}]\.[\p{L}]|[\p{L}]\.[\p{L}\p{Nd}]", RegexOptions.None, 5000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^[\p{Nd}]+([.,][\p{Nd}]+)?[a-zA-Z%]{1,2}$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Measure();
}
