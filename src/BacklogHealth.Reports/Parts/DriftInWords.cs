using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Parts;

/// <summary>Whether the last weeks are unlike those that a forecast rests on, since when, and what the forecast does about it.</summary>
internal static class DriftInWords
{
    /// <summary>The alarm; where there is none, what fall would have raised it; empty where neither can be said.</summary>
    public static Sentence Of(ReportContext report, Forecast forecast) => forecast switch
    {
        { Drift: { } drift } => Sentence.Join(Came(drift), Odds(drift), Follows(drift)),
        { Enough: true } when report.Numbers.Changes.Shift is { } shift =>
            $"The change of pace since {shift.Since} is in these numbers; it lies within what the past of this team and of others makes possible.",
        { VisibleFall: { } fall } => $"Nothing in the last weeks is beyond what the past makes likely. A fall of the pace by {fall:%} or more would most likely have shown within {Drift.WatchWeeks} weeks.",
        { Enough: true } => $"Nothing in the last weeks is beyond what the past makes likely; with so few items, even a large fall of the pace would take more than four weeks to show.",
        _ => Sentence.None,
    };

    private static Sentence Came(Drift drift)
    {
        var expected = (int)Math.Round(drift.Expected);
        return drift.Items == 0
            ? (Sentence)$"**The last {drift.Weeks} weeks are unlike those before**: nothing was finished since {drift.Since}, where about {expected} were to be expected."
            : $"**The last {drift.Weeks} weeks are unlike those before**: {drift.Items:# item was|# items were} finished since {drift.Since}, where about {expected} were to be expected.";
    }

    private static Sentence Odds(Drift drift)
    {
        var stretches = (int)Math.Floor(1 / Math.Max(0.0004, drift.Chance));
        return drift.Fell
            ? (Sentence)$"A team that goes on as before sees so few less than once in {stretches} such stretches."
            : $"A team that goes on as before sees so many less than once in {stretches} such stretches.";
    }

    private static Sentence Follows(Drift drift) =>
        drift.Restarts ? (Sentence)$"The forecasts follow: half of their weight rests on these weeks alone."
        : drift.Fell && drift.Worked == drift.Weeks ? $"The forecasts follow in part: two weeks may be a holiday."
        : (Sentence)$"The forecasts follow in part: they wait until the pace has lasted.";
}
