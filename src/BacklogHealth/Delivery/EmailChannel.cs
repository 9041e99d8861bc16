using System.Net.Sockets;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace BacklogHealth.Delivery;

/// <summary>Sends reports by e-mail: one message for each recipient, so that the fault of one stays with that one.</summary>
/// <param name="mail">The mail server.</param>
/// <param name="password">The password of its account; empty where there is none.</param>
/// <param name="time">Tells when mail is sent.</param>
internal sealed class EmailChannel(MailSettings mail, string password, TimeProvider time) : IChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private string Place => FormattableString.Invariant($"mail server {mail.Host}:{mail.Port}");

    /// <inheritdoc/>
    public async Task<Handed> Send(Parcel parcel, DispatchKey key, CancellationToken cancellation)
    {
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        var handing = new Handing();
        try
        {
            await client.ConnectAsync(mail.Host, mail.Port, OptionsOf(mail.Security), cancellation);
            if (mail.User.Length > 0)
            {
                if (!client.IsSecure && !MailReader.IsHere(mail.Host))
                {
                    return Handed.Later($"{Place}: it offers no encryption, and the password would travel in the clear. Expected STARTTLS. Set Mail:Security to tls with the port for it, or ask who runs it.");
                }

                await client.AuthenticateAsync(mail.User, password, cancellation);
            }

            var answer = await client.SendAsync(MailMessage.Of(parcel, key, mail.From, time.GetUtcNow()), cancellation, handing);
            await client.DisconnectAsync(quit: true, CancellationToken.None);
            return Handed.Accepted(OneLine(answer));
        }
        catch (OperationCanceledException) when (!handing.IsWhole)
        {
            return Handed.Later("It was stopped before it was handed over; it is tried again.");
        }
        catch (OperationCanceledException)
        {
            return new Handed(DispatchState.Unknown, "It was stopped while the answer was awaited. It may have arrived; it is sent once more as the same message, and then no more by itself.");
        }
        catch (SmtpCommandException e)
        {
            var said = FormattableString.Invariant($"{Place}: {key.Recipient}: {(int)e.StatusCode} {OneLine(e.Message)}");
            // What the server says of this recipient or message will not change; what it says of us can be mended.
            return (int)e.StatusCode >= 500 && e.ErrorCode is (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted) ? Handed.Refused(said) : Handed.Later(said);
        }
        catch (AuthenticationException)
        {
            return Handed.Later($"{Place}: it refuses the account {mail.User}. Expected an account that may send, with its password. Correct Mail:User and its password.");
        }
        catch (NotSupportedException)
        {
            return Handed.Later($"{Place}: it takes no account in a way that is known here. Expected one that does, often on port 587. Correct Mail:Port, or leave Mail:User out.");
        }
        catch (SslHandshakeException)
        {
            return Handed.Later($"{Place}: no encrypted way to it could be agreed on. Expected a certificate that this machine trusts, and a port that speaks the way Mail:Security names. Correct the one or the other.");
        }
        catch (Exception e) when (e is SocketException or IOException or ProtocolException or TimeoutException or ServiceNotConnectedException)
        {
            // All of it was out of our hands and no answer came: it may lie in the mailbox.
            return handing.IsWhole
                ? new Handed(DispatchState.Unknown, $"{Place}: all was handed over, and no answer came ({OneLine(e.Message)}). It may have arrived; it is sent once more as the same message, and then no more by itself.")
                : Handed.Later($"{Place}: it cannot be reached or broke off ({OneLine(e.Message)}). Expected a mail server there. Correct Mail:Host and Mail:Port, or wait; it is tried again.");
        }
    }

    private static SecureSocketOptions OptionsOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };

    // A server that refuses a password may repeat it.
    private string OneLine(string text) => string.Join(' ', (password.Length == 0 ? text : text.Replace(password, SecretText.Mask, StringComparison.Ordinal)).Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.');

    /// <summary>Sees how much of a message has gone.</summary>
    private sealed class Handing : ITransferProgress
    {
        public bool IsWhole { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => IsWhole |= bytesTransferred >= totalSize;

        public void Report(long bytesTransferred) => IsWhole = true;
    }
}
