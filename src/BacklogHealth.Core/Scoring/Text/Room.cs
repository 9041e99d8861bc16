using System.Buffers;
using System.Runtime.CompilerServices;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// A list that is filled once and becomes an array: it grows in room that texts share, so that reading a text leaves nothing behind but what was read.
/// For one thread; of no use after <see cref="ToArray"/>.
/// </summary>
internal ref struct Room<T>(int likely)
{
    private T[] _room = ArrayPool<T>.Shared.Rent(Math.Max(1, likely));
    private int _count;

    public readonly int Count => _count;

    public readonly Span<T> Filled => _room.AsSpan(0, _count);

    public void Add(T one)
    {
        if (_count == _room.Length)
        {
            var larger = ArrayPool<T>.Shared.Rent(2 * _count);
            Filled.CopyTo(larger);
            GiveBack();
            _room = larger;
        }

        _room[_count++] = one;
    }

    /// <summary>What was added; gives the room back.</summary>
    public T[] ToArray()
    {
        var all = Filled.ToArray();
        GiveBack();
        return all;
    }

    private readonly void GiveBack()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            Filled.Clear();
        }

        ArrayPool<T>.Shared.Return(_room);
    }
}
