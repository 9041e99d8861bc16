using System.Text.Json;
using System.Text.RegularExpressions;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Jira;

/// <summary>The vendor's published descriptions of its interfaces, where they are at hand beside the repository.</summary>
internal static class PublishedContract
{
    public const string Absent = "The vendor's published descriptions of its interfaces are not at hand beside the repository.";

    private static readonly Lazy<List<JsonElement>> Documents = new(() =>
        [.. new[] { "jira-cloud/swagger-v3.v3.json", "jira-software/software-swagger.v3.json" }.Select(f => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, f))).RootElement)]);

    /// <summary>The folder; null where it is not at hand.</summary>
    public static string? Folder { get; } = Repository.Beside("specs");

    /// <summary>What is wrong with a request: unknown path, method, query parameter or member of the body; nothing where it is as published.</summary>
    public static IEnumerable<string> Objections(ScriptedRequest request)
    {
        if (Operation(request.Method, request.Path) is not { } operation)
        {
            yield return $"{request.Route} is not published";
            yield break;
        }

        var known = operation.Parameters.Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()).ToHashSet();
        foreach (var name in request.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')[0]).Where(n => !known.Contains(n)))
        {
            yield return $"{request.Route} has no query parameter '{name}'";
        }

        if (request.Body.Length == 0)
        {
            yield break;
        }

        var members = BodyMembers(operation);
        using var body = JsonDocument.Parse(request.Body);
        foreach (var member in body.RootElement.EnumerateObject())
        {
            if (!members.TryGetProperty(member.Name, out var schema))
            {
                yield return $"{request.Route} has no member '{member.Name}' in its body";
            }
            else if (Kind(member.Value) is var kind && schema.GetProperty("type").GetString() is var type && kind != type)
            {
                yield return $"{request.Route} takes '{member.Name}' as {type}, not as {kind}";
            }
        }
    }

    /// <summary>Every published example of a good answer.</summary>
    public static IReadOnlyList<string> Examples(string method, string template)
    {
        var document = Documents.Value.Single(d => d.GetProperty("paths").TryGetProperty(template, out _));
        var content = document.GetProperty("paths").GetProperty(template).GetProperty(method).GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
        var examples = new List<JsonElement>();
        if (content.TryGetProperty("example", out var one))
        {
            examples.Add(one);
        }

        if (content.TryGetProperty("examples", out var several))
        {
            examples.AddRange(several.EnumerateObject().Select(e => e.Value.GetProperty("value")));
        }

        return [.. examples.Select(e => e.ValueKind == JsonValueKind.String ? e.GetString()! : e.GetRawText())];
    }

    private static (JsonElement Document, List<JsonElement> Parameters, JsonElement Value)? Operation(string method, string path)
    {
        foreach (var document in Documents.Value)
        {
            foreach (var template in document.GetProperty("paths").EnumerateObject().OrderBy(p => p.Name.Contains('{', StringComparison.Ordinal)))
            {
                var pattern = "^" + Regex.Replace(Regex.Escape(template.Name), @"\\\{[^}]*\}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$";
                if (Regex.IsMatch(path, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)) && template.Value.TryGetProperty(method.ToLowerInvariant(), out var operation))
                {
                    return (document, [.. Parameters(template.Value), .. Parameters(operation)], operation);
                }
            }
        }

        return null;
    }

    private static JsonElement.ArrayEnumerator Parameters(JsonElement holder) =>
        holder.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default;

    private static JsonElement BodyMembers((JsonElement Document, List<JsonElement> Parameters, JsonElement Value) operation)
    {
        var schema = operation.Value.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(operation.Document, (at, name) => at.GetProperty(name));
        }

        return schema.GetProperty("properties");
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.Number => "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Object => "object",
        _ => "string",
    };
}
