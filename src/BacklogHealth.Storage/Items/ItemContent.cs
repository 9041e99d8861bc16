using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Storage.Items;

/// <summary>
/// A hash over what an item says: equal for equal items, whenever and however often they were stored. The stamp and what the store itself found
/// out (removed, not visible) are left out, and so is the state, which the columns name by number: it is added by id and name.
/// </summary>
internal static class ItemContent
{
    /// <summary>The hash, as 32 hexadecimal digits.</summary>
    public static string HashOf(WorkItem item, IReadOnlyList<object?> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, values);
        Add(hash, [item.StateId, item.OriginalState, item.Changes.IsDefault ? 0 : item.Changes.Length]);
        foreach (var change in item.Changes.IsDefault ? [] : item.Changes)
        {
            Add(hash, ItemColumns.Of(change));
        }

        foreach (var comment in item.Comments.IsDefault ? [] : item.Comments)
        {
            Add(hash, ItemColumns.Of(comment));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>Adds values so that no two lists of values give the same bytes: each with its length, null as length −1.</summary>
    public static void Add(IncrementalHash hash, IReadOnlyList<object?> values)
    {
        Span<byte> length = stackalloc byte[4];
        foreach (var value in values)
        {
            var bytes = value is null ? null : Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes?.Length ?? -1);
            hash.AppendData(length);
            hash.AppendData(bytes ?? []);
        }
    }
}
