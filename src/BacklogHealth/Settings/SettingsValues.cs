using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.Settings;

/// <summary>
/// Reads single values of the merged settings, each by what the catalogue says it holds. Every fault is a sentence that names source and path; it is
/// noted and reading goes on, so that a person is told of all of them at once.
/// </summary>
internal sealed class SettingsValues(MergedSettings merged)
{
    private readonly List<string> _faults = [];

    /// <summary>Ends the reading where anything was wrong.</summary>
    /// <exception cref="UserError">Every fault that was noted, one a line.</exception>
    public void RefuseFaults()
    {
        if (_faults.Count > 0)
        {
            throw UserError.Usage(string.Join('\n', _faults));
        }
    }

    /// <summary>The numbers of a list, or the names of a map.</summary>
    public IReadOnlyList<string> Below(string path) => merged.Below(path);

    /// <summary>What was given at a path, untouched; null where nothing was.</summary>
    public string? Given(string path) => merged.At(path)?.Value;

    /// <summary>The text at a setting; its default where none was given.</summary>
    public string Text(string at, string name) =>
        Given($"{at}:{name}")?.Trim() is { Length: > 0 } value ? value : Definition(at, name).Default;

    /// <summary>A text that must be given; "" where it is not.</summary>
    public string Needed(string at, string name) =>
        Text(at, name) is { Length: > 0 } value ? value : Wrong("", $"{at}:{name}", "nothing", Definition(at, name).Help.TrimEnd('.').ToLowerInvariant(), "Add it");

    /// <summary>The file that holds a secret; "" where none was given. A name alone may stand for a file in a folder of the system's secrets.</summary>
    public string SecretFile(string at, string name) => merged.SecretFolders.Find(Text(at, name));

    /// <summary>A list of words; none where it is a text.</summary>
    public ImmutableArray<string> List(string at, string name) => Given($"{at}:{name}") is { Length: > 0 } text
        ? Wrong(ImmutableArray<string>.Empty, $"{at}:{name}", $"the text '{text}'", $"a list as [ \"{text}\" ]", "Put it into brackets; as a variable, end its name with __0")
        : [.. Below($"{at}:{name}").Select(i => Given($"{at}:{name}:{i}")!.Trim()).Where(v => v.Length > 0)];

    /// <summary>A number of 0 or more; 0 where it is none.</summary>
    public double Number(string at, string name) => Parsed(at, name) ?? Wrong(0.0, $"{at}:{name}", $"'{Text(at, name)}'", "a number from 0 to 999999, with a point where it has decimals", "Correct it or leave it out");

    /// <summary>A whole number of 0 or more; 0 where it is none.</summary>
    public int Whole(string at, string name) => Parsed(at, name) is { } number && number == Math.Floor(number)
        ? (int)number
        : Wrong(0, $"{at}:{name}", $"'{Text(at, name)}'", "a whole number from 0 to 999999", "Correct it or leave it out");

    /// <summary>True or false; false where it is neither.</summary>
    public bool YesOrNo(string at, string name) =>
        bool.TryParse(Text(at, name), out var value) ? value : Wrong(false, $"{at}:{name}", $"'{Text(at, name)}'", "true or false", "Correct it or leave it out");

    /// <summary>A time zone by its IANA name; null where none was given, or where what was given is none.</summary>
    public TimeZoneInfo? Zone(string at, string name) => Text(at, name) is not { Length: > 0 } id ? null
        : Zones.Find(id) ?? Wrong<TimeZoneInfo?>(null, $"{at}:{name}", $"'{id}'", "an IANA name as Europe/Berlin", "Correct the name; if it is right, install the time zone data of the system (package tzdata)");

    /// <summary>A web address; null where none was given, or where what was given is none, or holds a user or password: addresses are shown.</summary>
    /// <param name="at">Where it is.</param>
    /// <param name="name">The setting.</param>
    /// <param name="example">A good one, for the sentence.</param>
    /// <param name="schemes">What it may begin with.</param>
    public Uri? Address(string at, string name, string example, params ReadOnlySpan<string> schemes)
    {
        var value = Text(at, name);
        return value.Length == 0 ? null
            : AnyAddress(TrackerAddress.Whole(value), schemes) is not { UserInfo.Length: 0 } uri ? Wrong<Uri?>(null, $"{at}:{name}", $"'{value}'", $"an address as {example}, without a user", "Copy it from the browser, up to the host")
            : uri.Query.Length + uri.Fragment.Length > 0 ? Wrong<Uri?>(null, $"{at}:{name}", $"'{value}'", $"an address as {example}, without ? or # and what follows", "Leave that part out")
            : uri;
    }

    /// <summary>The address of a proxy, with user and password in it where it asks for them; null where none was given, or where it is none.</summary>
    public Uri? Proxy(string at, string name, params ReadOnlySpan<string> schemes) =>
        Text(at, name) is not { Length: > 0 } value ? null
            : AnyAddress(value, schemes) ?? Wrong<Uri?>(null, $"{at}:{name}", $"'{value}'", "an address as http://proxy.acme.example:8080, or http://user:password@proxy.acme.example:8080 where it asks who you are", "Ask those who run the proxy");

    /// <summary>Notes the fault of one setting. An option of the command line is a place by itself; in a file and among variables the setting's path tells it.</summary>
    public void Wrong(string path, string found, string expected, string todo)
    {
        var from = merged.At(path)?.From ?? merged.File;
        _faults.Add($"{(from.StartsWith("--", StringComparison.Ordinal) ? from : $"{from}, {path}")}: found {SecretText.Masked(found)}; expected {expected}. {todo}.");
    }

    /// <summary>Notes the fault of one setting.</summary>
    /// <returns>What reading goes on with instead.</returns>
    public T Wrong<T>(T instead, string path, string found, string expected, string todo)
    {
        Wrong(path, found, expected, todo);
        return instead;
    }

    private double? Parsed(string at, string name) =>
        double.TryParse(Text(at, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 999_999 ? number : null;

    private static Uri? AnyAddress(string value, ReadOnlySpan<string> schemes) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme) ? uri : null;

    private static Setting Definition(string at, string name) =>
        SettingsCatalogue.Find($"{at}:{name}") ?? throw new InvalidOperationException($"the setting {at}:{name} is not in the catalogue");
}
