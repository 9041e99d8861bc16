using System.Globalization;
using System.Text.Json;

namespace BacklogHealth.Json;

/// <summary>
/// Writes a <see cref="ForecastJson"/> as the serializer would, property by property. A what-if is asked many times over, and the serializer needs longer
/// to make itself ready for numbers and days that may be missing than the forecast needs. A test holds the two together.
/// </summary>
internal static class ForecastJsonText
{
    /// <summary>Writes one forecast.</summary>
    public static void Write(Utf8JsonWriter to, ForecastJson forecast)
    {
        to.WriteStartObject();
        to.WriteString("schema", forecast.Schema);
        to.WriteString("question", forecast.Question);
        to.WriteString("team", forecast.Team);
        Day(to, "asOf", forecast.AsOf);
        Whole(to, "days", forecast.Days);
        Whole(to, "items", forecast.Items);
        Said(to, forecast.AtLeast, forecast.By, forecast.Probability);
        Whole(to, "daysOff", forecast.DaysOff);
        Part(to, "history", forecast.History, static (to, history) =>
        {
            Day(to, "from", history.From);
            Day(to, "to", history.To);
            to.WriteNumber("items", history.Items);
            to.WriteNumber("activeDays", history.ActiveDays);
        });
        to.WriteString("method", forecast.Method);
        Part(to, "heldBefore", forecast.HeldBefore, static (to, held) =>
        {
            to.WriteNumber("probability", held.Probability);
            to.WriteNumber("times", held.Times);
            to.WriteNumber("of", held.Of);
        });
        Part(to, "usual", forecast.Usual, static (to, usual) => Said(to, usual.AtLeast, usual.By, usual.Probability));
        Part(to, "drift", forecast.Drift, static (to, drift) =>
        {
            Day(to, "since", drift.Since);
            to.WriteNumber("weeks", drift.Weeks);
            to.WriteNumber("items", drift.Items);
            to.WriteNumber("expected", drift.Expected);
            to.WriteNumber("chance", drift.Chance);
            to.WriteBoolean("restarts", drift.Restarts);
        });
        if (forecast.VisibleFall is { } fall)
        {
            to.WriteNumber("visibleFall", fall);
        }
        else
        {
            to.WriteNull("visibleFall");
        }

        to.WriteBoolean("enough", forecast.Enough);
        if (forecast.Reason is { } reason)
        {
            to.WriteString("reason", reason);
        }

        to.WriteEndObject();
    }

    // What a question does not have is left out.
    private static void Said(Utf8JsonWriter to, IReadOnlyList<AtLeastJson>? atLeast, IReadOnlyList<DoneByJson>? by, double? probability)
    {
        List(to, "atLeast", atLeast, static (to, said) =>
        {
            to.WriteNumber("probability", said.Probability);
            to.WriteNumber("items", said.Items);
        });
        List(to, "by", by, static (to, said) =>
        {
            to.WriteNumber("probability", said.Probability);
            Day(to, "date", said.Date);
            to.WriteNumber("days", said.Days);
        });
        if (probability is { } chance)
        {
            to.WriteNumber("probability", chance);
        }
    }

    private static void List<T>(Utf8JsonWriter to, string name, IReadOnlyList<T>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null)
        {
            return;
        }

        to.WriteStartArray(name);
        foreach (var value in values)
        {
            to.WriteStartObject();
            write(to, value);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }

    private static void Part<T>(Utf8JsonWriter to, string name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is null)
        {
            to.WriteNull(name);
            return;
        }

        to.WriteStartObject(name);
        write(to, value);
        to.WriteEndObject();
    }

    private static void Whole(Utf8JsonWriter to, string name, int? number)
    {
        if (number is { } whole)
        {
            to.WriteNumber(name, whole);
        }
    }

    private static void Day(Utf8JsonWriter to, string name, DateOnly day) => to.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
