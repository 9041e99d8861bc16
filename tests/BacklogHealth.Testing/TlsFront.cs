using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace BacklogHealth.Testing;

/// <summary>A real TLS end on loopback that stands before a server which speaks none, as companies put one before their tracker.</summary>
public sealed class TlsFront : IAsyncDisposable
{
    private readonly Relay _relay;

    /// <summary>Listens at once.</summary>
    /// <param name="certificate">What it shows, with its key.</param>
    /// <param name="behind">Where the server is.</param>
    public TlsFront(X509Certificate2 certificate, Uri behind) => _relay = new Relay("https", async plain =>
    {
        await using var near = new SslStream(plain);
        await near.AuthenticateAsServerAsync(certificate);
        await _relay!.Pass(near, behind);
    });

    /// <summary>Where it listens.</summary>
    public Uri Url => _relay.Url;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _relay.DisposeAsync();
}
