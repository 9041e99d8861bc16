using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BacklogHealth.Delivery.Outgoing;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Delivery;

/// <summary>Posts reports as data to a receiver of one's own: signed, and with a key by which it can tell a double.</summary>
/// <param name="receivers">Where it goes.</param>
/// <param name="sender">Posts it.</param>
/// <param name="time">Stands in the signature, so that what was recorded cannot be sent again later.</param>
internal sealed class WebhookChannel(Receivers receivers, WebSender sender, TimeProvider time) : IChannel
{
    /// <inheritdoc/>
    public Task<Handed> Send(Parcel parcel, DispatchKey key, CancellationToken cancellation)
    {
        if (receivers.Find(ChannelKind.Webhook, key.Recipient) is not { } receiver)
        {
            return Task.FromResult(Handed.Refused($"{key.Channel} to {key.Recipient}: settings no longer have this address. It gets nothing more."));
        }

        var body = Encoding.UTF8.GetBytes(parcel.Document ?? throw new InvalidOperationException("the parcel was packed without its document"));
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return sender.Post(
            key.Channel, receiver, body,
            [("Idempotency-Key", DispatchId.Of(key)), ("X-Backlog-Health-Timestamp", timestamp), ("X-Backlog-Health-Signature", Sign(receiver.Secret, timestamp, body))],
            knowsDoubles: true, cancellation);
    }

    /// <summary>HMAC-SHA256 over the timestamp, a full stop and the body.</summary>
    private static string Sign(string secret, string timestamp, byte[] body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"{timestamp}."), .. body]))}";
}
