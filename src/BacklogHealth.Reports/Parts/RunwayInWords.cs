using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>Is the backlog healthy? The weeks that ready work lasts, against the weeks wanted.</summary>
internal static class RunwayInWords
{
    /// <summary>Two years: as far as forecasts look.</summary>
    private const double LongestWeeks = 104;

    /// <summary>From so many times the weeks wanted on, refining further ahead may be wasted.</summary>
    private const double Far = 3;

    public static Answer Of(ReportContext report, Sentence question)
    {
        var answer = report.Answers.Healthy;
        return new Answer(question, Statement(answer.Runway), RunwayBar.Draw(answer.Runway, report.Voice), StateWord.With(answer.Judged.State, Why(report, answer)), answer.Judged.State is null ? null : (Sentence)$"{answer.Judged.Rule}");
    }

    public static JsonObject Numbers(ReportContext report)
    {
        var (judged, runway, before) = report.Answers.Healthy;
        return new JsonObject
        {
            ["readyItems"] = runway.ReadyItems,
            ["itemsConsidered"] = runway.ItemsConsidered,
            ["weeks50"] = runway.Weeks50,
            ["weeks85"] = runway.Weeks85,
            ["wantedWeeks"] = runway.WantedWeeks,
            ["weeks85Before"] = before,
            ["state"] = judged.State?.ToString(),
            ["rule"] = judged.Rule.ToString(),
        };
    }

    internal static Sentence Statement(ReadyRunway runway) => runway switch
    {
        { ItemsConsidered: 0 } => $"The backlog is empty: nothing waits to be started.",
        { ReadyItems: 0, ItemsConsidered: 1 } => $"**The one** waiting item is not ready; you want {runway.WantedWeeks:# week|# weeks} of ready work.",
        { ReadyItems: 0 } => $"**None** of the {runway.ItemsConsidered} waiting items is ready; you want {runway.WantedWeeks:# week|# weeks} of ready work.",
        { Weeks85: { } weeks } => $"Ready work for **{Long(weeks)}**; you want {runway.WantedWeeks:# week|# weeks}.",
        _ => $"**{runway.ReadyItems} of {runway.ItemsConsidered}** waiting items {runway.ReadyItems:is|are} ready.",
    };

    private static Sentence Why(ReportContext report, BacklogAnswer answer)
    {
        var runway = answer.Runway;
        if (runway.ReadyItems == 0)
        {
            return runway.ItemsConsidered == 0 ? (Sentence)$"Nothing can be pulled." : $"Nothing can be pulled as it stands.";
        }

        if (runway.Weeks85 is not { } sure)
        {
            return $"How long that lasts is not known. {report.Health.NextFourWeeks.WhyNot}";
        }

        return Sentence.Join(
            $"{runway.ReadyItems} of {runway.ItemsConsidered:# waiting item|# waiting items} {runway.ReadyItems:is|are} ready.",
            answer.Weeks85Before is { } then && !Long(then).Equals(Long(sure)) ? $"It was {Long(then)} on {report.Before}." : Sentence.None,
            runway.Weeks50 is { } even && !Long(even).Equals(Long(sure)) ? $"In 17 of 20 futures it lasts {Long(sure)}; in 10 of 20, {Long(even)}." : Sentence.None,
            sure >= Far * runway.WantedWeeks ? $"Refining so far ahead may be wasted." : Sentence.None);
    }

    /// <summary>"less than a day", "3 days" below a week, "1.4 weeks" from there on.</summary>
    internal static Sentence Long(double weeks) => weeks switch
    {
        >= LongestWeeks => $"two years or more",
        >= 1 => $"{Math.Round(weeks, weeks < 9.95 ? 1 : 0):# week|# weeks}",
        < 1 / 7.0 => $"less than a day",
        _ => $"{(int)Math.Round(weeks * 7):# day|# days}",
    };
}
