using System.Text;
using BacklogHealth.Delivery.Outgoing;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Delivery;

/// <summary>Posts reports into a channel of Teams or Slack. Neither can tell a double: what may have arrived is sent once more at most.</summary>
/// <param name="kind">Which of the two.</param>
/// <param name="receivers">Where it goes.</param>
/// <param name="sender">Posts it.</param>
internal sealed class ChatChannel(ChannelKind kind, Receivers receivers, WebSender sender) : IChannel
{
    /// <inheritdoc/>
    public Task<Handed> Send(Parcel parcel, DispatchKey key, CancellationToken cancellation)
    {
        if (receivers.Find(kind, key.Recipient) is not { } receiver)
        {
            return Task.FromResult(Handed.Refused($"{key.Channel} to {key.Recipient}: settings no longer have this address. It gets nothing more."));
        }

        var chat = parcel.Chat ?? throw new InvalidOperationException("the parcel was packed without its messages for chats");
        return sender.Post(key.Channel, receiver, Encoding.UTF8.GetBytes(kind == ChannelKind.Teams ? chat.Teams : chat.Slack), [], knowsDoubles: false, cancellation);
    }
}
