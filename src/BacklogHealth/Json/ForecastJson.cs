using BacklogHealth.Core.Forecasting;
using System.Text.Json.Serialization;

namespace BacklogHealth.Json;

/// <summary>One forecast, as CONTRACT fixes it. What a question does not have is left out; what could not be told is null.</summary>
internal sealed record ForecastJson
{
    /// <summary>Name and version of this document.</summary>
    public string Schema { get; init; } = "backlog-health/forecast/1";

    public required string Question { get; init; }

    public string? Team { get; init; }

    public required DateOnly AsOf { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Days { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Items { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AtLeastJson>? AtLeast { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DoneByJson>? By { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Probability { get; init; }

    /// <summary>Days off within the horizon (for "when", up to the day said at 85 %), on which nothing is expected; left out without numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DaysOff { get; init; }

    public HistoryJson? History { get; init; }

    public required string Method { get; init; }

    public HeldJson? HeldBefore { get; init; }

    public UsualJson? Usual { get; init; }

    public DriftJson? Drift { get; init; }

    public double? VisibleFall { get; init; }

    public required bool Enough { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}

/// <summary>At least so many items.</summary>
internal sealed record AtLeastJson(double Probability, int Items);

/// <summary>Done by a day.</summary>
internal sealed record DoneByJson(double Probability, DateOnly Date, int Days)
{
    /// <summary>Makes them.</summary>
    public static IReadOnlyList<DoneByJson> Of(IEnumerable<DoneBy> said) => [.. said.Select(b => new DoneByJson(b.Probability, b.Date, b.Days))];
}

/// <summary>The history a forecast rests on; <c>to</c> is its last day.</summary>
internal sealed record HistoryJson(DateOnly From, DateOnly To, int Items, int ActiveDays);

/// <summary>How often such statements held.</summary>
internal sealed record HeldJson(double Probability, int Times, int Of);

/// <summary>The last weeks are unlike those before them; <c>restarts</c> where half of the forecast rests on them alone.</summary>
internal sealed record DriftJson(DateOnly Since, int Weeks, int Items, double Expected, double Chance, bool Restarts);

/// <summary>What the usual method says of the same question.</summary>
internal sealed record UsualJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<AtLeastJson>? AtLeast,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<DoneByJson>? By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Probability);
