using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.Settings;

/// <summary>Reads single values of the merged settings, each by what the catalogue says it holds. Every fault is a sentence that names source and path.</summary>
internal sealed class SettingsValues(MergedSettings merged)
{
    /// <summary>The numbers of a list, or the names of a map.</summary>
    public IReadOnlyList<string> Below(string path) => merged.Below(path);

    /// <summary>What was given at a path, untouched; null where nothing was.</summary>
    public string? Given(string path) => merged.At(path)?.Value;

    /// <summary>The text at a setting; its default where none was given.</summary>
    public string Text(string at, string name) =>
        Given($"{at}:{name}")?.Trim() is { Length: > 0 } value ? value : Definition(at, name).Default;

    /// <summary>A text that must be given.</summary>
    /// <exception cref="UserError">It is not.</exception>
    public string Needed(string at, string name) =>
        Text(at, name) is { Length: > 0 } value ? value : throw Fault($"{at}:{name}", "nothing", Definition(at, name).Help.TrimEnd('.').ToLowerInvariant(), "Add it");

    /// <summary>A list of words.</summary>
    /// <exception cref="UserError">It is a text.</exception>
    public ImmutableArray<string> List(string at, string name) => Given($"{at}:{name}") is { Length: > 0 } text
        ? throw Fault($"{at}:{name}", $"the text '{text}'", $"a list as [ \"{text}\" ]", "Put it into brackets; as a variable, end its name with __0")
        : [.. Below($"{at}:{name}").Select(i => Given($"{at}:{name}:{i}")!.Trim()).Where(v => v.Length > 0)];

    /// <summary>A number of 0 or more.</summary>
    /// <exception cref="UserError">It is none.</exception>
    public double Number(string at, string name)
    {
        var text = Text(at, name);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e6
            ? number
            : throw Fault($"{at}:{name}", $"'{text}'", "a number of 0 or more, with a point", "Correct it or leave it out");
    }

    /// <summary>A whole number of 0 or more.</summary>
    /// <exception cref="UserError">It is none.</exception>
    public int Whole(string at, string name) => Number(at, name) is var number && number == Math.Floor(number)
        ? (int)number
        : throw Fault($"{at}:{name}", $"'{Text(at, name)}'", "a whole number of 0 or more", "Correct it or leave it out");

    /// <summary>True or false.</summary>
    /// <exception cref="UserError">It is neither.</exception>
    public bool YesOrNo(string at, string name) =>
        bool.TryParse(Text(at, name), out var value) ? value : throw Fault($"{at}:{name}", $"'{Text(at, name)}'", "true or false", "Correct it or leave it out");

    /// <summary>A web address; null where none was given.</summary>
    /// <param name="at">Where it is.</param>
    /// <param name="name">The setting.</param>
    /// <param name="example">A good one, for the sentence.</param>
    /// <param name="schemes">What it may begin with.</param>
    /// <exception cref="UserError">It is none, or holds a user or password: addresses are shown.</exception>
    public Uri? Address(string at, string name, string example, params ReadOnlySpan<string> schemes) =>
        AnyAddress(at, name, schemes) is not { } found ? null
            : found.Uri is { UserInfo.Length: 0 } uri ? uri
            : throw Fault($"{at}:{name}", $"'{found.Value}'", $"an address as {example}, without a user", "Copy it from the browser, up to the host");

    /// <summary>The address of a proxy, with user and password in it where it asks for them; null where none was given.</summary>
    /// <exception cref="UserError">It is none.</exception>
    public Uri? Proxy(string at, string name, params ReadOnlySpan<string> schemes) =>
        AnyAddress(at, name, schemes) is not { } found ? null
            : found.Uri ?? throw Fault($"{at}:{name}", $"'{found.Value}'", "an address as http://proxy.acme.example:8080, or http://user:password@proxy.acme.example:8080 where it asks who you are", "Ask those who run the proxy");

    /// <summary>The fault of one setting. An option of the command line is a place by itself; in a file and among variables the setting's path tells it.</summary>
    public UserError Fault(string path, string found, string expected, string todo) =>
        UserError.Usage($"{(merged.At(path)?.From is { } from && from.StartsWith("--", StringComparison.Ordinal) ? from : $"{merged.At(path)?.From ?? merged.File}, {path}")}: found {SecretText.Masked(found)}; expected {expected}. {todo}.");

    private (string Value, Uri? Uri)? AnyAddress(string at, string name, ReadOnlySpan<string> schemes)
    {
        var value = Text(at, name);
        return value.Length == 0 ? null : (value, Uri.TryCreate(value, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme) ? uri : null);
    }

    private static Setting Definition(string at, string name) =>
        SettingsCatalogue.Find($"{at}:{name}") ?? throw new InvalidOperationException($"the setting {at}:{name} is not in the catalogue");
}
