using System.Collections.Immutable;
using System.Text;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes the first pages of reports as one mail: what it says, in which order, and what is left out where there is not room for all.</summary>
internal static class MailWriter
{
    // Gmail shows no more than 102 KB of a mail, and cuts it anywhere; what is quoted in a reply counts as well.
    private const int MostBytes = 90_000;

    private const int MostNamed = 10;

    public static MailPage Write(ImmutableArray<Page> pages, MailNotes notes)
    {
        var first = pages[0].Voice;
        var subject = MailSubject.Of(pages);
        var pictures = MailPictures.For(pages.Length);
        var opening = Opening(notes, first);
        var reports = pages.Select(p => MailBlocks.Of(p, pages.Length == 1 ? Clean(notes.Opening) : [], pictures.Next())).ToArray();
        reports[0] = pages.Length == 1 ? reports[0] : [.. opening, .. reports[0]];

        var html = new MailHtml(first.Language.Code, subject);
        var (rest, closing) = (Block(first, $"What is missing here for want of room stands in the whole report."), Closing(notes, first, pages.Length));
        var kept = Fit(reports, rest, b => Encoding.UTF8.GetByteCount(html.Row(b)), MostBytes - Encoding.UTF8.GetByteCount(html.Write([.. closing])));
        ImmutableArray<MailBlock> all = [.. kept, .. closing];
        return new MailPage(subject, html.Write(all), MailText.Write(all), [.. all.SelectMany(b => b.Lines).Select(l => l.Picture).OfType<MailPicture>()]);
    }

    /// <summary>A mail of a few sentences, without a report.</summary>
    public static MailPage Notice(Voice voice, Sentence subject, ImmutableArray<Sentence> said)
    {
        var (line, code) = (voice.Plain(subject), voice.Language.Code);
        ImmutableArray<MailBlock> blocks =
        [
            new([new MailLine(MailTone.Title, voice.Say(subject))], code), .. Clean(said).Select(s => new MailBlock([new MailLine(MailTone.Normal, voice.Say(s))], code)),
        ];
        return new MailPage(line, new MailHtml(code, line).Write(blocks), MailText.Write(blocks), []);
    }

    /// <summary>The blocks that fit. Each report has its share of the room, and what earlier ones left over; one that is cut says so.</summary>
    private static IEnumerable<MailBlock> Fit(ImmutableArray<MailBlock>[] reports, MailBlock rest, Func<MailBlock, int> size, int room)
    {
        var end = size(rest);
        room -= end;
        var missing = false;
        for (var i = 0; i < reports.Length; i++)
        {
            var (share, whole) = (room / (reports.Length - i), reports[i].Sum(size));
            var used = 0;
            var kept = whole <= share ? reports[i] : [.. reports[i].TakeWhile(b => (used += size(b)) + end <= share)];
            if (kept.Length < reports[i].Length && kept.Length > 0)
            {
                kept = kept.Add(rest);
            }

            missing |= kept.IsEmpty && !reports[i].IsEmpty;
            room -= kept.Sum(size);
            foreach (var block in kept)
            {
                yield return block;
            }
        }

        if (missing)
        {
            yield return rest;
        }
    }

    private static IEnumerable<MailBlock> Opening(MailNotes notes, Voice voice) =>
        Clean(notes.Opening).Select(o => new MailBlock([new MailLine(MailTone.Banner, voice.Say(o))], voice.Language.Code));

    /// <summary>Where the whole report is.</summary>
    private static ImmutableArray<MailBlock> Closing(MailNotes notes, Voice voice, int reports)
    {
        var linked = Web(notes.ReportLink) is { } link
            ? (Sentence)$"{new Marked($"Open the whole report", Emphasis.Strong, link)}, with its charts, its method and the numbers behind them."
            : Sentence.None;
        if (notes.Attached.IsDefaultOrEmpty)
        {
            return linked.IsEmpty ? [] : [Block(voice, linked)];
        }

        var named = notes.Attached.Take(MostNamed).Select(f => Say.Short(f, 120)).ToList();
        var more = notes.Attached.Length > MostNamed ? (Sentence)$"And {notes.Attached.Length - MostNamed} more." : Sentence.None;
        return [Block(voice, Sentence.Join(linked, reports == 1 ? (Sentence)$"The whole report is attached: {named}." : $"The whole reports are attached: {named}.", more))];
    }

    private static MailBlock Block(Voice voice, Sentence sentence) => new([new MailLine(MailTone.Closing, voice.Say(sentence))], voice.Language.Code);

    private static ImmutableArray<Sentence> Clean(ImmutableArray<Sentence> sentences) => sentences.IsDefault ? [] : [.. sentences.Where(s => !s.IsEmpty)];

    private static string? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;
}
