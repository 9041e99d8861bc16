using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BacklogHealth.Delivery;
using BacklogHealth.Delivery.Outgoing;
using BacklogHealth.Reports;
using BacklogHealth.Scheduling;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Delivery;

/// <summary>Against a real web server that checks what it gets as its owner would.</summary>
public sealed class WebhookChannelTests
{
    private const string Key = "a key of some length ä";

    private static readonly Parcel Parcel = new(new MailPage("Checkout", "", "", []), []) { Document = "{\"schema\":\"backlog-health/delivery/1\",\"text\":\"ä\"}" };

    [Fact]
    public async Task The_receiver_can_prove_who_sent_it_when_and_that_it_was_not_changed()
    {
        await using var server = await WebReceiver.Start();
        Assert.Equal(Handed.Accepted("200 ok"), await Send(server, new FixedTime("2026-11-23 06:00")));

        var posted = Assert.Single(server.Taken);
        Assert.Equal(Parcel.Document, posted.Body);
        Assert.Equal(A.Time("2026-11-23 06:00").ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), posted.Headers["X-Backlog-Health-Timestamp"]);
        Assert.Equal(Signature(posted, Key), posted.Headers["X-Backlog-Health-Signature"]);
        Assert.NotEqual(Signature(posted, "another key"), posted.Headers["X-Backlog-Health-Signature"]);
        Assert.NotEqual(Signature(posted with { Body = posted.Body + " " }, Key), posted.Headers["X-Backlog-Health-Signature"]);
    }

    [Fact]
    public async Task What_is_sent_again_has_the_same_key_and_a_new_time()
    {
        await using var server = await WebReceiver.Start();
        server.Answer = c =>
        {
            c.Abort();
            return Task.CompletedTask;
        };
        Assert.Equal(DispatchState.Pending, (await Send(server, new FixedTime("2026-11-23 06:00"))).State);
        await Send(server, new FixedTime("2026-11-23 06:05"));
        await Send(server, new FixedTime("2026-11-30 06:00"), "2026-11-30T07:00");

        var keys = server.Taken.Select(p => p.Headers["Idempotency-Key"]).ToList();
        Assert.Matches("^[0-9a-f]{32}$", keys[0]);
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
        Assert.Equal(3, server.Taken.Select(p => p.Headers["X-Backlog-Health-Signature"]).Distinct().Count());
        Assert.All(server.Taken, p => Assert.Equal(Signature(p, Key), p.Headers["X-Backlog-Health-Signature"]));
    }

    [Fact]
    public async Task An_address_that_settings_no_longer_have_gets_nothing()
    {
        await using var server = await WebReceiver.Start();
        var (receivers, _) = Receivers.Of(Subscription(server), ["127.0.0.1"]);
        var handed = await new WebhookChannel(receivers, Sender(new FixedTime("2026-11-23 06:00")), new FixedTime("2026-11-23 06:00"))
            .Send(Parcel, new DispatchKey("weekly", "2026-11-23T07:00", "webhook", "127.0.0.1 #00000000"), CancellationToken.None);

        Assert.Equal(Handed.Refused("webhook to 127.0.0.1 #00000000: settings no longer have this address. It gets nothing more."), handed);
        Assert.Empty(server.Taken);
    }

    private static Task<Handed> Send(WebReceiver server, FixedTime time, string period = "2026-11-23T07:00")
    {
        var (receivers, subscription) = Receivers.Of(Subscription(server), ["127.0.0.1"]);
        return new WebhookChannel(receivers, Sender(time), time).Send(Parcel, new DispatchKey("weekly", period, "webhook", subscription.Channels[0].Recipients[0]), CancellationToken.None);
    }

    private static SubscriptionSettings Subscription(WebReceiver server) => new(
        "weekly", Audience.ProductOwner, [], BacklogHealth.Scheduling.Schedule.Read("0 0 7 ? * MON", Schedule.ForReaders, out _)!, null, [], StakeholderScope.Goals,
        [new ChannelSettings(ChannelKind.Webhook, []) { Receiver = new ReceiverSettings("Subscriptions:0:Channels:0", "", "") { Url = server.Url, Secret = Key } }]);

    private static WebSender Sender(FixedTime time) => new(new GuardedConnect(["127.0.0.1"]), time);

    private static string Signature(Posted posted, string key)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(key));
        return "sha256=" + Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes($"{posted.Headers["X-Backlog-Health-Timestamp"]}.{posted.Body}"))).ToLowerInvariant();
    }
}
