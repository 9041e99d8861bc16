using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>A finding's sentence with the item's own words marked in it.</summary>
internal static class Quoted
{
    private const int LongestQuote = 90, LongestMessage = 240;

    /// <summary>What was seen in an item: its heaviest findings, at most <paramref name="most"/>, in one line.</summary>
    public static Sentence Seen(ReportContext report, BacklogItem item, int most) =>
        Sentence.JoinBy("; ", Shown(item, most).Select(f => Of(report.Words(f).Message, f, item.Item.Title)));

    /// <summary>The findings shown of an item: the heaviest first; then those that can quote the item, which say more than those that cannot.</summary>
    public static IEnumerable<Finding> Shown(BacklogItem item, int most)
    {
        var findings = ReportContext.Heaviest(item);
        return findings.Take(1).Concat(findings.Skip(1).OrderBy(f => f.Evidence.IsEmpty)).Take(most);
    }

    /// <summary>One finding's sentence; the words that it rests on are marked where it has them, and quoted behind it where it does not.</summary>
    public static Sentence Of(string message, Finding finding, string title)
    {
        var text = Say.Short(message.TrimEnd('.'), LongestMessage);
        var quotes = finding.Evidence.Select(e => Say.Short(e.Text, LongestQuote)).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var places = quotes.Select(q => new { Start = text.IndexOf(q, StringComparison.OrdinalIgnoreCase), q.Length }).Where(p => p.Start >= 0)
            .OrderBy(p => p.Start).ThenByDescending(p => p.Length).ToList();
        var runs = new Sentence(0, 0);
        var at = 0;
        foreach (var place in places.Where(p => p.Length < text.Length || quotes.Count == 1))
        {
            if (place.Start < at)
            {
                continue;
            }

            runs.AppendFormatted(text[at..place.Start]);
            runs.AppendFormatted(new Run(text.Substring(place.Start, place.Length), Emphasis.Mark));
            at = place.Start + place.Length;
        }

        runs.AppendFormatted(text[at..]);
        if (places.Count == 0 && quotes.Count > 0 && !quotes[0].Equals(Say.Short(title, LongestQuote), StringComparison.OrdinalIgnoreCase))
        {
            runs.AppendFormatted(": ");
            runs.AppendFormatted(new Run(quotes[0], Emphasis.Mark));
        }

        return runs;
    }
}
