using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports;

/// <summary>What a sender may have to say beside a report, and in the place of one that could not be made.</summary>
public static class MailSaid
{
    /// <summary>That a report comes late.</summary>
    /// <param name="due">When it was due, on the clock of its readers.</param>
    public static Sentence Late(DateTime due) => $"This report was due on {DateOnly.FromDateTime(due):weekday} {DateOnly.FromDateTime(due):full} at {Say.Text($"{due:HH:mm}")} and comes late; it tells of now.";

    /// <summary>That something that belongs here could not be made.</summary>
    /// <param name="reason">Why, and what to do, as the program said it.</param>
    public static Sentence NotMade(string reason) => $"**Something is missing here:** {Sentence.Data(Say.Clean(reason))}";

    /// <summary>A mail in the place of reports none of which could be made.</summary>
    /// <param name="language">ISO 639-1 code of its language.</param>
    /// <param name="name">What was to be sent, as its readers know it.</param>
    /// <param name="opening">What is said before.</param>
    /// <param name="reasons">Why, each with what to do.</param>
    public static MailPage Notice(string language, string name, ImmutableArray<Sentence> opening, IEnumerable<string> reasons) =>
        MailWriter.Notice(VoiceOf(language), NoticeSubject(name), NoticeWords(opening, reasons));

    internal static Voice VoiceOf(string language) => new(ReportLanguages.For(language), null);

    internal static Sentence NoticeSubject(string name) => $"{Say.Short(Say.Clean(name), 40)}: the report could not be made";

    internal static ImmutableArray<Sentence> NoticeWords(ImmutableArray<Sentence> opening, IEnumerable<string> reasons) =>
        [.. opening, $"Nothing is sent that cannot be trusted. This kept the report from being made:", .. reasons.Select(r => Sentence.Data(Say.Clean(r))), $"Once it is mended, the report can be sent again."];
}
