using BacklogHealth.Core.Health.Quality;

namespace BacklogHealth.Json;

/// <summary>The data-quality report of one team: every check, what affects most first.</summary>
internal sealed record QualityJson(string Schema, string Team, DateOnly AsOf, IReadOnlyList<QualityProblemJson> Problems)
{
    /// <summary>Made from a report.</summary>
    public static QualityJson From(string team, DateOnly asOf, QualityReport report) =>
        new("backlog-health/quality/1", team, asOf, [.. report.Problems.Select(QualityProblemJson.From)]);
}

/// <summary>What one check found; of is 0 where it had nothing to look at, and days stand where it speaks of days.</summary>
internal sealed record QualityProblemJson(
    string Id, string Name, string Meaning, int Affected, int Of, string Among, string Effect, string Treatment, string Remedy,
    IReadOnlyList<string> Items, IReadOnlyList<DaysJson> Days)
{
    /// <summary>Made from a problem.</summary>
    public static QualityProblemJson From(QualityProblem problem) => new(
        problem.Check.Id, problem.Check.Name.ToString(), problem.Check.Meaning.ToString(), problem.Affected, problem.Of, problem.Among.ToString(), problem.Check.Effect.ToString(),
        problem.Check.Treatment.ToString(), problem.Check.Remedy.ToString(), problem.Items, [.. problem.Days.Select(d => new DaysJson(d.From, d.To.AddDays(-1)))]);
}

/// <summary>Days, the first and the last included.</summary>
internal sealed record DaysJson(DateOnly From, DateOnly To);
