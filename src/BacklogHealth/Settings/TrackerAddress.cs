namespace BacklogHealth.Settings;

/// <summary>What an address alone tells of a tracker: the vendors' own hosts serve one kind each, and want a certain path.</summary>
internal static class TrackerAddress
{
    /// <summary>An address as it is typed, with the https:// that people leave out.</summary>
    public static string Whole(string typed) => typed.Length == 0 || typed.Contains("://", StringComparison.Ordinal) ? typed : $"https://{typed}";

    /// <summary>The kind that a vendor's own host serves; null for any other host.</summary>
    public static TrackerKind? KindOf(Uri address) => address.IdnHost.ToUpperInvariant() switch
    {
        "API.ATLASSIAN.COM" => TrackerKind.JiraCloud,
        "DEV.AZURE.COM" => TrackerKind.AzureDevOps,
        var host when host.EndsWith(".ATLASSIAN.NET", StringComparison.Ordinal) => TrackerKind.JiraCloud,
        var host when host.EndsWith(".VISUALSTUDIO.COM", StringComparison.Ordinal) => TrackerKind.AzureDevOps,
        _ => null,
    };

    /// <summary>What the address of a vendor's host lacks, or has too much, as what was expected; null where it is well.</summary>
    public static string? Missing(Uri address)
    {
        var path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return address.IdnHost.ToUpperInvariant() switch
        {
            "DEV.AZURE.COM" when path.Length != 1 => "the address with the organisation and nothing behind it, as https://dev.azure.com/acme",
            "API.ATLASSIAN.COM" when path is not ["ex", "jira", _] => "the address with the site's cloud id, as https://api.atlassian.com/ex/jira/11223344-a1b2-3b33-c444-def123456789",
            var host when host.EndsWith(".ATLASSIAN.NET", StringComparison.Ordinal) && path.Length > 0 => "the address of the site alone, as https://acme.atlassian.net",
            _ => null,
        };
    }
}
