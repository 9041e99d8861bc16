namespace BacklogHealth.Connectors.Files;

/// <summary>A row of a file that could not be read. The rows around it are.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">The row's first line, from 1.</param>
/// <param name="Column">The column's name; for text that is no JSON the character in the line, from 1; "" where it is the whole row.</param>
/// <param name="Found">What stands there, shortened, without control characters.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Remedy">What to do, as a sentence.</param>
public sealed record BadRow(string File, long Line, string Column, string Found, string Expected, string Remedy)
{
    private const int LongestExcerpt = 60;

    /// <summary>The sentence to show.</summary>
    public string Message => Column.Length == 0
        ? FormattableString.Invariant($"{File} line {Line}: found {Found}; expected {Expected}. {Remedy}")
        : FormattableString.Invariant($"{File} line {Line}, column {Column}: found {Found}; expected {Expected}. {Remedy}");

    internal static BadRow OfCell(string file, long line, string column, string cell, string expected) =>
        new(file, line, column, Quote(cell), expected, "Mend the cell, or leave it empty.");

    internal static BadRow OfRow(string file, long line, string found, string expected) =>
        new(file, line, "", found, expected, "Mend the row, or take it out.");

    internal static string Quote(string text)
    {
        var shown = new string([.. text.Take(LongestExcerpt).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '�' : c)]);
        return $"'{shown}{(text.Length > LongestExcerpt ? "…" : "")}'";
    }
}
