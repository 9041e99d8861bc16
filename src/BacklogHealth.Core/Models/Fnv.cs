namespace BacklogHealth.Core.Models;

/// <summary>FNV-1a over UTF-16 units, 64 bits: the same on every machine and in every process. It goes on where it stopped, so that nothing has to be put together first.</summary>
internal static class Fnv
{
    /// <summary>The hash of nothing.</summary>
    public const ulong Basis = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>The hash with one more unit behind.</summary>
    public static ulong More(ulong hash, char unit) => unchecked((hash ^ unit) * Prime);

    /// <summary>The hash with a text behind.</summary>
    public static ulong More(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            hash = More(hash, unit);
        }

        return hash;
    }
}
