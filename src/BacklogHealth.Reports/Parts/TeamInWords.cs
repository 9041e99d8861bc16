using System.Text.Json.Nodes;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>One team of a portfolio: its ready work, what comes next, what four weeks bring, its own deliveries, what changed, and how complete its data are.</summary>
internal static class TeamInWords
{
    public static IEnumerable<Block> Of(PortfolioContext report, ReportContext team, PortfolioTeam told)
    {
        yield return new Heading(Sentence.Data(Say.Short(told.Team, 60)), 3);
        yield return new Paragraph(team.OnlyFinishDates ? $"Nothing but the days is known on which items were finished." : Runway(told.Runway));
        if (!team.OnlyFinishDates && told.Runway.ItemsConsidered > 0 && RunwayBar.Draw(told.Runway, report.Voice) is { } bar)
        {
            yield return new Sketch(bar);
        }

        yield return new Bullets([.. Lines(report, team, told).Where(l => !l.IsEmpty)]);
    }

    public static JsonObject Numbers(ReportContext team, PortfolioTeam told) => new()
    {
        ["team"] = told.Team,
        ["runway"] = RunwayInWords.Numbers(team),
        ["nextItems"] = told.NextItems,
        ["nextReady"] = told.NextReady,
        ["nextFourWeeks"] = new JsonArray([.. told.NextFourWeeks.AtLeast.Select(a => new JsonObject { ["probability"] = a.Probability, ["items"] = a.Items })]),
        ["heldBefore"] = told.NextFourWeeks.HeldBefore is { } held ? new JsonObject { ["probability"] = held.Probability, ["times"] = held.Times, ["of"] = held.Of } : null,
        ["deliveries"] = new JsonArray([.. team.Health.Deliveries.Where(d => !d.IsNextItems).Select(DateInWords.Numbers)]),
    };

    private static IEnumerable<Sentence> Lines(PortfolioContext report, ReportContext team, PortfolioTeam told)
    {
        if (told.NextItems > 0)
        {
            yield return $"**{told.NextReady} of the next {told.NextItems}** items {told.NextReady:is|are} described well enough to be started.";
        }

        yield return Sentence.Join(Outlook.NextFourWeeks(team), told.NextFourWeeks.Enough ? Record(told.NextFourWeeks.HeldBefore) : Sentence.None);
        foreach (var piece in report.Pieces.Where(p => p.Teams is [var only] && only == told.Team && p.NotKnown.IsEmpty && p.Whole is not null))
        {
            yield return Sentence.Join(DateInWords.Statement(piece.Whole!), piece.Whole is { IsDone: false, When.Enough: true } ? DateInWords.Promise(piece.Whole) : Sentence.None);
        }

        yield return MovedMost.InWords(team, told.Change);
        yield return $"Data: {team.HowComplete()}.";
    }

    private static Sentence Runway(ReadyRunway runway) => runway switch
    {
        { ItemsConsidered: 0 } => $"Nothing waits to be started.",
        { ReadyItems: 0 } => $"**Nothing** of what waits is ready to be started; ready work for {runway.WantedWeeks:# week|# weeks} is wanted.",
        { Weeks85: { } weeks } => $"Ready work for **{RunwayInWords.Long(weeks)}**; {runway.WantedWeeks:# week is|# weeks are} wanted.",
        _ => $"**{runway.ReadyItems} of {runway.ItemsConsidered}** waiting items {runway.ReadyItems:is|are} ready; how long that lasts is not known.",
    };

    /// <summary>How often the same statement held at past points of the team's history, beside how often it would have.</summary>
    private static Sentence Record(HeldBefore? held) =>
        held is not { Of: >= RecordInWords.Fewest } ? $"There is no record of such statements yet."
        : RecordOfStatements.Judge(held) == RecordVerdict.LessOften ? $"“17 of 20” held {held.Times} of {held.Of} times before, where {RecordInWords.Expected(held)} would be right: the number is less sure than it sounds."
        : (Sentence)$"“17 of 20” held {held.Times} of {held.Of} times before, where {RecordInWords.Expected(held)} would be right.";
}
