using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace BacklogHealth.Connectors.Http;

/// <summary>Makes of the settings what proves to Microsoft Entra who we are.</summary>
internal static class EntraIdentity
{
    /// <summary>How often a sign-in service that does not answer is asked again.</summary>
    private const int Retries = 2;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(20);

    /// <summary>True where neither secret nor certificate is given: the machine's own identity.</summary>
    public static bool IsManaged(EntraOptions options) => options.ClientSecret.Length == 0 && options.CertificateFile.Length == 0;

    /// <summary>Checks the options; nothing is sent yet.</summary>
    /// <exception cref="TrackerException">They cannot be used.</exception>
    public static TokenCredential Build(EntraOptions options, TrackerSite site, HttpPipelineTransport transport)
    {
        Check(options, site);
        try
        {
            if (IsManaged(options))
            {
                var id = options.ClientId.Length == 0 ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(options.ClientId);
                return new ManagedIdentityCredential(With(new ManagedIdentityCredentialOptions(id), options, transport));
            }

            // An authority of one's own is not one that the public cloud could be asked about.
            return options.ClientSecret.Length > 0
                ? new ClientSecretCredential(options.TenantId, options.ClientId, options.ClientSecret, With(new ClientSecretCredentialOptions { DisableInstanceDiscovery = options.Authority is not null }, options, transport))
                : new ClientCertificateCredential(options.TenantId, options.ClientId, Certificate(options.CertificateFile, site), With(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = options.Authority is not null }, options, transport));
        }
        catch (ArgumentException)
        {
            throw EntraFaults.Settings(site, "TenantId or ClientId is none that Entra could know", "the ids that the application's page in Entra shows", "Correct", "TenantId and ClientId");
        }
    }

    private static void Check(EntraOptions options, TrackerSite site)
    {
        if (options is { ClientSecret.Length: > 0, CertificateFile.Length: > 0 })
        {
            throw EntraFaults.Settings(site, "there are a secret and a certificate", "one of them, so that it is known which one is used", "Leave one out of", "ClientSecret and CertificateFile");
        }

        if (IsManaged(options))
        {
            if (options.TenantId.Length > 0)
            {
                throw EntraFaults.Settings(site, "there is a directory, but neither a secret nor a certificate", "one of them for an application, or no directory for the managed identity of this machine", "Set", "ClientSecret or CertificateFile");
            }

            return;
        }

        if (options.TenantId.Length == 0 || options.ClientId.Length == 0)
        {
            throw EntraFaults.Settings(site, options.TenantId.Length == 0 ? "there is no directory" : "there is no application", "the ids that the application's page in Entra shows", "Set", options.TenantId.Length == 0 ? "TenantId" : "ClientId");
        }

        if (options.Authority is { } authority && (!authority.IsAbsoluteUri || authority.Scheme != Uri.UriSchemeHttps))
        {
            throw EntraFaults.Settings(site, "the address of the sign-in service is no https address", "one such as https://login.microsoftonline.us", "Correct", "Authority");
        }
    }

    private static T With<T>(T with, EntraOptions options, HttpPipelineTransport transport)
        where T : TokenCredentialOptions
    {
        with.Transport = transport;
        with.Retry.MaxRetries = Retries;
        with.Retry.NetworkTimeout = AnswerWithin;
        with.Diagnostics.IsLoggingEnabled = false;
        if (options.Authority is not null)
        {
            with.AuthorityHost = options.Authority;
        }

        return with;
    }

    private static X509Certificate2 Certificate(string file, TrackerSite site)
    {
        try
        {
            var isPem = File.ReadAllText(file).Contains("-----BEGIN", StringComparison.Ordinal);
            var certificate = isPem ? X509Certificate2.CreateFromPemFile(file) : X509CertificateLoader.LoadPkcs12FromFile(file, null);
            return certificate.HasPrivateKey ? certificate : throw new CryptographicException("no private key");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw EntraFaults.Settings(site, $"the file '{file}' gives no certificate with its private key", "one with both, in PEM or PKCS#12, without a password", "Correct", "CertificateFile");
        }
    }
}
