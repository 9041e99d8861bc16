namespace BacklogHealth.Settings;

/// <summary>Reads whom Microsoft Entra is to take us for, and checks that it is one of the three ways there are.</summary>
internal sealed class EntraReader(SettingsValues values)
{
    /// <summary>What stands at a place of the settings; null where nothing does.</summary>
    public EntraSettings? Read(string at)
    {
        var managed = values.YesOrNo(at, "ManagedIdentity");
        var entra = new EntraSettings
        {
            TenantId = values.Text(at, "TenantId"),
            ClientId = values.Text(at, "ClientId"),
            ClientSecret = values.Text(at, "ClientSecret"),
            ClientSecretFile = values.SecretFile(at, "ClientSecretFile"),
            CertificateFile = values.SecretFile(at, "CertificateFile"),
            Authority = values.Address(at, "Authority", "https://login.microsoftonline.us", "https"),
        };
        var proofs = new[] { entra.ClientSecret, entra.ClientSecretFile, entra.CertificateFile }.Count(p => p.Length > 0);
        if (managed)
        {
            return proofs == 0
                ? entra
                : values.Wrong(entra, $"{at}:ManagedIdentity", "a managed identity beside a secret or certificate", "one of them, since a managed identity has neither", "Leave one out");
        }

        if (proofs == 0 && entra is { TenantId: "", ClientId: "", Authority: null })
        {
            return null;
        }

        if (proofs != 1)
        {
            return values.Wrong(entra, at, proofs == 0 ? "neither a secret nor a certificate" : "more than one secret or certificate", "one of ClientSecretFile, ClientSecret and CertificateFile, or ManagedIdentity true", proofs == 0 ? "Add one" : "Leave the others out");
        }

        return entra.TenantId.Length > 0 && entra.ClientId.Length > 0
            ? entra
            : values.Wrong(entra, at, entra.TenantId.Length == 0 ? "no TenantId" : "no ClientId", "both, which the application's page in Entra shows", "Add it");
    }
}
