using System.Globalization;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Where the records of changes stood.</summary>
/// <param name="AsOf">A time of the service at which the tokens were new.</param>
/// <param name="Revisions">Token of the record of revisions; "" where it gave none.</param>
/// <param name="Links">Token of the record of links; "" where it gave none.</param>
internal sealed record AzureCursor(DateTimeOffset AsOf, string Revisions, string Links)
{
    private const string Form = "1";

    /// <summary>The cursor as a text; null where a token is missing, since without one a record would be read from its beginning.</summary>
    public string? Text => Revisions.Length == 0 || Links.Length == 0
        ? null
        : string.Join('|', Form, AsOf.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), Uri.EscapeDataString(Revisions), Uri.EscapeDataString(Links));

    /// <summary>Reads what <see cref="Text"/> gave; null for anything else.</summary>
    public static AzureCursor? Read(string text)
    {
        var parts = text.Split('|');
        return parts.Length == 4 && parts[0] == Form && parts[2].Length > 0 && parts[3].Length > 0
            && DateTimeOffset.TryParseExact(parts[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf)
            ? new(asOf, Uri.UnescapeDataString(parts[2]), Uri.UnescapeDataString(parts[3]))
            : null;
    }
}
