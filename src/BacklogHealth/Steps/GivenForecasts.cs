using System.Text.Json;
using BacklogHealth.Core.Health;
using BacklogHealth.Json;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>Reads what snapshots keep of forecasts back as statements that can be judged.</summary>
internal static class GivenForecasts
{
    /// <summary>The statements. A document that cannot be read (another version wrote it) is passed over.</summary>
    public static IReadOnlyList<GivenForecast> Of(IEnumerable<SnapshotForecast> kept) => [.. kept.SelectMany(Statements)];

    private static IEnumerable<GivenForecast> Statements(SnapshotForecast kept)
    {
        var delivery = kept.Question == "delivery" ? kept.Subject : null;
        return Read(kept.Json) switch
        {
            { AtLeast: { } atLeast, Days: { } days } said when delivery is null =>
                atLeast.Select(a => new GivenForecast(null, said.AsOf, said.AsOf.AddDays(days - 1), a.Items, a.Probability)),
            { By: { } by, Items: { } items } said when delivery is not null =>
                by.Select(b => new GivenForecast(delivery, said.AsOf, b.Date, items, b.Probability)),
            _ => [],
        };
    }

    private static ForecastJson? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, JsonWriting.Default.ForecastJson);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
