using System.Text.Json.Serialization;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Sprints;

namespace BacklogHealth.Json;

/// <summary>How one running sprint will end. What could not be told is left out; where no sprint runs, <c>sprint</c> is null.</summary>
internal sealed record SprintForecastJson
{
    /// <summary>Name and version of this document.</summary>
    public string Schema { get; init; } = "backlog-health/sprint-forecast/1";

    public required string Team { get; init; }

    public required DateOnly AsOf { get; init; }

    public string? Sprint { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? LastDay { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Elapsed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SprintItemsJson? Items { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Probability { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LeftOverJson>? LeftOver { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SprintEvidenceJson? Evidence { get; init; }

    public required bool Enough { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>One sprint.</summary>
    public static SprintForecastJson Of(string team, DateOnly asOf, SprintOutlook said) => new()
    {
        Team = team,
        AsOf = asOf,
        Sprint = said.Now.Name,
        LastDay = said.Now.LastDay,
        Elapsed = Math.Round(said.Now.Elapsed, 3),
        Items = new SprintItemsJson(said.Now.Done, said.Now.Started, said.Now.NotStarted, said.Now.PointsLeft),
        Probability = said.Chance is { } chance ? Math.Round(chance, 6) : null,
        LeftOver = said.Chance is null ? null : [.. ForecastMaker.Probabilities.Select(p => new LeftOverJson(p, said.AtMost(p)))],
        Evidence = said.Chance is null ? null : new SprintEvidenceJson(said.InPoints ? "points" : "items", said.DoneWithAsMuch, said.NotDoneWithNoMore, said.TellLittle),
        Enough = said.WhyNot is null,
        Reason = said.WhyNot?.ToString(),
    };
}

/// <summary>Items in the sprint by state, and the estimates of the open ones; null where one has none.</summary>
internal sealed record SprintItemsJson(int Done, int Started, int NotStarted, double? PointsLeft);

/// <summary>At most so many items are left over.</summary>
internal sealed record LeftOverJson(double Probability, int AtMost);

/// <summary>The past sprints it rests on, and what they were compared by: points or items.</summary>
internal sealed record SprintEvidenceJson(string ComparedBy, int DoneWithAsMuch, int NotDoneWithNoMore, int TellLittle);
