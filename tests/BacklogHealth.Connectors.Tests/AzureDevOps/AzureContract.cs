using System.Text.Json;
using System.Text.RegularExpressions;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

/// <summary>The vendor's published descriptions of the interfaces (OpenAPI 2.0) with its recorded answers, where they are at hand beside the repository.</summary>
internal static class AzureContract
{
    public const string Absent = "The vendor's published descriptions of its interfaces are not at hand beside the repository.";

    // Documented by the vendor's clients and not described among the interfaces.
    private static readonly string[] Undescribed = ["/{organization}/_apis/connectionData"];

    private static readonly Lazy<List<Operation>> Operations = new(() =>
    [
        .. new[] { "wit/7.1/workItemTracking.json", "wit/7.2/workItemTracking.json", "work/7.1/work.json", "core/7.1/core.json" }.SelectMany(Describe),
    ]);

    /// <summary>The folder; null where it is not at hand.</summary>
    public static string? Folder { get; } = Repository.Beside("specs/azure-devops/specification");

    /// <summary>What is wrong with a request: unknown path, method, version, query parameter or member of the body; nothing where it is as published.</summary>
    public static IEnumerable<string> Objections(ScriptedRequest request)
    {
        if (request.Method == "GET" && Undescribed.Any(u => Pattern(u).IsMatch(request.Path)))
        {
            return request.Query.Length == 0 ? [] : [$"{request.Route} takes no query"];
        }

        var query = request.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToLookup(p => p[0], p => Uri.UnescapeDataString(p[^1]));
        var candidates = Operations.Value.Where(o => o.Method == request.Method && o.Path.IsMatch(request.Path)).ToList();
        if (candidates.Count == 0)
        {
            return [$"{request.Route} is not published"];
        }

        // Several descriptions may cover a path: those of other versions, and those that differ in their query.
        return candidates.Select(c => Objections(request, c, query).ToList()).OrderBy(o => o.Count).First();
    }

    /// <summary>The body of a recorded answer; skips the test where it is not at hand.</summary>
    public static string Example(string path)
    {
        Assert.SkipWhen(Folder is null, Absent);
        // Some files begin with a byte-order mark, which this way of reading takes away.
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, path)));
        return file.RootElement.GetProperty("responses").GetProperty("200").GetProperty("body").GetRawText();
    }

    private static IEnumerable<string> Objections(ScriptedRequest request, Operation operation, ILookup<string, string> query)
    {
        if (!query["api-version"].Any(v => v == operation.Version || (operation.Version == "7.1" && v is "7.0" or "6.0")))
        {
            yield return $"{request.Route} is published in version {operation.Version}, not in {string.Join(' ', query["api-version"])}";
        }

        foreach (var name in query.Select(q => q.Key).Where(n => n != "api-version" && !operation.Query.Contains(n)))
        {
            yield return $"{request.Route} has no query parameter '{name}'";
        }

        if (request.Body.Length == 0)
        {
            yield break;
        }

        using var body = JsonDocument.Parse(request.Body);
        foreach (var member in body.RootElement.EnumerateObject())
        {
            if (operation.Body is not { } schema || !schema.TryGetProperty(member.Name, out var property))
            {
                yield return $"{request.Route} has no member '{member.Name}' in its body";
            }
            else if (property.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(v => v.GetString() == member.Value.GetString()))
            {
                yield return $"{request.Route} knows no '{member.Name}' of '{member.Value}'";
            }
            else if (property.TryGetProperty("type", out var type) && type.GetString() != Kind(member.Value))
            {
                yield return $"{request.Route} takes '{member.Name}' as {type}, not as {Kind(member.Value)}";
            }
        }
    }

    private static IEnumerable<Operation> Describe(string file)
    {
        using var stream = File.OpenRead(Path.Combine(Folder!, file));
        using var reader = new StreamReader(stream);
        var document = JsonDocument.Parse(reader.ReadToEnd()).RootElement;
        var sections = new[] { "paths", "x-ms-paths" }.Where(s => document.TryGetProperty(s, out _)).Select(document.GetProperty);
        foreach (var path in sections.SelectMany(s => s.EnumerateObject()))
        {
            foreach (var operation in path.Value.EnumerateObject().Where(o => o.Name is "get" or "post"))
            {
                var parameters = operation.Value.GetProperty("parameters").EnumerateArray().Select(p => p.TryGetProperty("$ref", out var r) ? Resolve(document, r.GetString()!) : p).ToList();
                var version = Regex.Match(parameters.Single(p => p.GetProperty("name").GetString() == "api-version").GetProperty("description").GetString()!, "'(?<version>[^']+)'", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["version"].Value;
                var body = parameters.Find(p => p.GetProperty("in").GetString() == "body");
                yield return new Operation(
                    operation.Name.ToUpperInvariant(),
                    Pattern(path.Name.Split('?')[0].TrimEnd('/'), [.. parameters.Where(p => p.TryGetProperty("x-ms-required", out var needed) && !needed.GetBoolean()).Select(p => p.GetProperty("name").GetString()!)]),
                    version,
                    parameters.Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!).ToHashSet(),
                    body.ValueKind == JsonValueKind.Undefined ? null : Members(document, body.GetProperty("schema")));
            }
        }
    }

    // The vendor marks project and team as parts of the path that may be left out by its own extension; its recorded requests leave them out too.
    private static Regex Pattern(string template, params string[] optional)
    {
        foreach (var part in optional)
        {
            template = template.Replace($"/{{{part}}}", "/{project}", StringComparison.Ordinal);
        }

        var pattern = Regex.Escape(template).Replace(@"\{organization}", "[^/]+", StringComparison.Ordinal).Replace(@"/\{project}", "(/[^/]+)?", StringComparison.Ordinal).Replace(@"/\{team}", "(/[^/]+)?", StringComparison.Ordinal);
        return new Regex("^" + Regex.Replace(pattern, @"\\\{[^}]*}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
    }

    private static JsonElement? Members(JsonElement document, JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = Resolve(document, reference.GetString()!);
        }

        return schema.TryGetProperty("properties", out var members) ? members : null;
    }

    private static JsonElement Resolve(JsonElement document, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (at, name) => at.GetProperty(name));

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.Number => "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Object => "object",
        _ => "string",
    };

    private sealed record Operation(string Method, Regex Path, string Version, HashSet<string> Query, JsonElement? Body);
}
