namespace BacklogHealth.Reports.Charts;

/// <summary>The colours of a picture in the order of their first pixel, and how often each comes. Plain arrays: it is asked for every run of pixels of every chart.</summary>
internal sealed class ColourTable
{
    // The place of the colour that hashes to a slot or to one before it, plus one; 0 is free. Never more than half full, so that a free one is near.
    private int[] _slots = new int[1024];
    private uint[] _colours = new uint[512];
    private int[] _counts = new int[512];

    /// <summary>How many different colours have been counted.</summary>
    public int Count { get; private set; }

    /// <summary>A colour by its place, from 0.</summary>
    public uint ColourAt(int place) => _colours[place];

    /// <summary>How often the colour at a place has come.</summary>
    public int CountAt(int place) => _counts[place];

    /// <summary>Counts a colour some times more.</summary>
    /// <returns>Its place, the next free one for a colour that is new.</returns>
    public int Add(uint colour, int times = 1)
    {
        var slot = SlotOf(colour);
        if (_slots[slot] == 0)
        {
            if (Count == _colours.Length)
            {
                Grow();
                slot = SlotOf(colour);
            }

            _colours[Count++] = colour;
            _slots[slot] = Count;
        }

        var place = _slots[slot] - 1;
        _counts[place] += times;
        return place;
    }

    /// <summary>The place of a colour that has been counted.</summary>
    public int PlaceOf(uint colour) => _slots[SlotOf(colour)] - 1;

    // The slot that holds the colour, or the free one where it belongs (D. E. Knuth, The Art of Computer Programming 3, 6.4: multiplicative hashing, linear probing).
    private int SlotOf(uint colour)
    {
        var slot = (int)(colour * 2654435769u >> 8) & (_slots.Length - 1);
        while (_slots[slot] is var held and not 0 && _colours[held - 1] != colour)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Grow()
    {
        var (colours, counts) = (_colours, _counts);
        (_slots, _colours, _counts) = (new int[_slots.Length * 2], new uint[colours.Length * 2], new int[colours.Length * 2]);
        colours.CopyTo(_colours, 0);
        counts.CopyTo(_counts, 0);
        for (var place = 0; place < Count; place++)
        {
            _slots[SlotOf(_colours[place])] = place + 1;
        }
    }
}
