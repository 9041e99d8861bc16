using System.Text.RegularExpressions;
using Azure;

namespace BacklogHealth.Connectors.Http;

/// <summary>
/// What went wrong with Microsoft Entra, as sentences. Of what Entra says only its error number is quoted, and its exceptions go no further: they may hold
/// what we sent.
/// </summary>
internal static partial class EntraFaults
{
    public static TrackerException Settings(TrackerSite site, string found, string expected, string remedy, string setting) =>
        new(TrackerFault.Settings, $"{site.Where}: {found} for Microsoft Entra. Expected {expected}. {remedy} {site.Setting("Entra")} ({setting}).");

    public static TrackerException NoToken(TrackerSite site, EntraOptions options, TrackerNetwork network, Exception cause)
    {
        var at = options.Authority is null ? "Microsoft Entra" : $"Microsoft Entra ({options.Authority.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)})";
        var host = options.Authority?.Host ?? "login.microsoftonline.com";
        if (CertificateRefusedException.Behind(cause) is { } refused)
        {
            return new(TrackerFault.Unreachable, $"{site.Where}: at {at}, {ConnectionFaults.Certificate(site, host, network, refused)}");
        }

        if (EntraIdentity.IsManaged(options))
        {
            return new(TrackerFault.Refused, $"{site.Where}: this machine has no managed identity that gives a token{Code(cause)}. Expected one that may read the organisation. Turn it on for this machine, or set {site.Setting("Entra")} to an application with its secret or certificate.");
        }

        return IsNetwork(cause)
            ? new(TrackerFault.Unreachable, $"{site.Where}: {at} gave no answer. Expected a token for Azure DevOps. Check the network, the proxy and {site.Setting("Entra")} (Authority).")
            : new(TrackerFault.Refused, $"{site.Where}: {at} refused the application {options.ClientId}{Code(cause)}. Expected {(options.ClientSecret.Length > 0 ? "a secret" : "a certificate")} that it knows and that is still valid. Correct {site.Setting("Entra")}.");
    }

    private static bool IsNetwork(Exception? cause) => cause switch
    {
        null => false,
        HttpRequestException or IOException or OperationCanceledException or RequestFailedException { Status: 0 or >= 500 } => true,
        AggregateException several => several.InnerExceptions.Any(IsNetwork),
        _ => IsNetwork(cause.InnerException),
    };

    private static string Code(Exception cause) => ErrorNumber().Match(cause.ToString()) is { Success: true } found ? $" ({found.Value})" : "";

    [GeneratedRegex("AADSTS[0-9]{4,9}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ErrorNumber();
}
