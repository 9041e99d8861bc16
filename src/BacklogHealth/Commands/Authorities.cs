using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BacklogHealth.Settings;

namespace BacklogHealth.Commands;

/// <summary>Looks into a file of certificate authorities.</summary>
internal static class Authorities
{
    /// <summary>What is in a connection's file.</summary>
    /// <exception cref="UserError">It cannot be read, holds no certificate, or only ones whose time is over.</exception>
    public static string Describe(ConnectionSettings connection, DateTimeOffset now)
    {
        var file = connection.CertificateAuthorityFile;
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw UserError.Usage($"{file}: it cannot be read as certificates. Expected a file (PEM) that this account may read. Ask those who run the tracker for their authority's certificate, or correct CertificateAuthorityFile.");
        }

        if (certificates.Count == 0)
        {
            throw UserError.Usage($"{file}: it holds no certificate. Expected at least one, in a block that begins with BEGIN CERTIFICATE. Ask those who run the tracker for their authority's certificate.");
        }

        var last = certificates.Max(c => c.NotAfter.ToUniversalTime());
        var found = FormattableString.Invariant($"{file} holds {certificates.Count} {(certificates.Count == 1 ? "certificate" : "certificates")}, good until {last:yyyy-MM-dd}");
        return last > now.UtcDateTime ? found : throw UserError.Usage($"{found}, which is over. Expected one that is still good. Ask those who run the tracker for the new one.");
    }
}
