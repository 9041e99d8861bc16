using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace BacklogHealth.Core.Models;

/// <summary>The card of a model in its file.</summary>
internal static class CardJson
{
    private const string Day = "yyyy-MM-dd";

    public static void Write(Utf8JsonWriter json, ModelCard card)
    {
        json.WriteString("target", card.Target);
        json.WriteNumber("features", card.Features);
        json.WriteString("version", card.Version);
        json.WriteNumber("seed", card.Seed);
        json.WriteString("method", card.Method);
        json.WriteString("data", card.Data);
        json.WriteString("from", card.From?.ToString(Day, CultureInfo.InvariantCulture));
        json.WriteString("to", card.To?.ToString(Day, CultureInfo.InvariantCulture));
        json.WriteNumber("items", card.Items);
        json.WriteStartArray("projects");
        foreach (var project in card.Projects)
        {
            json.WriteStringValue(project);
        }

        json.WriteEndArray();
        json.WriteStartArray("skill");
        foreach (var figure in card.Skill)
        {
            json.WriteStartObject();
            json.WriteString("name", figure.Name);
            json.WriteNumber("value", Round(figure.Value));
            json.WriteNumber("low", Round(figure.Low));
            json.WriteNumber("high", Round(figure.High));
            json.WriteNumber("baseline", Round(figure.Baseline));
            json.WriteNumber("items", figure.Items);
            json.WriteString("split", figure.Split);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static ModelCard Read(JsonElement of) => new()
    {
        Target = of.GetProperty("target").GetString() is { } target && ModelTargets.All.Contains(target)
            ? target : throw new FormatException($"what it foretells is none of {string.Join(", ", ModelTargets.All)}"),
        Features = of.GetProperty("features").GetInt32(),
        Version = of.GetProperty("version").GetString() ?? "",
        Seed = of.GetProperty("seed").GetInt32(),
        Method = of.GetProperty("method").GetString() ?? "",
        Data = of.GetProperty("data").GetString() ?? "",
        From = DayOf(of.GetProperty("from")),
        To = DayOf(of.GetProperty("to")),
        Items = of.GetProperty("items").GetInt32(),
        Projects = [.. of.GetProperty("projects").EnumerateArray().Select(p => p.GetString() ?? "")],
        Skill = of.GetProperty("skill").EnumerateArray().Select(Figure).ToImmutableArray(),
    };

    private static SkillFigure Figure(JsonElement of) => new(
        of.GetProperty("name").GetString() ?? "", of.GetProperty("value").GetDouble(), of.GetProperty("low").GetDouble(), of.GetProperty("high").GetDouble(),
        of.GetProperty("baseline").GetDouble(), of.GetProperty("items").GetInt32(), of.GetProperty("split").GetString() ?? "");

    private static DateOnly? DayOf(JsonElement day) =>
        day.ValueKind == JsonValueKind.Null ? null : DateOnly.ParseExact(day.GetString()!, Day, CultureInfo.InvariantCulture);

    private static double Round(double figure) => Math.Round(figure, 4);
}
