using BacklogHealth.Core.Models;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>One number for a text (FNV-1a, 64 bits), whatever its case and white space; the same on every machine.</summary>
internal static class TextHash
{
    /// <summary>The number; 0 where the text is blank.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Fnv.Basis;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                hash = Fnv.More(hash, char.IsAscii(c) ? char.ToLowerInvariant(c) : c);
            }
        }

        return hash == Fnv.Basis ? 0 : hash;
    }
}
