using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>The subject of a mail: which team, what it is, the day and the finding, as far as one line has room.</summary>
internal static class MailSubject
{
    /// <summary>Mail programs fold longer lines, and a list of mails shows no more.</summary>
    private const int Most = 77;

    private const int LongestTeam = 30, MostTeams = 3;

    public static string Of(ImmutableArray<Page> pages)
    {
        var page = pages[0];
        var today = page.Voice.Today!.Value;
        var (title, shortTitle) = (Title(pages, 80), Title(pages, LongestTeam));
        var said = page.Voice.Plain(pages.Length == 1 ? page.Finding : Sentence.None).TrimEnd('.');
        var (finding, begin) = (Sentence.Data(said), Sentence.Data(said.Split("; ")[0]));
        Sentence[] wanted = said.Length == 0
            ? [$"{title}, {today:full}", $"{shortTitle}, {today:full}"]
            : [
                $"{title}, {today:full}: {finding}", $"{title}, {today:full}: {begin}", $"{title}, {today:short}: {finding}", $"{title}, {today:short}: {begin}",
                $"{title}: {finding}", $"{title}: {begin}", $"{shortTitle}: {begin}", $"{Name(page, LongestTeam)}: {begin}", $"{title}, {today:full}", $"{shortTitle}, {today:full}",
            ];
        var lines = wanted.Select(s => Flat(page.Voice.Plain(s))).ToList();
        return lines.Find(l => l.Length <= Most) ?? Say.Short(lines[^1], Most);
    }

    /// <summary>The title; of several reports of one kind, the same with all their teams.</summary>
    private static Sentence Title(ImmutableArray<Page> pages, int most)
    {
        if (pages.Length == 1)
        {
            return pages[0].TitleOf(Sentence.Data(Name(pages[0], most)));
        }

        var names = pages.Select(p => Name(p, most)).Distinct(StringComparer.Ordinal).ToList();
        var (few, more) = (names.Take(MostTeams).ToList(), names.Count - MostTeams);
        Sentence teams = more > 0 ? (Sentence)$"{string.Join(", ", few)} and {more} more" : $"{few}";
        return pages.Select(p => p.TitleOf(Sentence.None)).Distinct().Count() == 1 ? pages[0].TitleOf(teams) : (Sentence)$"{teams}: {pages.Length:# report|# reports}";
    }

    private static string Name(Page page, int most) => Say.Short(Say.Clean(page.Of), most);

    // Whatever a team is called, a subject is one line: a break in it would begin another header of the mail.
    private static string Flat(string text) => Say.Short(Say.Clean(text.ReplaceLineEndings(" ")), int.MaxValue);
}
