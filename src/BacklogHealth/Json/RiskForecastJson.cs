using BacklogHealth.Learning.Outcomes;

namespace BacklogHealth.Json;

/// <summary>The chance that an item stays in progress for longer than 85 of 100 items of its project, beside what became of it; estimateShare is the share of them that its estimate is larger than.</summary>
internal sealed record RiskForecastJson(string Schema, string Key, string Project, double Chance, double EstimateShare, bool Actual)
{
    /// <summary>Made from a forecast.</summary>
    public static RiskForecastJson From(RiskForecast said) => new("backlog-health/risk/1", said.Key, said.Project, Math.Round(said.Chance, 6), Math.Round(said.Share, 6), said.Actual);
}
