using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports;

/// <summary>Reports as messages of a chat: the first page of each, said in the sentences of <see cref="MailPage"/> and in their order; charts are told by their titles.</summary>
/// <param name="Teams">The JSON that a workflow of Microsoft Teams takes at its webhook: an adaptive card. ASCII, at most 20,000 bytes.</param>
/// <param name="Slack">The JSON that an incoming webhook of Slack takes: at most 45 blocks with at most 12,000 characters of text.</param>
public sealed record ChatPage(string Teams, string Slack);

/// <summary>Writes reports as messages of a chat.</summary>
public static class ChatPages
{
    /// <summary>The first pages of several reports in one message. Where there is not room for all, each has its share, and the message says that more is in the whole report.</summary>
    /// <param name="reports">In the order in which they stand.</param>
    /// <param name="notes">What only the sender knows. No file goes along with a message: those attached are not spoken of.</param>
    /// <exception cref="ArgumentException">There is no report.</exception>
    public static ChatPage Join(IReadOnlyList<RenderedReport> reports, MailNotes notes)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(notes);
        return reports.Count > 0
            ? ChatWriter.Write([.. reports.Select(r => r.Content)], notes)
            : throw new ArgumentException("A message has one report or more; found none.", nameof(reports));
    }

    /// <summary>A message in the place of reports none of which could be made: the same as <see cref="MailSaid.Notice"/>.</summary>
    /// <inheritdoc cref="MailSaid.Notice"/>
    public static ChatPage Notice(string language, string name, ImmutableArray<Sentence> opening, IEnumerable<string> reasons) =>
        ChatWriter.Notice(MailSaid.VoiceOf(language), MailSaid.NoticeSubject(name), MailSaid.NoticeWords(opening, reasons));
}
