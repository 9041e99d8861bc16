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
        var reports = Reports(pages, notes, MailPictures.For(pages.Length));
        var html = new MailHtml(first.Language.Code, subject);
        var closing = Closing(notes, first, pages.Length);
        var kept = MailRoom.Fit(reports, Rest(first), b => Encoding.UTF8.GetByteCount(html.Row(b)), MostBytes - Encoding.UTF8.GetByteCount(html.Write([.. closing])));
        ImmutableArray<MailBlock> all = [.. kept, .. closing];
        return new MailPage(subject, html.Write(all), MailText.Write(all), [.. all.SelectMany(b => b.Lines).Select(l => l.Picture).OfType<MailPicture>()]);
    }

    /// <summary>A mail of a few sentences, without a report.</summary>
    public static MailPage Notice(Voice voice, Sentence subject, ImmutableArray<Sentence> said)
    {
        var (line, code, blocks) = (voice.Plain(subject), voice.Language.Code, NoticeBlocks(voice, subject, said));
        return new MailPage(line, new MailHtml(code, line).Write(blocks), MailText.Write(blocks), []);
    }

    /// <summary>The lines of a notice.</summary>
    public static ImmutableArray<MailBlock> NoticeBlocks(Voice voice, Sentence subject, ImmutableArray<Sentence> said) =>
    [
        new([new MailLine(MailTone.Title, voice.Say(subject))], voice.Language.Code), .. Clean(said).Select(s => new MailBlock([new MailLine(MailTone.Normal, voice.Say(s))], voice.Language.Code)),
    ];

    /// <summary>The lines of each report, those of the first with what the sender says.</summary>
    public static ImmutableArray<MailBlock>[] Reports(ImmutableArray<Page> pages, MailNotes notes, MailPictures pictures)
    {
        var reports = pages.Select(p => MailBlocks.Of(p, pages.Length == 1 ? Clean(notes.Opening) : [], pictures.Next())).ToArray();
        reports[0] = pages.Length == 1 ? reports[0] : [.. Opening(notes, pages[0].Voice), .. reports[0]];
        return reports;
    }

    /// <summary>Says that something was left out.</summary>
    public static MailBlock Rest(Voice voice) => Block(voice, $"What is missing here for want of room stands in the whole report.");

    /// <summary>Leads to the whole report; none where it is nowhere.</summary>
    public static Sentence Linked(MailNotes notes) => Web(notes.ReportLink) is { } link
        ? (Sentence)$"{new Marked($"Open the whole report", Emphasis.Strong, link)}, with its charts, its method and the numbers behind them."
        : Sentence.None;

    /// <summary>A web address as it is; null for anything else.</summary>
    public static string? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;

    /// <summary>A sentence at the end.</summary>
    public static MailBlock Block(Voice voice, Sentence sentence) => new([new MailLine(MailTone.Closing, voice.Say(sentence))], voice.Language.Code);

    private static IEnumerable<MailBlock> Opening(MailNotes notes, Voice voice) =>
        Clean(notes.Opening).Select(o => new MailBlock([new MailLine(MailTone.Banner, voice.Say(o))], voice.Language.Code));

    /// <summary>Where the whole report is.</summary>
    private static ImmutableArray<MailBlock> Closing(MailNotes notes, Voice voice, int reports)
    {
        var linked = Linked(notes);
        if (notes.Attached.IsDefaultOrEmpty)
        {
            return linked.IsEmpty ? [] : [Block(voice, linked)];
        }

        var named = notes.Attached.Take(MostNamed).Select(f => Say.Short(f, 120)).ToList();
        var more = notes.Attached.Length > MostNamed ? (Sentence)$"And {notes.Attached.Length - MostNamed} more." : Sentence.None;
        return [Block(voice, Sentence.Join(linked, reports == 1 ? (Sentence)$"The whole report is attached: {named}." : $"The whole reports are attached: {named}.", more))];
    }

    private static ImmutableArray<Sentence> Clean(ImmutableArray<Sentence> sentences) => sentences.IsDefault ? [] : [.. sentences.Where(s => !s.IsEmpty)];
}
