using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes the first pages of reports as messages of a chat: the lines of a mail, without pictures, as many as each kind of chat takes.</summary>
internal static class ChatWriter
{
    public static ChatPage Write(ImmutableArray<Page> pages, MailNotes notes)
    {
        var (voice, link) = (pages[0].Voice, MailWriter.Linked(notes));
        ImmutableArray<MailBlock> closing = link.IsEmpty ? [] : [MailWriter.Block(voice, link)];
        return Write(MailSubject.Of(pages), voice, MailWriter.Reports(pages, notes, MailPictures.None), closing);
    }

    /// <summary>A message of a few sentences, without a report.</summary>
    public static ChatPage Notice(Voice voice, Sentence subject, ImmutableArray<Sentence> said) =>
        Write(voice.Plain(subject), voice, [MailWriter.NoticeBlocks(voice, subject, said)], []);

    private static ChatPage Write(string subject, Voice voice, ImmutableArray<MailBlock>[] reports, ImmutableArray<MailBlock> closing)
    {
        var (rest, card, message) = (MailWriter.Rest(voice), new TeamsCard(subject, voice.Language.Code), new SlackMessage(subject));
        return new ChatPage(
            card.Write([.. MailRoom.Fit(reports, rest, TeamsCard.SizeOf, card.Room - closing.Sum(TeamsCard.SizeOf)), .. closing]),
            message.Write([.. MailRoom.Fit(reports, rest, SlackMessage.SizeOf, message.Room - closing.Sum(SlackMessage.SizeOf)), .. closing]));
    }
}
