using System.Text.RegularExpressions;

namespace BacklogHealth.Settings;

/// <summary>Masks passwords that stand inside other texts: connection strings and addresses. For everything that is shown.</summary>
internal static partial class SecretText
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Mask = "****";

    /// <summary>The text with every password in it masked.</summary>
    public static string Masked(string text) => InAddress().Replace(InConnectionString().Replace(text, $"${{before}}{Mask}"), $"${{before}}{Mask}@");

    // A value may be quoted, and a quote in it doubled. "Passfile" names a file, which is no secret.
    [GeneratedRegex("""(?<before>(password|pwd|secret|token)\s*=\s*)("([^"]|"")*"|'([^']|'')*'|[^;]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex InConnectionString();

    // Up to the last @ before the path: a password may hold one.
    [GeneratedRegex("""(?<before>[a-z][a-z0-9+.-]*://[^\s/@:]*:)[^\s/]*@""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex InAddress();
}
