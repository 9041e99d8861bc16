using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Duties;

namespace BacklogHealth.Json;

/// <summary>A Product Owner's sixteen duties in one team.</summary>
internal sealed record DutiesJson(string Schema, string Team, DateOnly AsOf, DateOnly? ComparedWith, IReadOnlyList<DutyJson> Duties)
{
    /// <summary>Made from a team's health.</summary>
    public static DutiesJson From(TeamHealth health) => new(
        "backlog-health/duties/1", health.Team, health.Today, health.LastWeek is { } week ? health.Calendar.DayOf(week.AsOf) : null, [.. health.Duties.Duties.Select(DutyJson.From)]);
}

/// <summary>One duty: the measure that stands for it, how it could mislead and what is done about that, and all its measures, that one among them.</summary>
internal sealed record DutyJson(
    int Id, string Name, string Measure, double? Value, string Unit, int N, int Of, bool Available, string? Reason, double? Trend, string Trap, string Avoided,
    IReadOnlyList<DutyMeasureJson> Measures)
{
    /// <summary>Made from a duty.</summary>
    public static DutyJson From(MeasuredDuty duty)
    {
        var first = duty.Headline;
        return new(
            duty.Duty.Id, duty.Duty.Name.ToString(), first.Id, first.Value, first.Unit.Name, first.N, first.Of, first.Available, first.Reason?.ToString(), first.Trend, duty.Duty.Trap.ToString(),
            duty.Duty.Avoided.ToString(),
            [.. duty.Measures.Select(m => new DutyMeasureJson(m.Id, m.Name.ToString(), m.Value, m.Unit.Name, m.Count, m.N, m.Of, m.Among.ToString(), m.Available, m.Reason?.ToString(), m.Trend))]);
    }
}

/// <summary>One measure of a duty; count is for how many of n it holds, where value is their share.</summary>
internal sealed record DutyMeasureJson(
    string Id, string Name, double? Value, string Unit, int? Count, int N, int Of, string Among, bool Available, string? Reason, double? Trend);
