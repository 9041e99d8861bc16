using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Whether the last weeks are unlike those that a forecast rests on, since when, and what the forecast does about it.</summary>
internal static class DriftInWords
{
    /// <summary>The alarm; where there is none, what fall would have raised it; empty where neither can be said.</summary>
    public static Sentence Of(ReportContext report, Forecast forecast) => forecast switch
    {
        { Drift: { } drift } => OldWords.Of(OldWords.Strong($"The last {Say.Number(drift.Weeks)} weeks are unlike those before"), $": {Came(drift)} since {report.Day(drift.Since)}, where about {Say.Number((int)Math.Round(drift.Expected))} were to be expected. {Odds(drift)} {Follows(drift)}"),
        { Enough: true } when report.Numbers.Changes.Shift is { } shift =>
            $"The change of pace since {report.Day(shift.Since)} is in these numbers; it lies within what the past of this team and of others makes possible.",
        { VisibleFall: { } fall } => $"Nothing in the last weeks is beyond what the past makes likely. A fall of the pace by {Say.Percent(fall)} or more would most likely have shown within {Say.Number(Drift.WatchWeeks)} weeks.",
        { Enough: true } => "Nothing in the last weeks is beyond what the past makes likely; with so few items, even a large fall of the pace would take more than four weeks to show.",
        _ => Sentence.None,
    };

    private static string Came(Drift drift) => drift.Items == 0 ? "nothing was finished" : $"{Say.Count(drift.Items, "item")} {(drift.Items == 1 ? "was" : "were")} finished";

    private static string Odds(Drift drift) =>
        $"A team that goes on as before sees so {(drift.Fell ? "few" : "many")} less than once in {Say.Number((int)Math.Floor(1 / Math.Max(0.0004, drift.Chance)))} such stretches.";

    private static string Follows(Drift drift) => drift.Restarts
        ? "The forecasts follow: half of their weight rests on these weeks alone."
        : drift.Fell && drift.Worked == drift.Weeks ? "The forecasts follow in part: two weeks may be a holiday." : "The forecasts follow in part: they wait until the pace has lasted.";
}
