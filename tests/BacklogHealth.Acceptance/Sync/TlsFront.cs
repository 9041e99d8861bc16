using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace BacklogHealth.Acceptance.Sync;

/// <summary>A real TLS end on loopback that stands before a server which speaks none, as companies put one before their tracker.</summary>
internal sealed class TlsFront : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate;
    private readonly Uri _behind;

    /// <summary>Listens at once.</summary>
    /// <param name="certificate">What it shows, with its key.</param>
    /// <param name="behind">Where the server is.</param>
    public TlsFront(X509Certificate2 certificate, Uri behind)
    {
        (_certificate, _behind) = (certificate, behind);
        _listener.Start();
        Url = new Uri($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = Accept();
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var from = client;
        try
        {
            await using var near = new SslStream(from.GetStream());
            await near.AuthenticateAsServerAsync(_certificate);
            using var to = new TcpClient();
            await to.ConnectAsync(_behind.Host, _behind.Port, _stop.Token);
            await using var far = to.GetStream();
            await Task.WhenAny(near.CopyToAsync(far, _stop.Token), far.CopyToAsync(near, _stop.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
        }
    }
}
