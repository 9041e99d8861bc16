using System.Collections.Immutable;
using BacklogHealth.Settings;

namespace BacklogHealth.Delivery.Outgoing;

/// <summary>The receivers of a subscription, by what its dispatches call them.</summary>
internal sealed class Receivers
{
    private readonly Dictionary<(ChannelKind Kind, string Name), Receiver> _all = [];

    private Receivers()
    {
    }

    /// <summary>Reads the addresses and keys of a subscription, from files where they are there.</summary>
    /// <returns>The receivers, and the subscription with their names as its recipients.</returns>
    /// <exception cref="UserError">A file cannot be read, or holds no address that may be called.</exception>
    public static (Receivers Receivers, SubscriptionSettings Subscription) Of(SubscriptionSettings subscription, ImmutableArray<string> allowedHosts)
    {
        var receivers = new Receivers();
        var channels = subscription.Channels.Select(c => c.Receiver is { } r ? c with { Recipients = [receivers.Add(c.Kind, r, allowedHosts)] } : c);
        return (receivers, subscription with { Channels = [.. channels] });
    }

    /// <summary>The receiver of a dispatch; null where settings no longer have it.</summary>
    public Receiver? Find(ChannelKind kind, string name) => _all.GetValueOrDefault((kind, name));

    private string Add(ChannelKind kind, ReceiverSettings settings, ImmutableArray<string> allowedHosts)
    {
        var receiver = new Receiver(Secrets.Url(settings, allowedHosts), Secrets.Key(settings));
        _all[(kind, receiver.Name)] = receiver;
        return receiver.Name;
    }
}
