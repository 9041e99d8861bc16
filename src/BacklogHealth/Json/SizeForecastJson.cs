using BacklogHealth.Learning.Sizes;

namespace BacklogHealth.Json;

/// <summary>One foretold size beside the real one, as CONTRACT fixes it.</summary>
internal sealed record SizeForecastJson(string Schema, string Key, string Project, double Rank, double Points, double Actual)
{
    /// <summary>Made from a forecast.</summary>
    public static SizeForecastJson From(SizeForecast said) => new("backlog-health/size/1", said.Key, said.Project, Math.Round(said.Rank, 6), said.Points, said.Actual);
}
