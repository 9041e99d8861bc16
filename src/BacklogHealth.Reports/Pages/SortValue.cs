using System.Globalization;
using System.Text.RegularExpressions;

namespace BacklogHealth.Reports.Pages;

/// <summary>What a cell is sorted by where its words do not tell: the number that it says, or the value that came with it.</summary>
internal static partial class SortValue
{
    /// <summary>The value of a cell; null where its text sorts as it should.</summary>
    public static string? Of(Line cell, ColumnKind kind) => cell.Value ?? (kind == ColumnKind.Number ? Number(cell.Plain) : null);

    /// <summary>
    /// The first number of a text, "1,234" and "1.234" alike: reports write at most two decimals, so that a sign before three digits parts thousands
    /// in every language. Null where there is none, or where it is a plain number already.
    /// </summary>
    private static string? Number(string text)
    {
        var found = FirstNumber().Match(text);
        if (!found.Success || found.Length == text.Length && found.Groups["thousands"].Captures.Count == 0 && found.Groups["decimals"].Value.Length == 0 && found.Groups["minus"].Value is "" or "-")
        {
            return null;
        }

        var minus = found.Groups["minus"].Success ? "-" : "";
        var whole = found.Groups["whole"].Value + string.Concat(found.Groups["thousands"].Captures.Select(c => c.Value));
        var decimals = found.Groups["decimals"].Success ? "." + found.Groups["decimals"].Value : "";
        return decimal.TryParse(minus + whole + decimals, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"(?<minus>[-−](?=\d))?(?<whole>\d{1,3}(?=[.,\u00A0\u202F']\d{3}(?!\d))|\d+)([.,\u00A0\u202F'](?<thousands>\d{3})(?!\d))*([.,](?<decimals>\d{1,2})(?!\d))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstNumber();
}
