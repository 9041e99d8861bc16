using System.Text.Json;

namespace BacklogHealth.Connectors.Tests.Jira;

/// <summary>Checks values against the schemas of a vendor's published description, as far as those descriptions use them.</summary>
internal static class PublishedSchema
{
    /// <summary>What is wrong with a value, each as "place: what".</summary>
    public static IEnumerable<string> Objections(JsonElement document, JsonElement schema, JsonElement value, string place)
    {
        schema = Resolved(document, schema);
        foreach (var part in Several(schema, "allOf"))
        {
            foreach (var objection in Objections(document, part, value, place))
            {
                yield return objection;
            }
        }

        var choices = Several(schema, "oneOf").Concat(Several(schema, "anyOf")).ToList();
        if (choices.Count > 0 && choices.TrueForAll(c => Objections(document, c, value, place).Any()))
        {
            yield return $"{place} is none of the forms that are published";
        }

        if (schema.TryGetProperty("type", out var type) && !Is(value, type.GetString()!))
        {
            yield return $"{place} is {value.ValueKind}, published is {type.GetString()}";
            yield break;
        }

        if (schema.TryGetProperty("enum", out var known) && !known.EnumerateArray().Any(k => k.GetRawText() == value.GetRawText()))
        {
            yield return $"{place} is {value.GetRawText()}, which is not published";
        }

        var inner = value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(document, schema, value, place),
            JsonValueKind.Array => OfArray(document, schema, value, place),
            JsonValueKind.Number => OfNumber(schema, value, place),
            _ => [],
        };
        foreach (var objection in inner)
        {
            yield return objection;
        }
    }

    /// <summary>A schema, or what it refers to.</summary>
    public static JsonElement Resolved(JsonElement document, JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(document, (at, name) => at.GetProperty(name));
        }

        return schema;
    }

    private static IEnumerable<string> OfObject(JsonElement document, JsonElement schema, JsonElement value, string place)
    {
        foreach (var required in Several(schema, "required").Select(r => r.GetString()!).Where(r => !value.TryGetProperty(r, out _)))
        {
            yield return $"{place} lacks '{required}'";
        }

        if (!schema.TryGetProperty("properties", out var properties))
        {
            yield break;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (properties.TryGetProperty(member.Name, out var known))
            {
                foreach (var objection in Objections(document, known, member.Value, $"{place}.{member.Name}"))
                {
                    yield return objection;
                }
            }
            else if (!schema.TryGetProperty("additionalProperties", out var others) || others.ValueKind == JsonValueKind.False)
            {
                yield return $"{place} has no member '{member.Name}'";
            }
        }
    }

    private static IEnumerable<string> OfArray(JsonElement document, JsonElement schema, JsonElement value, string place)
    {
        var count = value.GetArrayLength();
        if (schema.TryGetProperty("minItems", out var least) && count < least.GetInt32())
        {
            yield return $"{place} has {count} entries, published are {least.GetInt32()} or more";
        }

        if (schema.TryGetProperty("maxItems", out var most) && count > most.GetInt32())
        {
            yield return $"{place} has {count} entries, published are {most.GetInt32()} or fewer";
        }

        if (!schema.TryGetProperty("items", out var items))
        {
            yield break;
        }

        foreach (var (entry, i) in value.EnumerateArray().Select((e, i) => (e, i)))
        {
            foreach (var objection in Objections(document, items, entry, $"{place}[{i}]"))
            {
                yield return objection;
            }
        }
    }

    private static IEnumerable<string> OfNumber(JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble())
        {
            yield return $"{place} is {value}, published are {least} and more";
        }

        if (schema.TryGetProperty("maximum", out var most) && value.GetDouble() > most.GetDouble())
        {
            yield return $"{place} is {value}, published are {most} and less";
        }
    }

    private static JsonElement.ArrayEnumerator Several(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static bool Is(JsonElement value, string type) => type switch
    {
        "array" => value.ValueKind == JsonValueKind.Array,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "object" => value.ValueKind == JsonValueKind.Object,
        "string" => value.ValueKind == JsonValueKind.String,
        _ => true,
    };
}
