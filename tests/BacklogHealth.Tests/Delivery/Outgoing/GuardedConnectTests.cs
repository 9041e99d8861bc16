using System.Net;
using BacklogHealth.Delivery;
using BacklogHealth.Delivery.Outgoing;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Delivery.Outgoing;

public sealed class GuardedConnectTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("2130706433")]
    [InlineData("0177.0.0.1")]
    [InlineData("0x7f.1")]
    [InlineData("127.1")]
    [InlineData("0")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task This_machine_is_not_reached_however_it_is_written(string host)
    {
        await using var server = await WebReceiver.Start();
        var url = new Uri($"http://{host}:{server.Port}/latest/meta-data");

        var handed = await Post(new GuardedConnect([]), url);

        Assert.Equal(
            Handed.Later($"webhook at {url.IdnHost}: refused: its address is inside of a network or of this machine. Expected one on the open internet. Correct the address, or name the host in Deliver:AllowedHosts if it belongs to you; it is tried again."),
            handed);
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("10.0.0.1")]
    [InlineData("[fd00::1]")]
    [InlineData("[fe80::1]")]
    public async Task Nor_is_the_network_around_it(string host) =>
        Assert.Contains(": refused: its address is inside of a network or of this machine.", (await Post(new GuardedConnect([]), new Uri($"http://{host}/"))).Note, StringComparison.Ordinal);

    [Fact]
    public async Task One_address_inside_among_those_of_a_name_is_enough_to_refuse_it()
    {
        await using var server = await WebReceiver.Start();
        var connect = new GuardedConnect([], (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("1.1.1.1")]));

        Assert.Contains(": refused: ", (await Post(connect, new Uri($"http://hooks.acme.example:{server.Port}/"))).Note, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task A_name_is_asked_for_once_and_what_was_checked_is_what_is_called()
    {
        await using var server = await WebReceiver.Start();
        var asked = new List<string>();
        var connect = new GuardedConnect(["hooks.acme.example"], (host, _) =>
        {
            asked.Add(host);
            return Task.FromResult<IPAddress[]>(asked.Count == 1 ? [IPAddress.Loopback] : [IPAddress.Parse("192.0.2.1")]);
        });

        Assert.Equal(Handed.Accepted("200 ok"), await Post(connect, new Uri($"http://hooks.acme.example:{server.Port}/")));
        Assert.Equal(["hooks.acme.example"], asked);
        Assert.Equal($"hooks.acme.example:{server.Port}", Assert.Single(server.Taken).Headers["Host"]);
    }

    [Fact]
    public async Task A_host_that_settings_name_may_be_anywhere_and_no_other_with_it()
    {
        await using var server = await WebReceiver.Start();

        Assert.Equal(DispatchState.Accepted, (await Post(new GuardedConnect(["LOCALHOST"]), new Uri($"http://localhost:{server.Port}/"))).State);
        Assert.Equal(DispatchState.Pending, (await Post(new GuardedConnect(["localhost"]), new Uri($"http://127.0.0.1:{server.Port}/"))).State);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task A_name_without_an_address_is_told()
    {
        var connect = new GuardedConnect([], (_, _) => Task.FromResult<IPAddress[]>([]));

        Assert.Equal(Handed.Later("webhook at hooks.acme.example: its name has no address. Expected it to answer. Correct the address, or wait; it is tried again."), await Post(connect, new Uri("https://hooks.acme.example/")));
    }

    private static Task<Handed> Post(GuardedConnect connect, Uri url) =>
        new WebSender(connect, new FixedTime("2026-11-23 06:00")).Post("webhook", new Receiver(url, ""), "{}"u8.ToArray(), [], knowsDoubles: true, CancellationToken.None);
}
