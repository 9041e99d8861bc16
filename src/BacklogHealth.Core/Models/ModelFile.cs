using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace BacklogHealth.Core.Models;

/// <summary>
/// A learned model as one JSON object that people can read: card, start, measures with mean, scale and weight, words with rarity and weight, scale of
/// values. Numbers have six digits, and a model that was written and read again says the same to the last bit, since learning rounds before it measures.
/// </summary>
public static class ModelFile
{
    /// <summary>What the file calls itself.</summary>
    public const string Schema = "backlog-health/model/1";

    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a model.</summary>
    public static string Write(LearnedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            CardJson.Write(json, model.Card);
            Number(json, "start", model.Model.Start);
            json.WriteStartObject("measures");
            foreach (var measure in model.Model.Measures)
            {
                Row(json, measure.Name, measure.Mean, measure.Scale, measure.Weight);
            }

            json.WriteEndObject();
            Row(json, "scale", [.. model.Scale]);
            json.WriteStartObject("words");
            foreach (var word in model.Model.Words)
            {
                Row(json, word.Name, word.Rarity, word.Weight);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is no model that this program may use; the message says what was found and what was expected.</exception>
    public static LearnedModel Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"found a text that is no model ({e.Message.TrimEnd('.')}); expected one JSON object that `learn` has written", e);
        }
    }

    /// <summary>A number as the file has it: six significant digits.</summary>
    public static double Rounded(double number) => double.Parse(Text(number), CultureInfo.InvariantCulture);

    private static LearnedModel Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema) || schema.GetString() != Schema)
        {
            throw new InvalidDataException($"found a file of another kind; expected one that begins with \"schema\": \"{Schema}\"");
        }

        var card = CardJson.Read(root);
        if (card.Features != LearnedModel.Features)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"found a model that reads features of version {card.Features} (learned by version {card.Version}); expected version {LearnedModel.Features}"));
        }

        var measures = root.GetProperty("measures").EnumerateObject().Select(m => new { m.Name, Is = Numbers(m.Value, 3) }).Select(m => new Measure(m.Name, m.Is[0], m.Is[1], m.Is[2]));
        var words = root.GetProperty("words").EnumerateObject().Select(w => new { w.Name, Is = Numbers(w.Value, 2) }).Select(w => new WeighedWord(w.Name, w.Is[0], w.Is[1]));
        var scale = root.GetProperty("scale").EnumerateArray().Select(Finite).ToImmutableArray();
        var model = new LinearModel(Finite(root.GetProperty("start")), [.. measures], [.. words]);
        return scale.Length >= 2 && scale.SequenceEqual(scale.Order()) && model.Measures.All(m => m.Scale > 0) && model.Words.All(w => w.Rarity > 0)
            ? new LearnedModel(card, model, scale)
            : throw new InvalidDataException("found a damaged model; expected a rising scale of two values or more, and scales of measures and rarities of words above 0");
    }

    private static double[] Numbers(JsonElement row, int count)
    {
        var numbers = row.EnumerateArray().Select(Finite).ToArray();
        return numbers.Length == count ? numbers : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{count} numbers belong to each entry, and one has {numbers.Length}"));
    }

    private static double Finite(JsonElement number) =>
        number.GetDouble() is var value && double.IsFinite(value) ? value : throw new FormatException("a number is not finite");

    private static void Row(Utf8JsonWriter json, string name, params ReadOnlySpan<double> numbers)
    {
        json.WritePropertyName(name);
        var texts = new List<string>();
        foreach (var number in numbers)
        {
            texts.Add(Text(number));
        }

        json.WriteRawValue($"[{string.Join(", ", texts)}]");
    }

    private static void Number(Utf8JsonWriter json, string name, double number)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Text(number));
    }

    private static string Text(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
