namespace BacklogHealth.Core.Scoring.Text;

/// <summary>One number for a text (FNV-1a, 64 bits), whatever its case and white space; the same on every machine.</summary>
internal static class TextHash
{
    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The number; 0 where the text is blank.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                hash = (hash ^ (char.IsAscii(c) ? char.ToLowerInvariant(c) : c)) * Prime;
            }
        }

        return hash == Seed ? 0 : hash;
    }
}
