using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// Which certificates a connection trusts: those the system trusts, and those of the authorities that its settings name. An authority is all that can be
/// added: a wrong name or a certificate that has expired is refused in any case.
/// </summary>
internal sealed class CertificateTrust
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private readonly X509Certificate2Collection _authorities;

    private CertificateTrust(X509Certificate2Collection authorities) => _authorities = authorities;

    /// <summary>Reads the authorities.</summary>
    /// <param name="site">For whom.</param>
    /// <param name="file">The file; "" for the system's authorities alone.</param>
    /// <exception cref="TrackerException">The file cannot be read, or holds no certificate.</exception>
    public static CertificateTrust Read(TrackerSite site, string file)
    {
        var authorities = new X509Certificate2Collection();
        if (file.Length > 0)
        {
            try
            {
                authorities.ImportFromPemFile(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
            {
                throw Unusable(site, file, e is CryptographicException ? "holds something else than certificates in PEM" : "cannot be read", e);
            }

            if (authorities.Count == 0)
            {
                throw Unusable(site, file, "holds no certificate in PEM", null);
            }
        }

        return new(authorities);
    }

    /// <summary>Judges the certificate of a host.</summary>
    /// <returns>True where it is trusted; never false.</returns>
    /// <exception cref="CertificateRefusedException">It is not; says why.</exception>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (certificate is not X509Certificate2 leaf || chain is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            throw new CertificateRefusedException(CertificateFlaw.Other, "the host shows no certificate");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            if (_authorities.Count == 0)
            {
                Refuse(chain, leaf);
            }

            using var own = Chain(chain);
            if (!own.Build(leaf))
            {
                Refuse(own, leaf);
            }
        }

        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? throw new CertificateRefusedException(CertificateFlaw.WrongName, $"the certificate of the host is made out to {Names(leaf)}")
            : true;
    }

    // The same chain that the system could not trust, ending at our authorities instead.
    private X509Chain Chain(X509Chain system)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.ExtraStore.AddRange(system.ChainPolicy.ExtraStore);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain;
    }

    private static void Refuse(X509Chain chain, X509Certificate2 leaf)
    {
        var flaws = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        if ((flaws & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != X509ChainStatusFlags.NoError)
        {
            throw new CertificateRefusedException(CertificateFlaw.UntrustedAuthority, $"the certificate of the host comes from '{leaf.Issuer}', which is not trusted");
        }

        if (flaws.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            var late = chain.ChainElements.First(e => e.ChainElementStatus.Any(s => s.Status.HasFlag(X509ChainStatusFlags.NotTimeValid))).Certificate;
            throw new CertificateRefusedException(CertificateFlaw.Expired, FormattableString.Invariant(
                $"the certificate '{late.Subject}' of the host is valid from {late.NotBefore.ToUniversalTime():yyyy-MM-dd} to {late.NotAfter.ToUniversalTime():yyyy-MM-dd} only"));
        }

        throw new CertificateRefusedException(CertificateFlaw.Other, $"the certificate '{leaf.Subject}' of the host is not accepted ({flaws})");
    }

    private static string Names(X509Certificate2 leaf)
    {
        var alternatives = leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToArray();
        string[] names = [.. alternatives.SelectMany(a => a.EnumerateDnsNames()), .. alternatives.SelectMany(a => a.EnumerateIPAddresses()).Select(a => a.ToString())];
        return names.Length == 0 ? $"'{leaf.Subject}'" : string.Join(", ", names.Take(3).Select(n => $"'{n}'")) + (names.Length > 3 ? " and others" : "");
    }

    private static TrackerException Unusable(TrackerSite site, string file, string why, Exception? inner) => new(TrackerFault.Settings,
        $"{site.Name}: the file '{file}' {why}. Expected one or more certificates of authorities, each between BEGIN CERTIFICATE and END CERTIFICATE. Correct {site.Setting("CertificateAuthorityFile")}, or leave it out.", inner);
}
