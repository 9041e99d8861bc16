using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using BacklogHealth.Json;

namespace BacklogHealth.Tests.Json;

/// <summary>JSON is written by code made for speed; here it is held against the serializer, which reads and writes by the types alone.</summary>
public class JsonWritingTests
{
    private static readonly JsonSerializerOptions ByTheTypes = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new(ByTheTypes) { WriteIndented = true, NewLine = "\n" };

    [Fact]
    public void A_forecast_with_everything_is_written_as_its_type_says()
    {
        var day = new DateOnly(2026, 3, 2);
        var full = new ForecastJson
        {
            Question = "when",
            Team = "Größe \"M\"",
            AsOf = day,
            Days = 28,
            Items = 30,
            AtLeast = [new(0.5, 12), new(0.85, 7)],
            By = [new(0.85, day.AddDays(40), 41)],
            Probability = 0.123456,
            History = new(day.AddDays(-900), day.AddDays(-1), 345, 210),
            Method = "level and its moves",
            HeldBefore = new(0.85, 17, 20),
            Usual = new([new(0.5, 10)], [new(0.5, day, 1)], 1),
            Drift = new(day.AddDays(-21), 3, 4, 12.5, 0.000123, true),
            VisibleFall = 0.35,
            Enough = true,
            Reason = "Nothing is missing.",
        };

        AssertAsTheTypeSays(full);
        AssertAsTheTypeSays(full with { Usual = new(null, null, null) });
    }

    [Fact]
    public void A_forecast_with_nothing_is_written_as_its_type_says() =>
        AssertAsTheTypeSays(new ForecastJson { Question = "how-many", AsOf = new DateOnly(2026, 3, 2), Method = "none", Enough = false });

    // The code that the build makes writes instants in its own way, whatever the serializer is told.
    [Fact]
    public void No_type_that_is_written_holds_an_instant_that_is_not_yet_text()
    {
        var instants = typeof(JsonWriting).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(JsonWriting).Namespace)
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var type && (type == typeof(DateTimeOffset) || type == typeof(DateTime)))
            .Select(p => $"{p.DeclaringType}.{p.Name}");

        Assert.Empty(instants);
    }

    private static void AssertAsTheTypeSays(ForecastJson forecast)
    {
        Assert.Equal(JsonSerializer.Serialize(forecast, ByTheTypes), JsonWriting.Text(forecast, indented: false));
        Assert.Equal(JsonSerializer.Serialize(forecast, Indented), JsonWriting.Text(forecast, indented: true));
    }
}
