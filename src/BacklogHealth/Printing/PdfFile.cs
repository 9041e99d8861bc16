using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BacklogHealth.Printing;

/// <summary>What must be known of a printed file: that it is whole, and when it was made.</summary>
internal static partial class PdfFile
{
    /// <summary>How many pages it has; 0 where it is no PDF, or one that breaks off.</summary>
    public static int Pages(byte[] pdf)
    {
        // Every byte is one character, so that places in the text are places in the file.
        var text = Encoding.Latin1.GetString(pdf);
        return text.StartsWith("%PDF-", StringComparison.Ordinal) && text.TrimEnd().EndsWith("%%EOF", StringComparison.Ordinal)
            ? PageTree().Matches(text).Select(m => int.Parse(m.Groups["count"].ValueSpan, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max()
            : 0;
    }

    /// <summary>
    /// Puts the instant of the report in place of the instant at which the browser printed, which is all that differs when the same browser prints
    /// the same page twice. Both take as many bytes, so that nothing else moves.
    /// </summary>
    public static void SetDates(byte[] pdf, DateTimeOffset at)
    {
        var date = Encoding.Latin1.GetBytes(at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+00'00'");
        foreach (var found in Dates().Matches(Encoding.Latin1.GetString(pdf)).Select(m => m.Groups["date"].Index))
        {
            date.CopyTo(pdf, found);
        }
    }

    [GeneratedRegex(@"/Type\s*/Pages\b[^>]*?/Count\s+(?<count>\d{1,6})\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PageTree();

    [GeneratedRegex(@"/(CreationDate|ModDate) \(D:(?<date>\d{14}[+-]\d\d'\d\d')\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Dates();
}
