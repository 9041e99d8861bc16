using System.Security.Cryptography;
using System.Text;
using BacklogHealth.Storage;

namespace BacklogHealth.Delivery;

/// <summary>Names a dispatch to the other side.</summary>
internal static class DispatchId
{
    /// <summary>32 hexadecimal digits: the same for the same dispatch, however often it is sent.</summary>
    public static string Of(DispatchKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', key.Subscription, key.Period, key.Channel, key.Recipient))))[..32];
}
