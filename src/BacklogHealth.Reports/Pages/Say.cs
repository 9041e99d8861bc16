using System.Globalization;

namespace BacklogHealth.Reports.Pages;

/// <summary>Words of data made fit for a page. What the program says itself is a <c>Sentence</c>.</summary>
internal static class Say
{
    /// <summary>At most <paramref name="most"/> characters, cut at a word, with an ellipsis where something was cut; line breaks become spaces.</summary>
    public static string Short(string text, int most)
    {
        var flat = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (flat.Length <= most)
        {
            return flat;
        }

        var cut = flat.LastIndexOf(' ', most - 1);
        cut = cut < most / 2 ? most - 1 : cut;
        while (cut > 0 && char.IsHighSurrogate(flat[cut - 1]))
        {
            cut--;
        }

        return string.Concat(flat.AsSpan(0, cut), "…");
    }

    /// <summary>The text without signs that no eye sees and that turn or hide what stands beside them: control characters and changes of direction.</summary>
    public static string Clean(string text) => text.Any(Hidden)
        ? string.Concat(text.Where(c => !Hidden(c)))
        : text;

    /// <summary>Formats in the invariant culture.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool Hidden(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
