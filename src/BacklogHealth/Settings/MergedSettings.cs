using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace BacklogHealth.Settings;

/// <summary>One value with where it came from.</summary>
internal sealed record SettingValue(string Path, string Value, string From);

/// <summary>
/// The settings file and the environment, merged, each value with its source. Later sources win: file, then variables
/// <c>BACKLOGHEALTH__Section__Key</c>.
/// </summary>
internal sealed class MergedSettings
{
    private const string Prefix = "BACKLOGHEALTH__";
    private readonly SortedDictionary<string, SettingValue> _values;

    private MergedSettings(string file, bool fileFound, SortedDictionary<string, SettingValue> values)
    {
        File = file;
        FileFound = fileFound;
        _values = values;
    }

    /// <summary>The settings file, whether it is there or not.</summary>
    public string File { get; }

    /// <summary>True where the file is there.</summary>
    public bool FileFound { get; }

    /// <summary>Where the system keeps secrets.</summary>
    public SecretFolders SecretFolders { get; private init; } = SecretFolders.None;

    /// <summary>Every value that was given, ordered by path.</summary>
    public IReadOnlyCollection<SettingValue> Given => _values.Values;

    /// <summary>The text at a path; null where none was given.</summary>
    public SettingValue? At(string path) => _values.GetValueOrDefault(path);

    /// <summary>The children of a path, in order: "0", "1", … of a list, names of a map.</summary>
    public IReadOnlyList<string> Below(string path) =>
        [.. _values.Keys.Where(k => k.StartsWith(path + ":", StringComparison.OrdinalIgnoreCase))
            .Select(k => k[(path.Length + 1)..].Split(':')[0])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(k => int.TryParse(k, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue).ThenBy(k => k, StringComparer.Ordinal)];

    /// <summary>Values that stand in no file yet.</summary>
    /// <param name="name">What faults call the place they come from.</param>
    /// <param name="values">The values.</param>
    /// <param name="folders">Where the system keeps secrets.</param>
    public static MergedSettings Of(string name, IEnumerable<SettingValue> values, SecretFolders? folders = null)
    {
        var all = new SortedDictionary<string, SettingValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values)
        {
            all.Add(value.Path, value);
        }

        return new MergedSettings(name, fileFound: false, all) { SecretFolders = folders ?? SecretFolders.None };
    }

    /// <summary>Reads the file and the environment.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="named">True where the user named it: then it must be there.</param>
    /// <param name="environment">The environment variables.</param>
    /// <exception cref="UserError">The file is named and not there, or is no JSON, or holds a setting that does not exist.</exception>
    public static MergedSettings Read(string file, bool named, IReadOnlyDictionary<string, string> environment)
    {
        var found = System.IO.File.Exists(file);
        if (named && !found)
        {
            throw UserError.Usage($"{file}: there is no such file. Expected a settings file. Make one with `{Product.CommandLine} init`, or leave --config out.");
        }

        var values = new SortedDictionary<string, SettingValue>(StringComparer.OrdinalIgnoreCase);
        if (found)
        {
            foreach (var (path, value) in ReadJson(file))
            {
                values[path] = new SettingValue(path, value, file);
            }
        }

        foreach (var (name, value) in environment.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                var path = name[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal);
                values[path] = new SettingValue(path, value, $"variable {name}");
            }
        }

        var unknown = values.Values.Where(v => SettingsCatalogue.Find(v.Path) is null)
            .Select(v => $"{v.From}: found the setting '{v.Path}', which does not exist.{Nearest(v.Path)} All settings are listed in reports/settings.md and appsettings.example.json.").ToList();
        if (unknown.Count > 0)
        {
            throw UserError.Usage(string.Join('\n', unknown));
        }

        return new MergedSettings(file, found, values) { SecretFolders = SecretFolders.Of(environment) };
    }

    private static IEnumerable<KeyValuePair<string, string>> ReadJson(string file)
    {
        try
        {
            // Read once by itself for its error positions, which the configuration library rewords.
            using (var stream = System.IO.File.OpenRead(file))
            using (JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }))
            {
            }

            var root = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file), optional: false).Build();
            return [.. root.AsEnumerable().Where(e => e.Value is not null && !string.Equals(e.Value, "", StringComparison.Ordinal)).Select(e => KeyValuePair.Create(e.Key, e.Value!))];
        }
        catch (JsonException e)
        {
            throw UserError.Usage($"{file} line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: this is no valid JSON. Expected settings as in appsettings.example.json. Look for a missing comma, quote or brace at or before this place.");
        }
        catch (InvalidDataException e)
        {
            throw UserError.Usage($"{file}: {Flat(e)} Expected each setting once, as in appsettings.example.json.");
        }
        catch (FormatException e)
        {
            throw UserError.Usage($"{file}: {Flat(e)} Expected each setting once, as in appsettings.example.json.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.Usage, $"{file}: the settings file cannot be read ({e.Message}) Make it readable, or name another with --config.");
        }
    }

    private static string Flat(Exception e) => (e.InnerException ?? e).Message.ReplaceLineEndings(" ").TrimEnd('.') + ".";

    private static string Nearest(string path)
    {
        var pattern = string.Join(':', path.Split(':').Select(p => int.TryParse(p, CultureInfo.InvariantCulture, out _) ? "*" : p));
        if (NearestWord.To(pattern, SettingsCatalogue.All.Select(s => s.Path)) is not { } nearest)
        {
            return "";
        }

        // With the numbers that were given, and the first where there were none: it shows that a list belongs there.
        var given = new Queue<string>(path.Split(':').Where(p => int.TryParse(p, CultureInfo.InvariantCulture, out _)));
        return $" Did you mean '{string.Join(':', nearest.Split(':').Select(p => p == "*" ? given.TryDequeue(out var n) ? n : "0" : p))}'?";
    }
}
