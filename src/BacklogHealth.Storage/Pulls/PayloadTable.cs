using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Items;
using BacklogHealth.Storage.Sql;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Pulls;

/// <summary>What the tracker sent for each item the last time it was fetched, compressed.</summary>
internal static class PayloadTable
{
    // Of all that the runtime brings, the quickest, and smaller than the next one: 8 KB become a seventh in 10 microseconds.
    private const int Quality = 0;
    private const int Window = 22;

    /// <summary>Keeps the payloads of items that were just written; what was sent for these before is dropped, with a payload or without.</summary>
    public static async Task Save(Session session, IReadOnlyDictionary<string, WrittenItem> written, ImmutableArray<ItemPayload> payloads, DateTimeOffset now)
    {
        await session.Run(
            $"DELETE FROM payload WHERE item_no {session.InNumbers("items")}",
            new { items = Session.List(written.Values.Where(w => w.Outcome != Written.Created).Select(w => w.Number)) });
        if (payloads.IsEmpty)
        {
            return;
        }

        var left = written.ToDictionary(w => w.Key, w => w.Value.Number, StringComparer.Ordinal);
        using var write = session.Insert("payload", "item_no", "fetched_at", "json");
        foreach (var payload in payloads)
        {
            if (left.Remove(CleanText.Of(payload.Id), out var number))
            {
                write.Add(number).Add(now.UtcTicks).Add(Pack(payload.Json.Span)).End();
            }
        }
    }

    /// <summary>What was sent for an item; null where it is not kept.</summary>
    public static async Task<ItemPayload?> Of(Session session, string team, string id)
    {
        var packed = await session.First<byte[]?>(
            "SELECT p.json FROM item i JOIN payload p ON p.item_no = i.item_no WHERE i.team_no = @team AND i.id = @id",
            new { team = await TeamTable.NumberOf(session, team), id = CleanText.Of(id) });
        return packed is null ? null : new ItemPayload(id, Unpack(packed));
    }

    /// <summary>Drops what was fetched before an instant.</summary>
    public static Task Forget(Session session, long teamNo, DateTimeOffset fetchedBefore) =>
        session.Run(
            "DELETE FROM payload WHERE fetched_at < @before AND EXISTS (SELECT 1 FROM item i WHERE i.item_no = payload.item_no AND i.team_no = @teamNo)",
            new { before = fetchedBefore.UtcTicks, teamNo });

    /// <summary>The JSON of a packed payload.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        using var source = new MemoryStream(packed, writable: false);
        using var unpack = new BrotliStream(source, CompressionMode.Decompress);
        using var json = new MemoryStream(packed.Length * 8);
        unpack.CopyTo(json);
        return json.ToArray();
    }

    private static byte[] Pack(ReadOnlySpan<byte> json)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            return BrotliEncoder.TryCompress(json, buffer, out var length, Quality, Window)
                ? buffer[..length]
                : throw new InvalidOperationException("the buffer is as large as a payload can become, and it did not fit");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
