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

    public static Answer Of(ReportContext report, string question)
    {
        var answer = report.Answers.Healthy;
        return new Answer(question, Sentence(answer.Runway), RunwayBar.Draw(answer.Runway, report.Voice), StateWord.With(answer.Judged.State, Why(report, answer)), answer.Judged.State is null ? null : answer.Judged.Rule);
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
            ["state"] = StateWord.Name(judged.State),
            ["rule"] = judged.Rule.ToString(),
        };
    }

    private static Sentence Sentence(ReadyRunway runway) => runway switch
    {
        { ItemsConsidered: 0 } => "The backlog is empty: nothing waits to be started.",
        { ReadyItems: 0 } => OldWords.Of(OldWords.Strong("None"), $" of the {Say.Count(runway.ItemsConsidered, "waiting item")} is ready; you want {Say.Weeks(runway.WantedWeeks)} of ready work."),
        { Weeks85: >= LongestWeeks } => OldWords.Of("Ready work for ", OldWords.Strong("two years or more"), $"; you want {Say.Weeks(runway.WantedWeeks)}."),
        { Weeks85: < 1 / 7.0 } => OldWords.Of("Ready work for ", OldWords.Strong("less than a day"), $"; you want {Say.Weeks(runway.WantedWeeks)}."),
        { Weeks85: < 1 and var weeks } => OldWords.Of("Ready work for ", OldWords.Strong(Long(weeks)), $"; you want {Say.Weeks(runway.WantedWeeks)}."),
        { Weeks85: { } weeks } => OldWords.Of("Ready work for ", OldWords.Strong(Say.Weeks(weeks)), $"; you want {Say.Decimal(runway.WantedWeeks)}."),
        _ => OldWords.Of(OldWords.Strong($"{Say.Number(runway.ReadyItems)} of {Say.Number(runway.ItemsConsidered)}"), $" waiting items {(runway.ReadyItems == 1 ? "is" : "are")} ready."),
    };

    private static string Why(ReportContext report, BacklogAnswer answer)
    {
        var runway = answer.Runway;
        if (runway.ReadyItems == 0)
        {
            return runway.ItemsConsidered == 0 ? "Nothing can be pulled." : "Nothing can be pulled as it stands.";
        }

        if (runway.Weeks85 is not { } sure)
        {
            return "How long that lasts is not known. " + report.Health.NextFourWeeks.WhyNot;
        }

        var words = new List<string> { $"{Say.Number(runway.ReadyItems)} of {Say.Count(runway.ItemsConsidered, "waiting item")} {(runway.ReadyItems == 1 ? "is" : "are")} ready." };
        if (answer.Weeks85Before is { } then && Say.Decimal(then) != Say.Decimal(sure))
        {
            words.Add($"It was {Long(then)} on {report.Before}.");
        }

        if (runway.Weeks50 is { } even && Say.Decimal(even) != Say.Decimal(sure))
        {
            words.Add($"In 17 of 20 futures it lasts so long; in 10 of 20, {Long(even)}.");
        }

        if (sure >= Far * runway.WantedWeeks)
        {
            words.Add("Refining so far ahead may be wasted.");
        }

        return string.Join(' ', words);
    }

    /// <summary>"3 days" below a week, "1.4 weeks" from there on.</summary>
    private static string Long(double weeks) => weeks >= 1 ? Say.Weeks(weeks) : weeks < 1 / 7.0 ? "less than a day" : Say.Count((int)Math.Round(weeks * 7), "day");
}
