using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace BacklogHealth.Serving;

/// <summary>
/// Encrypts cookies under the one key of the program, a key of its own for each purpose, so that several nodes read each other's and no ring of keys has to be
/// kept. AES-256 in GCM: what was changed is not read.
/// </summary>
internal sealed class KeyedProtection(byte[] key) : IDataProtectionProvider, IDataProtector
{
    private const int Tag = 16;
    private const int Nonce = 12;

    /// <inheritdoc/>
    public IDataProtector CreateProtector(string purpose) => new KeyedProtection(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose)));

    /// <inheritdoc/>
    public byte[] Protect(byte[] plaintext)
    {
        ArgumentNullException.ThrowIfNull(plaintext);
        var locked = new byte[Nonce + Tag + plaintext.Length];
        RandomNumberGenerator.Fill(locked.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(locked.AsSpan(0, Nonce), plaintext, locked.AsSpan(Nonce + Tag), locked.AsSpan(Nonce, Tag));
        return locked;
    }

    /// <inheritdoc/>
    public byte[] Unprotect(byte[] protectedData)
    {
        ArgumentNullException.ThrowIfNull(protectedData);
        if (protectedData.Length < Nonce + Tag)
        {
            throw new CryptographicException("This was not encrypted here.");
        }

        var plain = new byte[protectedData.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(protectedData.AsSpan(0, Nonce), protectedData.AsSpan(Nonce + Tag), protectedData.AsSpan(Nonce, Tag), plain);
        return plain;
    }
}
