using BacklogHealth.Delivery;
using BacklogHealth.Reports;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;
using MimeKit;
using SmtpServer.Protocol;

namespace BacklogHealth.Tests.Delivery;

/// <summary>Against a real mail server.</summary>
public sealed class EmailChannelTests
{
    private static readonly DispatchKey Key = new("weekly", "2026-11-23T07:00", "email", "po@acme.example");

    private static readonly Parcel Parcel = new(
        new MailPage("Checkout: backlog health", "<p>Ready work lasts 1.4 weeks.</p><img src=\"cid:pace@backlog-health\" alt=\"\">", "Ready work lasts 1.4 weeks.\n", [new MailPicture("pace@backlog-health", [1, 2, 3], 10, 10)]),
        [new ParcelFile("checkout-product-owner-2026-11-23-0700.html", "<!doctype html>"u8.ToArray())]);

    [Fact]
    public async Task A_report_arrives_with_text_page_pictures_and_the_whole_report()
    {
        await using var server = new MailServer();

        Assert.Equal(Handed.Accepted("queued as 1"), await Send(server.Port));

        var mail = Assert.Single(server.Taken);
        Assert.Equal(("Checkout: backlog health", "backlog-health@acme.example", "po@acme.example"), (mail.Subject, mail.From.ToString(), mail.To.ToString()));
        Assert.All(mail.BodyParts.OfType<TextPart>().Where(p => !p.IsAttachment), p => Assert.Equal("utf-8", p.ContentType.Charset));
        Assert.Equal(Parcel.Mail.Text, mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(Parcel.Mail.Html, mail.HtmlBody!.TrimEnd());
        var picture = mail.BodyParts.OfType<MimePart>().Single(p => p.ContentId == "pace@backlog-health");
        Assert.Equal(("image/png", "inline"), (picture.ContentType.MimeType, picture.ContentDisposition!.Disposition));
        var attached = (MimePart)Assert.Single(mail.Attachments);
        Assert.Equal(("checkout-product-owner-2026-11-23-0700.html", "text/html"), (attached.FileName, attached.ContentType.MimeType));
    }

    [Fact]
    public async Task Its_headers_say_that_a_machine_wrote_it_and_how_to_get_it_no_longer()
    {
        await using var server = new MailServer();
        await Send(server.Port);

        var headers = Assert.Single(server.Taken).Headers;
        Assert.Equal("auto-generated", headers["Auto-Submitted"]);
        Assert.Equal("All", headers["X-Auto-Response-Suppress"]);
        Assert.Equal("<mailto:backlog-health@acme.example?subject=unsubscribe%20weekly>", headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("Mon, 23 Nov 2026 06:00:00 +0000", headers[HeaderId.Date]);
    }

    [Fact]
    public async Task The_same_dispatch_has_the_same_message_id_and_another_has_another()
    {
        await using var server = new MailServer();
        await Send(server.Port);
        await Send(server.Port);
        await Send(server.Port, Key with { Period = "2026-11-30T07:00" });

        var ids = server.Taken.Select(m => m.MessageId).ToList();
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
        Assert.All(ids, id => Assert.EndsWith("@acme.example", id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Checkout\r\nBcc: eve@evil.example")]
    [InlineData("Checkout\nContent-Type: text/html")]
    [InlineData("Prüfung ✓ „Kasse“")]
    public async Task A_subject_is_one_header_whatever_is_in_it(string subject)
    {
        await using var server = new MailServer();
        await Send(server.Port, parcel: Parcel with { Mail = Parcel.Mail with { Subject = subject } });

        var mail = Assert.Single(server.Taken);
        Assert.Equal(subject.ReplaceLineEndings(""), mail.Subject);
        Assert.Empty(mail.Bcc);
        Assert.StartsWith("multipart/", mail.Body!.ContentType.MimeType, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_refused_for_good()
    {
        await using var server = new MailServer { Recipient = _ => new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "no such mailbox") };

        Assert.Equal(Handed.Refused($"mail server 127.0.0.1:{server.Port}: po@acme.example: 550 no such mailbox{MailServer.Adds}"), await Send(server.Port));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task A_mailbox_that_is_busy_is_tried_again()
    {
        await using var server = new MailServer { Recipient = _ => new SmtpResponse((SmtpReplyCode)451, "greylisted, come back later") };

        Assert.Equal(Handed.Later($"mail server 127.0.0.1:{server.Port}: po@acme.example: 451 greylisted, come back later{MailServer.Adds}"), await Send(server.Port));
    }

    [Fact]
    public async Task Where_nobody_listens_it_is_tried_again_and_told_what_to_correct()
    {
        var port = MailServer.FreePort();
        var handed = await Send(port);

        Assert.Equal(DispatchState.Pending, handed.State);
        Assert.StartsWith($"mail server 127.0.0.1:{port}: it cannot be reached or broke off (", handed.Note, StringComparison.Ordinal);
        Assert.EndsWith("). Expected a mail server there. Correct Mail:Host and Mail:Port, or wait; it is tried again.", handed.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_was_handed_over_and_no_answer_came_it_is_unknown()
    {
        await using var server = new MailServer { DiesBeforeItAnswers = true };
        var handed = await Send(server.Port);

        Assert.Equal(DispatchState.Unknown, handed.State);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task An_account_is_not_shown_to_a_server_that_does_not_ask_for_one()
    {
        await using var server = new MailServer();
        var channel = new EmailChannel(Mail(server.Port) with { User = "sender" }, "canary", new FixedTime("2026-11-23 06:00"));
        var handed = await channel.Send(Parcel, Key, CancellationToken.None);

        Assert.Equal(Handed.Later($"mail server 127.0.0.1:{server.Port}: it takes no account in a way that is known here. Expected one that does, often on port 587. Correct Mail:Port, or leave Mail:User out."), handed);
        Assert.Empty(server.Taken);
    }

    private static MailSettings Mail(int port) => new("127.0.0.1", port, "backlog-health@acme.example", "", "", MailSecurity.Auto);

    private static Task<Handed> Send(int port, DispatchKey? key = null, Parcel? parcel = null) =>
        new EmailChannel(Mail(port), "", new FixedTime("2026-11-23 06:00")).Send(parcel ?? Parcel, key ?? Key, CancellationToken.None);
}
