using System.Text;

namespace BacklogHealth.Reports.Pages;

/// <summary>
/// Keeps a spreadsheet from taking words for a formula: an apostrophe stands before what begins like one, as people type it themselves. A program that
/// splits the file at semicolons or tabs in place of commas, as spreadsheets do in half of Europe, sees cells where we wrote none, so their beginnings
/// are guarded, too. One apostrophe more where there are some already makes it possible to take the guard off again.
/// </summary>
internal static class CsvGuard
{
    private const char Guard = '\'';

    // With the full-width and small forms, which some programs read as the usual ones, and the minus of typographers.
    private const string Begins = "=+-@|\t\r\n＝＋－＠｜﹦﹢﹣﹫−";

    private const string Ends = ";\t\r\n";

    /// <summary>The text, fit for a cell.</summary>
    public static string Of(string text)
    {
        StringBuilder? guarded = null;
        for (var at = 0; at < text.Length; at++)
        {
            if ((at == 0 || Ends.Contains(text[at - 1], StringComparison.Ordinal)) && LooksLikeFormula(text.AsSpan(at)))
            {
                guarded ??= new StringBuilder(text, 0, at, text.Length + 8);
                guarded.Append(Guard);
            }

            guarded?.Append(text[at]);
        }

        return guarded?.ToString() ?? text;
    }

    /// <summary>True where the first sign that counts begins a formula: spaces, signs that no eye sees and quotation marks, which a reader may drop, do not count, nor do guards.</summary>
    public static bool LooksLikeFormula(ReadOnlySpan<char> cell)
    {
        foreach (var c in cell.TrimStart(Guard))
        {
            if (Begins.Contains(c, StringComparison.Ordinal))
            {
                return true;
            }

            if (c != '"' && !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)
            {
                return false;
            }
        }

        return false;
    }
}
