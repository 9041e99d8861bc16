using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage.Items;

/// <summary>
/// A hash over values, so that no two lists of values give the same bytes: each value as text in UTF-8 with its length before it, nothing as
/// length −1. Equal on every engine and machine.
/// </summary>
internal sealed class ContentHash : RowSink
{
    private const int LengthBytes = 4;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _used;

    /// <summary>
    /// The hash over what an item says, as 32 hexadecimal digits: equal for equal items, whenever and however often they were stored. The stamp
    /// and what the store itself found out (removed, not visible) are left out; the state, which the columns name by number, is added by its words.
    /// </summary>
    public string Of(WorkItem item)
    {
        this.Add(item).Add(item.StateId).Add(item.OriginalState).Add(item.Changes.IsDefault ? 0L : item.Changes.Length);
        foreach (var change in item.Changes.IsDefault ? [] : item.Changes)
        {
            this.Add(change);
        }

        foreach (var comment in item.Comments.IsDefault ? [] : item.Comments)
        {
            this.Add(comment);
        }

        if (ItemColumns.SaysLater(item))
        {
            this.AddLater(item);
        }

        return Take(16);
    }

    /// <summary>The hash over all that was handed in, in hexadecimal digits, two for each byte; begins anew.</summary>
    public string Take(int bytes)
    {
        Flush();
        Span<byte> all = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(all);
        return Convert.ToHexStringLower(all[..bytes]);
    }

    /// <inheritdoc/>
    public override RowSink Add(long? value)
    {
        if (value is not { } number)
        {
            return AddNothing();
        }

        Reserve(32);
        _ = number.TryFormat(_buffer.AsSpan(_used + LengthBytes), out var length, provider: CultureInfo.InvariantCulture);
        return Added(length);
    }

    /// <inheritdoc/>
    public override RowSink Add(double? value)
    {
        if (value is not { } number)
        {
            return AddNothing();
        }

        Reserve(64);
        _ = number.TryFormat(_buffer.AsSpan(_used + LengthBytes), out var length, provider: CultureInfo.InvariantCulture);
        return Added(length);
    }

    /// <inheritdoc/>
    public override RowSink Add(string? value)
    {
        if (value is null)
        {
            return AddNothing();
        }

        Reserve(Encoding.UTF8.GetMaxByteCount(value.Length));
        return Added(Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_used + LengthBytes)));
    }

    /// <inheritdoc/>
    public override RowSink Add(byte[] value)
    {
        Reserve(value.Length);
        value.CopyTo(_buffer.AsSpan(_used + LengthBytes));
        return Added(value.Length);
    }

    /// <inheritdoc/>
    public override void End()
    {
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private ContentHash AddNothing()
    {
        Reserve(0);
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_used), -1);
        _used += LengthBytes;
        return this;
    }

    private ContentHash Added(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_used), length);
        _used += LengthBytes + length;
        return this;
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _used >= bytes + LengthBytes)
        {
            return;
        }

        Flush();
        if (_buffer.Length < bytes + LengthBytes)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(bytes + LengthBytes);
        }
    }

    private void Flush()
    {
        _hash.AppendData(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
