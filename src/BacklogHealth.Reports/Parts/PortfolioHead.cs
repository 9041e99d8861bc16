using System.Text.Json.Nodes;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What stands above a portfolio: its title, its day, its teams.</summary>
internal static class PortfolioHead
{
    private const int FewTeams = 3;

    public static Sentence Title(PortfolioContext report) => report.Teams.Length <= FewTeams
        ? $"Portfolio: {report.Teams.Select(t => Say.Short(t.Health.Team, 40)).ToList()}"
        : (Sentence)$"Portfolio: {report.Teams.Length:# team|# teams}";

    public static Sentence Lead(PortfolioContext report)
    {
        var complete = report.Teams.Length - report.Incomplete.Length;
        return Sentence.JoinBy(
            " · ",
            [
                $"{report.Today:weekday} {report.Today:full}",
                $"{report.Teams.Length:# team|# teams}",
                complete == report.Teams.Length ? (Sentence)$"all data complete" : complete == 0 ? (Sentence)$"data of no team complete" : $"data of {complete:# team|# teams} complete",
                report.Before is { } before ? $"compared with {before}" : Sentence.None,
            ]);
    }

    /// <summary>The teams, and the data on which each rests.</summary>
    public static JsonObject About(PortfolioContext report) => new()
    {
        ["today"] = Say.Text($"{report.Today:yyyy-MM-dd}"),
        ["teams"] = new JsonArray([.. report.Teams.Select(JsonPage.About)]),
        ["missing"] = new JsonArray([.. report.Missing.Select(m => (JsonNode)m)]),
    };
}
