using System.Collections.Concurrent;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// One pace for each host, shared by all connections to it, so that several teams ask no faster together than one. A host is scheme, name and port.
/// For use by any number of threads.
/// </summary>
public sealed class HostPaces
{
    /// <summary>How many requests one host has to answer at a time, unless something else is said.</summary>
    public const int DefaultInFlight = 4;

    private readonly ConcurrentDictionary<string, HostPace> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _inFlight;

    /// <summary>Starts with hosts that nothing is known of.</summary>
    /// <param name="inFlight">How many requests one host has to answer at a time at most, 1 or more.</param>
    public HostPaces(int inFlight = DefaultInFlight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inFlight, 1);
        _inFlight = inFlight;
    }

    /// <summary>The pace of the host of an address.</summary>
    internal HostPace Of(string address) =>
        _hosts.GetOrAdd(new Uri(address).GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped), _ => new HostPace(_inFlight));
}
