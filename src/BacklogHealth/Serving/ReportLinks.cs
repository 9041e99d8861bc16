using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BacklogHealth.Serving;

/// <summary>What a link is worth.</summary>
internal enum LinkWorth
{
    /// <summary>It was made here and still holds.</summary>
    Good,

    /// <summary>It was made here, and its time is over.</summary>
    Over,

    /// <summary>It was not made here, or it was changed.</summary>
    Wrong,
}

/// <summary>Links to reports of the past that need no login and end by themselves: path and last second are signed together.</summary>
/// <param name="key">The key; see <see cref="LinkKey"/>.</param>
/// <param name="days">How many days a link holds.</param>
/// <param name="time">The clock.</param>
internal sealed class ReportLinks(byte[] key, int days, TimeProvider time)
{
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "links to reports"u8.ToArray());

    /// <summary>The path with its signature, good from now on for as many days as settings say.</summary>
    public string Sign(string path) => Sign(path, time.GetUtcNow().AddDays(days).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>The path with a signature that ends when another one does.</summary>
    /// <param name="path">As it stands in the address.</param>
    /// <param name="until">The last second, in seconds since 1970.</param>
    public string Sign(string path, string until) => $"{path}?until={until}&key={Base64Url.EncodeToString(Signature(path, until))}";

    /// <summary>Judges a link. The signature is compared in the same time whatever is wrong with it.</summary>
    public LinkWorth Judge(string path, string? until, string? signature)
    {
        var given = Encoding.UTF8.GetBytes(signature ?? "");
        var right = Base64Url.EncodeToUtf8(Signature(path, until ?? ""));
        return !CryptographicOperations.FixedTimeEquals(given, right) || !long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? LinkWorth.Wrong
            : time.GetUtcNow().ToUnixTimeSeconds() > last ? LinkWorth.Over
            : LinkWorth.Good;
    }

    private byte[] Signature(string path, string until) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{path}\n{until}"));
}
