using System.Collections.Concurrent;
using System.Text;

namespace BacklogHealth.Testing;

/// <summary>A real proxy on loopback: it opens tunnels (CONNECT) and passes on plain requests that name the whole address.</summary>
public sealed class ForwardingProxy : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly string? _password;
    private readonly Relay _relay;

    /// <summary>Listens at once.</summary>
    /// <param name="password">User and password that it asks for, with a colon between them; null for none.</param>
    public ForwardingProxy(string? password = null)
    {
        _password = password;
        _relay = new Relay("http", Serve);
    }

    /// <summary>Where it listens.</summary>
    public Uri Url => _relay.Url;

    /// <summary>The first line of each request that it passed on or refused.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _relay.DisposeAsync();

    private async Task Serve(Stream near)
    {
        var head = await Head(near);
        var line = head[..head.IndexOf("\r\n", StringComparison.Ordinal)];
        _lines.Enqueue(line);
        var parts = line.Split(' ');
        if (_password is not null && !head.Contains($"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(_password))}\r\n", StringComparison.OrdinalIgnoreCase))
        {
            await near.WriteAsync("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        }
        else if (parts[0] == "CONNECT")
        {
            await _relay.Pass(near, new Uri($"tcp://{parts[1]}"), _ => near.WriteAsync("HTTP/1.1 200 Go\r\n\r\n"u8.ToArray()).AsTask());
        }
        else
        {
            var target = new Uri(parts[1]);
            await _relay.Pass(near, target, far => far.WriteAsync(Encoding.Latin1.GetBytes(head.Replace(parts[1], target.PathAndQuery, StringComparison.Ordinal))).AsTask());
        }
    }

    private static async Task<string> Head(Stream stream)
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
