using BacklogHealth.Delivery.Outgoing;
using BacklogHealth.Printing;
using BacklogHealth.Serving;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Delivery;

/// <summary>A subscription with all that it takes to send it.</summary>
/// <param name="Subscription">The subscription, with the addresses of its receivers.</param>
/// <param name="Zone">The zone of its schedule.</param>
/// <param name="Packing">Makes what is sent.</param>
/// <param name="Run">Sends it.</param>
internal sealed record ReadySubscription(SubscriptionSettings Subscription, TimeZoneInfo Zone, Packing Packing, SubscriptionRun Run)
{
    /// <summary>Makes a subscription ready; sends nothing.</summary>
    /// <param name="named">The subscription, as settings have it.</param>
    /// <param name="settings">All settings.</param>
    /// <param name="store">The store.</param>
    /// <param name="host">The machine.</param>
    /// <param name="screen">Where it is said that reports are made.</param>
    /// <param name="keeping">Keeps what goes out; null where nothing goes out.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UserError">An address, a password or a browser that it names cannot be had.</exception>
    public static async Task<ReadySubscription> Of(SubscriptionSettings named, AppSettings settings, BacklogStore store, AppHost host, Screen screen, Keeping? keeping, CancellationToken cancellation)
    {
        var (receivers, subscription) = Receivers.Of(named, settings.AllowedHosts);
        var zone = await ZoneOf(subscription, settings, store, cancellation);
        var packing = new Packing(subscription, store, settings, host.Time, () => new PdfPrinter(PdfBrowser.Find(settings.ReportBrowser, host.Variables), host.Time)) { Keeping = keeping };
        // One of each for all recipients: a password is read once.
        var channels = subscription.Channels.Select(c => c.Kind).Distinct().ToDictionary(k => k, k => new Lazy<IChannel>(() => Channel(k, settings, host.Time, receivers)));
        var run = new SubscriptionRun(
            subscription, zone, store.Dispatches, kind => channels[kind].Value, (slot, stop) => screen.Working($"{subscription.Name}: making the reports", _ => packing.For(slot, stop)), host.Time);
        return new ReadySubscription(subscription, zone, packing, run);
    }

    /// <summary>The zone of a subscription's schedule: its own, else that of its first team, as settings or the store know it.</summary>
    public static async Task<TimeZoneInfo> ZoneOf(SubscriptionSettings subscription, AppSettings settings, BacklogStore store, CancellationToken cancellation)
    {
        var first = subscription.Teams.FirstOrDefault();
        return subscription.TimeZone
            ?? settings.Teams.FirstOrDefault(t => t.Name == first)?.TimeZone
            ?? Zones.Find((await store.Teams(cancellation)).FirstOrDefault(t => t.Name == first)?.TimeZone ?? "")
            ?? TimeZoneInfo.Utc;
    }

    private static IChannel Channel(ChannelKind kind, AppSettings settings, TimeProvider time, Receivers receivers) => kind switch
    {
        ChannelKind.Email => new EmailChannel(settings.Mail, Secrets.Password(settings.Mail), time),
        ChannelKind.Folder => new FolderChannel(),
        ChannelKind.Webhook => new WebhookChannel(receivers, Web(settings, time), time),
        _ => new ChatChannel(kind, receivers, Web(settings, time)),
    };

    private static WebSender Web(AppSettings settings, TimeProvider time) => new(new GuardedConnect(settings.AllowedHosts), time);
}
