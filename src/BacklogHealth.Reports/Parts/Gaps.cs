using System.Text.Json.Nodes;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>What is not known? Teams without a forecast, parts without a team's word, data that are incomplete.</summary>
internal static class Gaps
{
    private const int MostTold = 2;

    public static Answer Of(PortfolioContext report)
    {
        var all = All(report).ToList();
        var more = all.Count - 1 - MostTold;
        return new Answer(
            $"What is not known?", all.Count == 0 ? (Sentence)$"Every team has a forecast, and all data are complete." : all[0],
            KnownSquares.Draw([.. report.Teams.Select(t => (t.Health.Team, t.Health.Data.Complete, t.Health.NextFourWeeks.Enough, HasRecord(t)))], report.Voice),
            all.Count == 0 ? (Sentence)$"What slows all teams at once is in no forecast." : Sentence.Join([.. all.Skip(1).Take(MostTold), more > 0 ? $"And {more} more." : Sentence.None]), null);
    }

    /// <summary>One sentence for each gap, the widest first.</summary>
    public static IEnumerable<Sentence> All(PortfolioContext report)
    {
        if (!report.Missing.IsEmpty)
        {
            yield return $"Nothing is known of **{report.Missing}**.";
        }

        if (Names(report.Teams.Where(t => !t.Health.NextFourWeeks.Enough)) is { Count: > 0 } noForecast)
        {
            yield return $"How much **{noForecast}** will finish is not known: the history is too short.";
        }

        foreach (var piece in report.Pieces.Where(p => !p.Done && p.NotKnown.Length > 0))
        {
            yield return $"What {piece.NotKnown} {piece.NotKnown.Length:has|have} to do for **{report.NameOf(piece)}** is not known.";
        }

        if (Names(report.Incomplete.Where(t => !t.Health.Data.OldButWhole)) is { Count: > 0 } incomplete)
        {
            yield return $"The data of **{incomplete}** are incomplete.";
        }

        if (Names(report.Incomplete.Where(t => t.Health.Data.OldButWhole)) is { Count: > 0 } old)
        {
            yield return $"What happened at **{old}** since the last complete reading is not known.";
        }
    }

    public static JsonArray Numbers(PortfolioContext report) => new([.. report.Teams.Select(t => new JsonObject
    {
        ["team"] = t.Health.Team,
        ["dataComplete"] = t.Health.Data.Complete,
        ["forecast"] = t.Health.NextFourWeeks.Enough,
        ["record"] = HasRecord(t),
    })]);

    private static bool HasRecord(ReportContext team) => team.Health.NextFourWeeks.HeldBefore is { Of: >= RecordInWords.Fewest };

    private static List<string> Names(IEnumerable<ReportContext> teams) => [.. teams.Select(t => Say.Short(t.Health.Team, 40))];
}
