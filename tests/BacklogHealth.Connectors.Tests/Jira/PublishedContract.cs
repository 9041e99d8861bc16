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

    /// <summary>
    /// What is wrong with a request: unknown path, method or query parameter, a parameter or a body of another form than published; nothing where it is
    /// as published. Of Data Center nothing is published in this form: its interface is the Cloud's of version 2, so its requests are held against those
    /// of version 3, which differ in texts and in how a query is validated.
    /// </summary>
    public static IEnumerable<string> Objections(ScriptedRequest request)
    {
        var path = request.Path[Math.Max(0, request.Path.IndexOf("/rest/", StringComparison.Ordinal))..].Replace("/rest/api/2/", "/rest/api/3/", StringComparison.Ordinal);
        if (Operation(request.Method, path) is not { } operation)
        {
            return [$"{request.Route} is not published"];
        }

        return OfQuery(request, operation).Concat(OfBody(request, operation));
    }

    private static IEnumerable<string> OfQuery(ScriptedRequest request, (JsonElement Document, List<JsonElement> Parameters, JsonElement Value) operation)
    {
        var known = operation.Parameters.Where(p => p.GetProperty("in").GetString() == "query").ToDictionary(p => p.GetProperty("name").GetString()!);
        var sent = request.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
        foreach (var name in known.Where(p => p.Value.TryGetProperty("required", out var required) && required.GetBoolean()).Select(p => p.Key).Where(n => !sent.ContainsKey(n)))
        {
            yield return $"{request.Route} lacks the query parameter '{name}'";
        }

        foreach (var (name, value) in sent)
        {
            if (!known.TryGetValue(name, out var parameter))
            {
                yield return $"{request.Route} has no query parameter '{name}'";
            }
            else if (PublishedSchema.Resolved(operation.Document, parameter.GetProperty("schema")).GetProperty("type").GetString() == "integer" && !value.All(char.IsAsciiDigit))
            {
                yield return $"{request.Route} takes '{name}' as integer, not as '{value}'";
            }
        }
    }

    private static IEnumerable<string> OfBody(ScriptedRequest request, (JsonElement Document, List<JsonElement> Parameters, JsonElement Value) operation)
    {
        if (!operation.Value.TryGetProperty("requestBody", out var published))
        {
            return request.Body.Length == 0 ? [] : [$"{request.Route} takes no body"];
        }

        if (request.Body.Length == 0)
        {
            return [$"{request.Route} takes a body"];
        }

        using var body = JsonDocument.Parse(request.Body);
        var schema = published.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        var objections = PublishedSchema.Objections(operation.Document, schema, body.RootElement, $"{request.Route} body").ToList();
        return request.Path == "/rest/api/2/search" ? objections.Where(o => !o.Contains(".validateQuery is ", StringComparison.Ordinal)) : objections;
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
}
