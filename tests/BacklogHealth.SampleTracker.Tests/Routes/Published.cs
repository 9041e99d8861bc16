using System.Collections.Concurrent;
using System.Text.Json;
using BacklogHealth.Testing;

namespace BacklogHealth.SampleTracker.Tests.Routes;

/// <summary>The vendor's published descriptions, where they are at hand. A test that needs one is skipped where it is not.</summary>
internal static class Published
{
    private static readonly ConcurrentDictionary<string, JsonElement?> Documents = new(StringComparer.Ordinal);

    /// <summary>Fails where an answer is not as the description of its route says.</summary>
    /// <param name="answer">The answer, of status 200.</param>
    /// <param name="method">HTTP method in lower case.</param>
    /// <param name="path">The route as the description writes it.</param>
    public static void Holds(JsonElement answer, string method, string path)
    {
        var agile = path.StartsWith("/rest/agile/", StringComparison.Ordinal);
        var document = Read(agile ? "jira-software/software-swagger.v3.json" : "jira-cloud/swagger-v3.v3.json");
        var content = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
        content.TryGetProperty("schema", out var schema);
        using var example = agile && content.TryGetProperty("example", out var shown) ? JsonDocument.Parse(shown.ValueKind is JsonValueKind.String ? shown.GetString()! : shown.GetRawText()) : null;
        Assert.Empty(new SchemaWalk(document).Problems(answer, schema, example?.RootElement ?? default));
    }

    /// <summary>Fails where a document in Jira's format is not as its schema says.</summary>
    public static void HoldsAsDocument(JsonElement text)
    {
        var document = Read("adf-schema/full.json");
        Assert.Empty(new SchemaWalk(document).Problems(text, document.GetProperty("definitions").GetProperty("doc_node")));
    }

    /// <summary>Fails where an answer of Azure DevOps is not as the description of its route says. A list stands in a wrapper that the description leaves out.</summary>
    /// <param name="answer">The answer, of status 200.</param>
    /// <param name="method">HTTP method in lower case.</param>
    /// <param name="area">Area of the description: <c>wit</c>, <c>work</c> or <c>core</c>.</param>
    /// <param name="path">The route as the description writes it.</param>
    public static void HoldsAsAzure(JsonElement answer, string method, string area, string path)
    {
        var file = area switch { "wit" => "workItemTracking", _ => area };
        var document = Read($"azure-devops/specification/{area}/7.1/{file}.json");
        var schema = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty("200").GetProperty("schema");
        var isList = schema.TryGetProperty("type", out var type) && type.GetString() == "array";
        Assert.True(!isList || answer.GetProperty("count").GetInt32() == answer.GetProperty("value").GetArrayLength());
        Assert.Empty(new SchemaWalk(document, looseObjects: true).Problems(isList ? answer.GetProperty("value") : answer, schema));
    }

    /// <summary>Fails where a thing is not as a definition of Azure DevOps' work items says.</summary>
    public static void HoldsAsAzure(JsonElement thing, string definition)
    {
        var document = Read("azure-devops/specification/wit/7.1/workItemTracking.json");
        Assert.Empty(new SchemaWalk(document, looseObjects: true).Problems(thing, document.GetProperty("definitions").GetProperty(definition)));
    }

    private static JsonElement Read(string name)
    {
        var document = Documents.GetOrAdd(name, Find);
        if (document is null)
        {
            Assert.Skip($"the vendor's description {name} is not at hand: it is looked for in a folder beside the repository");
        }

        return document.Value;
    }

    private static JsonElement? Find(string name)
    {
        if (Repository.Beside("specs", name) is not { } file)
        {
            return null;
        }

        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.Clone();
    }
}
