using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Text;

/// <summary>Cuts texts that no person reads to their end: pasted logs and files of many megabytes.</summary>
internal static class TextLimit
{
    /// <summary>Longest text that is kept, in UTF-16 units.</summary>
    public const int Longest = 1_000_000;

    // A cut stands behind a word or line where one ends within this distance.
    private const int Reach = 1_000;

    /// <summary>The text, or as much of it as is kept; never half of a character.</summary>
    public static string Cut(string text) => text.Length <= Longest ? text : text[..Place(text)];

    /// <summary>The text, or as much of it as is kept; parts that reach over the cut end there.</summary>
    public static StructuredText Cut(StructuredText text)
    {
        if (text.Plain.Length <= Longest)
        {
            return text;
        }

        var end = Place(text.Plain);
        return new(text.Plain[..end], [.. text.Spans.Where(s => s.Start < end).Select(s => s.End <= end ? s : s with { Length = end - s.Start })]);
    }

    private static int Place(string text)
    {
        var space = text.AsSpan(Longest - Reach, Reach).LastIndexOfAny(' ', '\n', '\t');
        var end = space >= 0 ? Longest - Reach + space : Longest;
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }
}
