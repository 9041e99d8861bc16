using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace BacklogHealth.Testing;

/// <summary>Takes connections on loopback for something that stands between a program and a server, and passes on what either side sends.</summary>
public sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Stream, Task> _serve;

    /// <summary>Listens at once.</summary>
    /// <param name="scheme">How its address begins.</param>
    /// <param name="serve">Serves one connection; where that breaks off, so does the connection.</param>
    public Relay(string scheme, Func<Stream, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        Url = new Uri($"{scheme}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = Accept();
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Connects to a server and passes on what either side sends, until one of them ends.</summary>
    /// <param name="near">The side of the program.</param>
    /// <param name="server">Host and port of the server.</param>
    /// <param name="first">Told of the server's side before anything is passed on; null for nothing.</param>
    public async Task Pass(Stream near, Uri server, Func<Stream, Task>? first = null)
    {
        using var to = new TcpClient();
        await to.ConnectAsync(server.Host, server.Port, _stop.Token);
        await using var far = to.GetStream();
        await (first?.Invoke(far) ?? Task.CompletedTask);
        await Task.WhenAny(near.CopyToAsync(far, _stop.Token), far.CopyToAsync(near, _stop.Token));
    }

    /// <inheritdoc/>
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
            await using var near = from.GetStream();
            await _serve(near);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or AuthenticationException)
        {
        }
    }
}
