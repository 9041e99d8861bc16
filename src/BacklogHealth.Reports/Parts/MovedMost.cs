using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>What moved most? Of the teams' largest changes the one to know first: a change of pace, else a moved day, else a longer or shorter runway.</summary>
internal static class MovedMost
{
    public static Answer Of(PortfolioContext report)
    {
        Sentence question = $"What moved most?";
        var changed = Changed(report);
        if (changed.Count == 0)
        {
            return new Answer(question, Nothing(report), null, Sentence.None, null);
        }

        var (team, change) = changed[0];
        var others = changed.Skip(1).Select(c => Say.Short(c.Team.Health.Team, 30)).ToList();
        Sentence why = others.Count == 0 ? (Sentence)$"No other team changed clearly." : $"Clear changes, too, at {others}.";
        return new Answer(question, Statement(team, change), Picture(report, team, change), Sentence.Join(Cause(change), why), null);
    }

    public static JsonArray Numbers(PortfolioContext report) => new([.. Changed(report).Select(c => new JsonObject
    {
        ["team"] = c.Team.Health.Team,
        ["kind"] = c.Change.Kind.ToString().ToLowerInvariant(),
        ["perWeekBefore"] = c.Change.Shift?.BeforePerWeek,
        ["perWeekNow"] = c.Change.Shift?.NowPerWeek,
        ["chance"] = c.Change.Shift?.Chance,
        ["delivery"] = c.Change.Move?.Name,
        ["days"] = c.Change.Move?.Days,
        ["daysFromScope"] = c.Change.Move?.FromScope,
        ["daysFromPace"] = c.Change.Move?.FromPace,
        ["runwayWeeks"] = c.Change.RunwayWeeks,
    })]);

    /// <summary>The change of one team, where its name stands above; what its not having one means where it has none.</summary>
    public static Sentence InWords(ReportContext team, TeamChange? change) => change switch
    {
        { Shift: { } shift } => WhatChanged.Pace(shift),
        { Move: { } move } => WhatChanged.Moved(move),
        { RunwayWeeks: > 0 and var weeks } => $"Ready work lasts {RunwayInWords.Long(weeks)} longer than on {team.Before}.",
        { RunwayWeeks: { } weeks } => $"Ready work lasts {RunwayInWords.Long(-weeks)} less than on {team.Before}.",
        _ => team.Before is { } before ? (Sentence)$"Nothing moved far since {before}." : $"There is no earlier week to compare with yet.",
    };

    // The kinds in the order in which Core names them; within one, what is furthest from nothing.
    private static List<(ReportContext Team, TeamChange Change)> Changed(PortfolioContext report) =>
        [.. report.Teams.Zip(report.Portfolio.Teams, (team, told) => (Team: team, told.Change)).Where(c => c.Change is not null).Select(c => (c.Team, Change: c.Change!))
            .OrderBy(c => c.Change.Kind).ThenBy(c => c.Change.Shift?.Chance).ThenByDescending(c => Math.Abs(c.Change.Move?.Days ?? 0)).ThenByDescending(c => Math.Abs(c.Change.RunwayWeeks ?? 0))];

    private static Sentence Nothing(PortfolioContext report) =>
        report.Teams.All(t => t.Before is null) ? (Sentence)$"There is no earlier week to compare with yet."
        : report.Before is { } before ? $"Nothing moved far since {before}."
        : (Sentence)$"Nothing moved far within a week.";

    private static Sentence Statement(ReportContext team, TeamChange change)
    {
        var name = Say.Short(team.Health.Team, 40);
        return change switch
        {
            { Shift: { } shift } when shift.NowPerWeek < shift.BeforePerWeek => $"{name} finishes **fewer items**: {shift.NowPerWeek} a week since {shift.Since}, {shift.BeforePerWeek} before.",
            { Shift: { } shift } => $"{name} finishes **more items**: {shift.NowPerWeek} a week since {shift.Since}, {shift.BeforePerWeek} before.",
            { Move: { } move } => $"{Say.Short(move.Name, 60)} of {name}: **{MoveInWords.Long(move)}** than it looked on {team.Before}.",
            { RunwayWeeks: > 0 and var weeks } => $"The ready work of {name} lasts **{RunwayInWords.Long(weeks)} longer** than on {team.Before}.",
            _ => $"The ready work of {name} lasts **{RunwayInWords.Long(-change.RunwayWeeks!.Value)} less** than on {team.Before}.",
        };
    }

    private static Sentence Cause(TeamChange change) => change switch
    {
        { Shift: { } shift } => $"Chance alone shows such a difference {WhatChanged.Odds(shift.Chance)}.",
        { Move: { } move } when MoveInWords.Why(move) is { IsEmpty: false } why => $"{why:^}.",
        _ => Sentence.None,
    };

    private static SvgPicture Picture(PortfolioContext report, ReportContext team, TeamChange change) => change switch
    {
        { Shift: { } shift } => ThenAndNow.Draw(shift.BeforePerWeek, $"before: {shift.BeforePerWeek} a week", shift.NowPerWeek, $"since {shift.Since:short}: {shift.NowPerWeek} a week", report.Voice),
        { Move: { Then: { } then, Now: { } now } } => ThenAndNow.Draw(Until(then, report.Today), $"a week ago: by {then:short full}", Until(now, report.Today), $"now: by {now:short full}", report.Voice),
        _ => ThenAndNow.Draw(
            team.Health.LastWeek!.Weeks85!.Value, $"a week ago: {RunwayInWords.Long(team.Health.LastWeek.Weeks85.Value)}", team.Health.Runway.Weeks85!.Value, $"now: {RunwayInWords.Long(team.Health.Runway.Weeks85.Value)}", report.Voice),
    };

    private static double Until(DateOnly day, DateOnly from) => Math.Max(0, day.DayNumber - from.DayNumber);
}
