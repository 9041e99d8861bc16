using System.Globalization;
using System.Text.Json;

namespace BacklogHealth.SampleTracker.Tests.Routes;

/// <summary>
/// Walks a JSON value along a published schema, and, where one is given, along a published example that may show more than the schema says.
/// Knows what these documents use: references, allOf, anyOf, types, enums, required and further properties, lengths. A property that is not
/// required may be null, as it is in the vendor's own examples.
/// </summary>
/// <param name="root">The document.</param>
/// <param name="looseObjects">Whether an object without properties stands for any value, as it does in Microsoft's documents.</param>
internal sealed class SchemaWalk(JsonElement root, bool looseObjects = false)
{
    private static JsonElement Missing => default;

    public IEnumerable<string> Problems(JsonElement value, JsonElement schema, JsonElement example = default, string path = "$")
    {
        if (schema.ValueKind is JsonValueKind.Undefined)
        {
            return Likeness(value, example, path);
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Problems(value, Resolve(reference.GetString()!), example, path);
        }

        if (schema.TryGetProperty("anyOf", out var alternatives))
        {
            var tried = alternatives.EnumerateArray().Select(s => Problems(value, s, example, path)).ToList();
            return tried.Exists(problems => !problems.Any()) ? [] : tried.Select(problems => problems.ToList()).MinBy(problems => problems.Count)!;
        }

        return Own(value, schema, example, path).Concat(Part(schema, "allOf") is { ValueKind: JsonValueKind.Array } all
            ? all.EnumerateArray().SelectMany(s => Problems(value, s, example, path))
            : []);
    }

    private IEnumerable<string> Own(JsonElement value, JsonElement schema, JsonElement example, string path)
    {
        if (looseObjects && IsLoose(schema))
        {
            return [];
        }

        if (Part(schema, "type") is { ValueKind: JsonValueKind.String } type && !Is(value, type.GetString()!))
        {
            return [$"{path}: found {value.ValueKind}; expected {type.GetString()}"];
        }

        if (Part(schema, "enum") is { ValueKind: JsonValueKind.Array } allowed && !allowed.EnumerateArray().Any(a => JsonElement.DeepEquals(a, value)))
        {
            return [$"{path}: found {value.GetRawText()}; expected one of {allowed.GetRawText()}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => Object(value, schema, example, path),
            JsonValueKind.Array => Array(value, schema, example, path),
            JsonValueKind.String when value.GetString()!.Length < Number(schema, "minLength") => [$"{path}: too short"],
            JsonValueKind.Number when value.GetDouble() < Number(schema, "minimum", double.MinValue) || value.GetDouble() > Number(schema, "maximum", double.MaxValue) => [$"{path}: out of range"],
            _ => [],
        };
    }

    private IEnumerable<string> Object(JsonElement value, JsonElement schema, JsonElement example, string path)
    {
        var required = Part(schema, "required") is { ValueKind: JsonValueKind.Array } names ? names.EnumerateArray().Select(n => n.GetString()!).ToList() : [];
        foreach (var name in required.Where(n => !value.TryGetProperty(n, out _)))
        {
            yield return $"{path}: found no {name}; expected one";
        }

        var known = Part(schema, "properties");
        var others = Part(schema, "additionalProperties");
        foreach (var property in value.EnumerateObject())
        {
            var there = Part(known, property.Name);
            var shown = Part(example, property.Name);
            if (there.ValueKind is JsonValueKind.Undefined && others.ValueKind is JsonValueKind.Object)
            {
                there = others;
            }

            if (there.ValueKind is JsonValueKind.Undefined && shown.ValueKind is JsonValueKind.Undefined && others.ValueKind is JsonValueKind.False)
            {
                yield return $"{path}: found {property.Name}; expected only published properties";
            }

            if (property.Value.ValueKind is JsonValueKind.Null && !required.Contains(property.Name))
            {
                continue;
            }

            foreach (var problem in there.ValueKind is JsonValueKind.Undefined && shown.ValueKind is JsonValueKind.Undefined ? [] : Problems(property.Value, there, shown, path + "." + property.Name))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<string> Array(JsonElement value, JsonElement schema, JsonElement example, string path)
    {
        if (value.GetArrayLength() < Number(schema, "minItems"))
        {
            yield return $"{path}: too few entries";
        }

        var entry = example.ValueKind is JsonValueKind.Array && example.GetArrayLength() > 0 ? example[0] : Missing;
        var items = Part(schema, "items");
        if (items.ValueKind is JsonValueKind.Undefined && entry.ValueKind is JsonValueKind.Undefined)
        {
            yield break;
        }

        var i = 0;
        foreach (var problem in value.EnumerateArray().SelectMany(v => Problems(v, Nth(items, i), entry, string.Create(CultureInfo.InvariantCulture, $"{path}[{i++}]"))))
        {
            yield return problem;
        }
    }

    /// <summary>Schema of the entry at a place: one for all, or a list of which the last holds for the rest.</summary>
    private static JsonElement Nth(JsonElement items, int i) =>
        items.ValueKind is JsonValueKind.Array ? items[Math.Min(i, items.GetArrayLength() - 1)] : items;

    /// <summary>Without a schema: the same kinds of values under the same names as in the example.</summary>
    private IEnumerable<string> Likeness(JsonElement value, JsonElement example, string path)
    {
        var booleans = example.ValueKind is JsonValueKind.True or JsonValueKind.False && value.ValueKind is JsonValueKind.True or JsonValueKind.False;
        if (value.ValueKind != example.ValueKind && !booleans)
        {
            return [$"{path}: found {value.ValueKind}; expected {example.ValueKind} as in the example"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Part(example, p.Name) is { ValueKind: not JsonValueKind.Undefined } shown
                ? Likeness(p.Value, shown, path + "." + p.Name)
                : [$"{path}: found {p.Name}; expected only what the example shows"]),
            JsonValueKind.Array => Array(value, Missing, example, path),
            _ => [],
        };
    }

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name.Replace("~1", "/", StringComparison.Ordinal)));

    private static JsonElement Part(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : Missing;

    private static double Number(JsonElement schema, string name, double otherwise = 0) =>
        Part(schema, name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : otherwise;

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind is JsonValueKind.Number,
        _ => false,
    };

    private static bool IsLoose(JsonElement schema) =>
        Part(schema, "type") is { ValueKind: JsonValueKind.String } type && type.GetString() == "object"
        && Part(schema, "properties").ValueKind is JsonValueKind.Undefined && Part(schema, "additionalProperties").ValueKind is JsonValueKind.Undefined;
}
