using System.Text.Json;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Connectors.Tests.Files;

namespace BacklogHealth.Connectors.Tests.Text;

/// <summary>What the vendors publish of Jira's document format, where it lies beside the repository.</summary>
public sealed class PublishedExamplesTests
{
    [Fact]
    public void Every_document_among_jiras_published_examples_keeps_its_words()
    {
        using var api = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("specs/jira-cloud/swagger-v3.v3.json")));
        var documents = Documents(api.RootElement).ToList();
        Assert.NotEmpty(documents);
        Assert.All(documents, document =>
        {
            var plain = AdfText.Read(document).Plain;
            Assert.All(Words(document), word => Assert.Contains(word, plain, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_node_type_of_the_schema_keeps_its_words()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("specs/adf-schema/full.json")));
        var types = NodeTypes(schema.RootElement).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(types.Count > 40, $"the schema was read wrongly: {types.Count} types");

        // Those that hold words hold them in their content; text and media-like nodes hold none there.
        string[] wordless = ["text", "mention", "emoji", "date", "status", "placeholder", "inlineCard", "blockCard", "embedCard", "media", "mediaInline", "rule", "hardBreak"];
        foreach (var type in types.Except(wordless))
        {
            var json = $$"""{"type":"doc","content":[{"type":"{{type}}","content":[{"type":"text","text":"inner words"}]}]}""";
            using var document = JsonDocument.Parse(json);
            Assert.True(AdfText.Read(document.RootElement).Plain == (type.EndsWith("askItem", StringComparison.Ordinal) ? "[ ] inner words" : type is "listItem" or "decisionItem" ? "- inner words" : "inner words"), type);
        }

        Assert.Empty(AdfText.KnownNodes.Except(types));
    }

    private static IEnumerable<JsonElement> Documents(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object && AdfJson.Text(AdfJson.Property(element, "type")) == "doc" && AdfJson.Property(element, "content") is not null)
        {
            yield return element.Clone();
        }
        else if (element.ValueKind == JsonValueKind.String && element.GetString() is { } text && text.Contains("\"doc\"", StringComparison.Ordinal) && Parsed(text) is { } example)
        {
            foreach (var document in Documents(example))
            {
                yield return document;
            }
        }

        foreach (var document in Children(element).SelectMany(Documents))
        {
            yield return document;
        }
    }

    private static IEnumerable<string> Words(JsonElement element)
    {
        var own = AdfJson.Text(AdfJson.Property(element, "text"));
        return (own is null ? [] : new[] { own.Trim() }).Concat(Children(element).SelectMany(Words));
    }

    private static IEnumerable<string> NodeTypes(JsonElement element)
    {
        if (AdfJson.Property(AdfJson.Property(AdfJson.Property(element, "properties"), "type"), "enum") is { ValueKind: JsonValueKind.Array } names)
        {
            foreach (var name in names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String))
            {
                yield return name.GetString()!;
            }
        }

        foreach (var name in Children(element).SelectMany(NodeTypes))
        {
            yield return name;
        }
    }

    private static IEnumerable<JsonElement> Children(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(p => p.Value),
        JsonValueKind.Array => element.EnumerateArray(),
        _ => [],
    };

    private static JsonElement? Parsed(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
