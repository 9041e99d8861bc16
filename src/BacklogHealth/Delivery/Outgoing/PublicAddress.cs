using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace BacklogHealth.Delivery.Outgoing;

/// <summary>Tells addresses of the open internet from those of this machine, of the network around it, and of nobody.</summary>
internal static class PublicAddress
{
    private static readonly ImmutableArray<IPNetwork> NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // Parts of 2000::/3 that lead elsewhere: tunnels, to whatever address stands in them, and examples.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    // IPv6 hands out nothing else so far: this machine, its network, multicast and the like are all outside.
    private static readonly IPNetwork Internet6 = IPNetwork.Parse("2000::/3");

    // A network without IPv4 reaches IPv4 by these: the address is in the last four bytes.
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>True for an address of the open internet. What stands for an IPv4 address in IPv6 is judged as that one.</summary>
    public static bool Is(IPAddress address)
    {
        var bare = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : Translated.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12)) : address;
        return (bare.AddressFamily == AddressFamily.InterNetwork || Internet6.Contains(bare)) && !NotPublic.Any(n => n.Contains(bare));
    }
}
