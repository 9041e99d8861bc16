using System.Collections.Frozen;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>What an organisation or collection speaks.</summary>
/// <param name="Version">Version of its interface, for example <c>7.1</c>.</param>
/// <param name="LinkNames">Its words for the kinds of links, by reference name.</param>
internal sealed record AzureDialect(string Version, FrozenDictionary<string, string> LinkNames)
{
    /// <summary>Reads the list of kinds of links.</summary>
    public static FrozenDictionary<string, string> ReadNames(JsonElement list) => list.EnumerateArray()
        .Select(t => (Id: t.Text("referenceName"), Name: t.Text("name")))
        .Where(t => t.Id is not null && t.Name is not null)
        .DistinctBy(t => t.Id)
        .ToFrozenDictionary(t => t.Id!, t => t.Name!, StringComparer.Ordinal);

    /// <summary>The path with the version.</summary>
    public string Of(string path) => With(path, Version);

    /// <summary>The path of the comments, which no version has as more than a preview, each under a number of its own.</summary>
    public string OfComments(string path) => With(path, Version switch { "7.1" => "7.1-preview.4", "7.0" => "7.0-preview.3", _ => "6.0-preview.3" });

    /// <summary>The path of the list of all teams, which no version has as more than a preview.</summary>
    public string OfAllTeams(string path) => With(path, $"{Version}-preview.3");

    /// <summary>The path with a version.</summary>
    public static string With(string path, string version) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}api-version={version}";
}
