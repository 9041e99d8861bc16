using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>A cut of a big item in its own words, "first: create; later: edit, share, expire vouchers": a suggestion, and only where the words are there.</summary>
internal static class CutInWords
{
    private const int LongestPhrase = 40, MostLater = 3;

    private static readonly ImmutableArray<string> Joins = ["and", "or", "plus", "then", "also", "to", "&", "/"];

    /// <summary>The question of a finding, with a cut behind it where the item gives the words.</summary>
    public static Line Ask(string question, Finding finding, string title)
    {
        Line ask = question;
        return Of(finding, title) is { } cut ? Line.Join(ask, " ", cut) : ask;
    }

    private static Line? Of(Finding finding, string title) => finding switch
    {
        { RuleId: "SL001", Evidence.Length: > 1 } => Goals(finding, title),
        { RuleId: "SL002", Evidence.IsEmpty: false } => Criteria(finding),
        _ => null,
    };

    private static Line Goals(Finding finding, string title)
    {
        var phrases = finding.Evidence.Select((e, i) => Phrase(e, i + 1 < finding.Evidence.Length ? finding.Evidence[i + 1] : null, title)).ToList();
        return Suggest([Quote(phrases[0])], [.. phrases.Skip(1)]);
    }

    /// <summary>The evidence holds the criteria behind the last that one piece of work has.</summary>
    private static Line Criteria(Finding finding) =>
        finding.Values.TryGetValue("n", out var n) && int.TryParse(n, System.Globalization.CultureInfo.InvariantCulture, out var all) && all > finding.Evidence.Length
            ? Suggest([$"the first {Say.Word(all - finding.Evidence.Length)} criteria"], [.. finding.Evidence.Select(e => Say.Short(e.Text, LongestPhrase))])
            : Line.Empty;

    private static Line Suggest(ImmutableArray<Run> first, List<string> later)
    {
        var runs = new List<Run> { "One way to cut it, first: " };
        runs.AddRange(first);
        runs.Add("; later: ");
        foreach (var phrase in later.Take(MostLater))
        {
            if (runs[^1].Emphasis == Emphasis.Mark)
            {
                runs.Add(", ");
            }

            runs.Add(Quote(phrase));
        }

        runs.Add(later.Count > MostLater ? $" and {Say.Number(later.Count - MostLater)} more." : ".");
        return new Line([.. runs]);
    }

    private static Run Quote(string words) => new(words, Emphasis.Mark);

    /// <summary>The verb with what follows it in the title up to the next verb; the verb alone where the text is another or the phrase is long.</summary>
    private static string Phrase(Evidence verb, Evidence? next, string title)
    {
        if (!Lies(verb, title) || (next is not null && !Lies(next, title)))
        {
            return Lower(verb.Text);
        }

        var phrase = title[verb.Start..(next?.Start ?? title.Length)];
        var end = phrase.IndexOfAny([',', ';', ':', '.', '(', '–']);
        var words = (end < 0 ? phrase : phrase[..end]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && Joins.Contains(words[^1], StringComparer.OrdinalIgnoreCase))
        {
            words.RemoveAt(words.Count - 1);
        }

        var whole = string.Join(' ', words);
        return Lower(whole.Length <= LongestPhrase ? whole : verb.Text);
    }

    private static bool Lies(Evidence words, string title) =>
        words.Field == "title" && words.Start + words.Length <= title.Length && string.CompareOrdinal(title, words.Start, words.Text, 0, words.Length) == 0;

    private static string Lower(string words) =>
        words.Length > 1 && char.IsUpper(words[0]) && char.IsLower(words[1]) ? string.Concat(words[..1].ToLowerInvariant(), words.AsSpan(1)) : words;
}
