using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BacklogHealth.Testing;

/// <summary>A real proxy on loopback: it opens tunnels (CONNECT) and passes on plain requests that name the whole address.</summary>
public sealed class ForwardingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly string? _password;

    /// <summary>Listens at once.</summary>
    /// <param name="password">User and password that it asks for, with a colon between them; null for none.</param>
    public ForwardingProxy(string? password = null)
    {
        _password = password;
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = Accept();
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>The first line of each request that it passed on or refused.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

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
            var head = await Head(near);
            var line = head[..head.IndexOf("\r\n", StringComparison.Ordinal)];
            _lines.Enqueue(line);
            var parts = line.Split(' ');
            if (_password is not null && !head.Contains($"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(_password))}\r\n", StringComparison.OrdinalIgnoreCase))
            {
                await near.WriteAsync("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
                return;
            }

            var target = parts[0] == "CONNECT" ? new Uri($"tcp://{parts[1]}") : new Uri(parts[1]);
            using var to = new TcpClient();
            await to.ConnectAsync(target.Host, target.Port, _stop.Token);
            await using var far = to.GetStream();
            if (parts[0] == "CONNECT")
            {
                await near.WriteAsync("HTTP/1.1 200 Go\r\n\r\n"u8.ToArray());
            }
            else
            {
                await far.WriteAsync(Encoding.Latin1.GetBytes(head.Replace(parts[1], target.PathAndQuery, StringComparison.Ordinal)));
            }

            await Task.WhenAny(near.CopyToAsync(far, _stop.Token), far.CopyToAsync(near, _stop.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
        }
    }

    private static async Task<string> Head(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
