using System.Security.Authentication;

namespace BacklogHealth.Connectors.Http;

/// <summary>What is wrong with a certificate.</summary>
internal enum CertificateFlaw
{
    /// <summary>It comes from an authority that nobody here trusts.</summary>
    UntrustedAuthority,

    /// <summary>It is not valid yet or any more.</summary>
    Expired,

    /// <summary>It is made out to another host.</summary>
    WrongName,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>The certificate of a host is not trusted. The message is the part of a sentence that says what was found.</summary>
internal sealed class CertificateRefusedException(CertificateFlaw flaw, string found) : AuthenticationException(found)
{
    /// <summary>What is wrong with it.</summary>
    public CertificateFlaw Flaw => flaw;

    /// <summary>The one that is behind an error; null where there is none.</summary>
    public static CertificateRefusedException? Behind(Exception? error)
    {
        while (error is not null and not CertificateRefusedException)
        {
            error = error.InnerException;
        }

        return error as CertificateRefusedException;
    }
}
