using System.Text;
using BacklogHealth.Storage;
using MimeKit;

namespace BacklogHealth.Delivery;

/// <summary>Makes a parcel an e-mail to one recipient.</summary>
internal static class MailMessage
{
    /// <summary>The message. The same dispatch has the same Message-ID, however often it is sent, so that a mailbox can tell a double.</summary>
    /// <param name="parcel">What is sent.</param>
    /// <param name="key">To whom.</param>
    /// <param name="from">The sender's address.</param>
    /// <param name="now">When it is sent.</param>
    public static MimeMessage Of(Parcel parcel, DispatchKey key, string from, DateTimeOffset now)
    {
        var body = new BodyBuilder { TextBody = parcel.Mail.Text, HtmlBody = parcel.Mail.Html };
        foreach (var picture in parcel.Mail.Pictures)
        {
            var part = body.LinkedResources.Add($"{picture.ContentId}.png", picture.Png, new ContentType("image", "png"));
            part.ContentId = picture.ContentId;
            part.ContentDisposition = new ContentDisposition(ContentDisposition.Inline);
        }

        foreach (var file in parcel.Files)
        {
            // As bytes, so that the file that arrives is the file that was made, to its line ends.
            if (body.Attachments.Add(file.Name, file.Content, ContentType.Parse(file.MediaType)) is MimePart part)
            {
                part.ContentTransferEncoding = ContentEncoding.Base64;
            }
        }

        var sender = MailboxAddress.Parse(from);
        var message = new MimeMessage { Subject = parcel.Mail.Subject, Date = now, MessageId = IdOf(key, sender.Domain), Body = body.ToMessageBody() };
        foreach (var text in message.BodyParts.OfType<TextPart>().Where(p => !p.IsAttachment))
        {
            // The page names its own encoding: the mail is to name the same.
            text.SetText(Encoding.UTF8, text.Text);
        }

        message.From.Add(sender);
        message.To.Add(MailboxAddress.Parse(key.Recipient));

        // No machine answers a machine, and no absence note comes back.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<mailto:{from}?subject={Uri.EscapeDataString($"unsubscribe {key.Subscription}")}>");
        return message;
    }

    /// <summary>The id of a dispatch as a mail.</summary>
    public static string IdOf(DispatchKey key, string domain) =>
        $"{DispatchId.Of(key)}@{(domain.Length == 0 ? "backlog-health.invalid" : domain)}";
}
