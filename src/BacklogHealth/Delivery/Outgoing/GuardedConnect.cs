using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace BacklogHealth.Delivery.Outgoing;

/// <summary>
/// Opens connections to the open internet alone, so that an address in settings cannot be used to reach what only this machine can reach. The name is asked
/// for once, every answer is checked, and the connection goes to the very address that was checked: a name that answers differently a moment later changes nothing.
/// </summary>
/// <param name="allowed">Hosts that may be anywhere.</param>
/// <param name="resolve">Gives the addresses of a name.</param>
internal sealed class GuardedConnect(ImmutableArray<string> allowed, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>By the names of this machine's network.</summary>
    public GuardedConnect(ImmutableArray<string> allowed)
        : this(allowed, Dns.GetHostAddressesAsync)
    {
    }

    /// <summary>True where settings say that the host may be anywhere.</summary>
    public static bool Allows(ImmutableArray<string> allowed, string host) => allowed.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>Connects.</summary>
    /// <exception cref="RefusedAddressException">The host is not on the open internet, or not with all of its addresses.</exception>
    /// <exception cref="SocketException">It has no address, or nobody answers there.</exception>
    public async ValueTask<Stream> Open(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var to = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(to.Host, out var literal) ? [literal] : await resolve(to.Host, cancellation);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        if (!Allows(allowed, to.Host) && !addresses.All(PublicAddress.Is))
        {
            throw new RefusedAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host is where nothing may be sent.</summary>
internal sealed class RefusedAddressException() : IOException("The address is not on the open internet.");
