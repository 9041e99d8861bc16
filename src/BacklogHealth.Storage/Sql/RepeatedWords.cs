using System.Text;

namespace BacklogHealth.Storage.Sql;

/// <summary>
/// Short texts that come again and again, since fields, states and accounts are few: they are mostly made once. For one thread at a time.
/// </summary>
internal sealed class RepeatedWords
{
    private const int Longest = 24, Places = 1 << 12;

    private readonly string?[] _words = new string?[Places];

    /// <summary>The text of some UTF-8.</summary>
    public string Of(ReadOnlySpan<byte> text)
    {
        if (text.Length > Longest)
        {
            return Encoding.UTF8.GetString(text);
        }

        ref var place = ref _words[PlaceOf(text)];
        return place is not null && Ascii.Equals(text, place) ? place : place = Encoding.UTF8.GetString(text);
    }

    // Any place does: a text that does not stand there is made anew.
    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = (uint)text.Length;
        foreach (var b in text)
        {
            hash = (hash ^ b) * 16777619;
        }

        return (int)(hash >> 20);
    }
}
