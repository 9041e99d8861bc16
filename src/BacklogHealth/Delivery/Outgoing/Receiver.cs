using System.Security.Cryptography;
using System.Text;
using BacklogHealth.Settings;

namespace BacklogHealth.Delivery.Outgoing;

/// <summary>Where a report goes over the web. Who knows the address may write there: it is a secret, and only its host is ever shown.</summary>
/// <param name="Url">The whole address.</param>
/// <param name="Secret">The key that signs what is sent; empty for none.</param>
internal sealed record Receiver(Uri Url, string Secret)
{
    private const int ShortestSecret = 6;

    /// <summary>What its dispatches call it: the host, and a mark that tells it from others there and that nobody can turn back into the address.</summary>
    public string Name => $"{Url.IdnHost} #{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Url.AbsoluteUri)))[..8]}";

    /// <summary>The text with whatever it repeats of the address or of the key masked.</summary>
    public string Masked(string text)
    {
        var parts = Url.PathAndQuery.Split('/', '?', '&', '=').SelectMany(p => new[] { p, Uri.UnescapeDataString(p) }).Append(Secret).Append(Url.PathAndQuery);
        return parts.Where(p => p.Length >= ShortestSecret).OrderByDescending(p => p.Length)
            .Aggregate(text, (t, part) => t.Replace(part, SecretText.Mask, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Keeps address and key out of every text made of this record.</summary>
    public override string ToString() => Name;
}
