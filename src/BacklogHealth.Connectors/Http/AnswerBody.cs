using System.Buffers;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// The content of an answer, unpacked, in a buffer that is lent and goes back: answers of a megabyte each would otherwise wear out the memory in a long
/// pull. Whoever holds it disposes it, and looks at no byte of it afterwards.
/// </summary>
internal sealed class AnswerBody : IDisposable
{
    private const int FirstBytes = 128 * 1024;
    private byte[]? _lent;
    private int _length;

    private AnswerBody(int bytes) => _lent = ArrayPool<byte>.Shared.Rent(bytes);

    /// <summary>The bytes.</summary>
    public Memory<byte> Bytes => _lent.AsMemory(0, _length);

    /// <summary>Reads content to its end, or until it is larger than allowed, whatever length it promises and however small it was packed.</summary>
    /// <returns>The content; null where it is larger.</returns>
    /// <exception cref="IOException">The connection broke, or the content cannot be unpacked.</exception>
    public static async Task<AnswerBody?> Read(HttpContent content, int maxBytes, CancellationToken cancellation)
    {
        // One byte more than promised, so that the end is found without a larger buffer.
        var promised = Math.Min(content.Headers.ContentLength ?? 0, maxBytes - 1) + 1;
        var body = new AnswerBody((int)Math.Max(promised, Math.Min(FirstBytes, maxBytes)));
        var whole = false;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellation);
            whole = await body.Fill(stream, maxBytes, cancellation);
            return whole ? body : null;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new IOException("the content cannot be unpacked", e);
        }
        finally
        {
            if (!whole)
            {
                body.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _lent, null) is { } lent)
        {
            _length = 0;
            ArrayPool<byte>.Shared.Return(lent);
        }
    }

    private async ValueTask<bool> Fill(Stream stream, int maxBytes, CancellationToken cancellation)
    {
        int read;
        do
        {
            if (_length == maxBytes)
            {
                return await stream.ReadAsync(new byte[1], cancellation) == 0;
            }

            if (_length == _lent!.Length)
            {
                Grow((int)Math.Min(_length * 2L, maxBytes));
            }

            read = await stream.ReadAsync(_lent.AsMemory(_length, Math.Min(_lent.Length, maxBytes) - _length), cancellation);
            _length += read;
        }
        while (read > 0);
        return true;
    }

    private void Grow(int bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_lent!);
        _lent = larger;
    }
}
