using System.Text.RegularExpressions;

namespace BacklogHealth.Settings;

/// <summary>
/// The secrets that settings hold or name files of, to be taken out of what others say: an answer that repeats our token, an exception of a library that names a password.
/// </summary>
internal sealed partial class KnownSecrets
{
    // A word of a few letters may stand in any sentence; a secret of so few is none.
    private const int Shortest = 6;
    private readonly string[] _secrets;

    private KnownSecrets(IEnumerable<string> secrets) =>
        _secrets = [.. secrets.Where(s => s.Length >= Shortest).SelectMany(s => new[] { s, Uri.EscapeDataString(s) }).Distinct(StringComparer.Ordinal).OrderByDescending(s => s.Length)];

    /// <summary>Those of merged settings. A file that cannot be read has none to tell; that it cannot be is told where it is needed.</summary>
    /// <param name="merged">The settings.</param>
    /// <param name="made">Secrets that no setting names, since the program has made them itself.</param>
    public static KnownSecrets Of(MergedSettings merged, params IEnumerable<string> made)
    {
        ArgumentNullException.ThrowIfNull(merged);
        return new(made.Concat(merged.Given.Where(v => SettingsCatalogue.Find(v.Path)?.Secret == true).Select(v => v.Value.Trim()))
            .Concat(merged.Given.Where(v => SecretFile().IsMatch(v.Path)).Select(v => FirstLine(merged.SecretFolders.Find(v.Value.Trim())))));
    }

    /// <summary>The text without them, and without passwords inside of connection strings and addresses.</summary>
    public string Masked(string text)
    {
        var masked = SecretText.Masked(text);
        return _secrets.Aggregate(masked, (t, secret) => t.Replace(secret, SecretText.Mask, StringComparison.Ordinal));
    }

    private static string FirstLine(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault()?.Trim() ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "";
        }
    }

    [GeneratedRegex("(Token|Secret|Password|Url|LinkKey)File$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretFile();
}
