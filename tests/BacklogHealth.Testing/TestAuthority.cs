using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BacklogHealth.Testing;

/// <summary>A certificate authority as companies have them, made for one test.</summary>
public sealed class TestAuthority
{
    private readonly X509Certificate2 _certificate;

    /// <summary>Makes one, valid for some weeks around now.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="above">The authority that vouches for it; null for none.</param>
    public TestAuthority(string name, TestAuthority? above = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _certificate = above is null
            ? request.CreateSelfSigned(Now.AddDays(-30), Now.AddDays(30))
            : request.Create(above._certificate, Now.AddDays(-20), Now.AddDays(20), Serial(name)).CopyWithPrivateKey(key);
    }

    /// <summary>Now, by the clock of the machine: certificates are judged by no other.</summary>
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Its certificate, as files hold it.</summary>
    public string Pem => _certificate.ExportCertificatePem() + "\n";

    /// <summary>Its certificate, with its key.</summary>
    public X509Certificate2 Certificate => _certificate;

    /// <summary>A certificate for this machine by address, unless another name is given.</summary>
    public X509Certificate2 Issue(string? host = null, DateTimeOffset? until = null, string usage = "1.3.6.1.5.5.7.3.1")
    {
        using var key = RSA.Create(2048);
        var end = until ?? Now.AddDays(10);
        return Request(key, host, usage).Create(_certificate, end.AddDays(-15), end, Serial($"{host}{end:O}{usage}")).CopyWithPrivateKey(key);
    }

    /// <summary>A certificate that vouches for itself.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        return Request(key, null, "1.3.6.1.5.5.7.3.1").CreateSelfSigned(Now.AddDays(-5), Now.AddDays(5));
    }

    private static CertificateRequest Request(RSA key, string? host, string usage)
    {
        var request = new CertificateRequest("CN=tracker", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (host is null)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        return request;
    }

    private static byte[] Serial(string of) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(of))[..8];
}
