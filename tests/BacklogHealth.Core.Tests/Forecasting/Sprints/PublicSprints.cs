using System.Globalization;
using BacklogHealth.Core.Forecasting.Sprints;
using BacklogHealth.Testing;

namespace BacklogHealth.Core.Tests.Forecasting.Sprints;

/// <summary>One sprint of a public tracker at one point of it, in story points.</summary>
/// <param name="Tracker">Which tracker.</param>
/// <param name="Board">The board.</param>
/// <param name="Number">Its number, which grows with time.</param>
/// <param name="Moment">How it stood.</param>
/// <param name="Done">True where at least as much was delivered from then on as was left.</param>
internal sealed record PublicSprint(string Tracker, int Board, int Number, SprintMoment Moment, bool Done);

/// <summary>
/// Sprints of three public trackers with what was known at 0, 30, 50 and 80 % of them (Choetkiertikul et al., TSE 2017). The outcome is the column
/// vel_diff: points delivered from that point on, less points left then; it differs from point to point. Names hold commas that nobody quoted.
/// </summary>
internal static class PublicSprints
{
    private static readonly string[] Columns =
        ["vel_diff", "planday", "no_issue_starttime", "vel_starttime", "no_issue_added", "vel_added", "no_issue_removed", "vel_removed", "no_issuetodo", "vel_todo", "no_issueinprogress", "vel_inprogress", "no_issuedone", "vel_done", "no_admin", "no_teammember"];

    /// <summary>The boards, each with its sprints in order of time. Sprints in which nothing was ever planned, added, removed or done are left out.</summary>
    /// <param name="percent">0, 30, 50 or 80.</param>
    public static List<List<PublicSprint>> Boards(int percent)
    {
        var folder = Repository.Beside("data", "sprints");
        Assert.SkipWhen(folder is null, "The public sprints are not at hand beside the repository.");
        return [.. new[] { "Apache", "JBoss", "JIRA" }
            .SelectMany(tracker => File.ReadLines(Path.Combine(folder, tracker, $"{tracker.ToLowerInvariant()}_iteration_{percent}.csv")).Skip(1).Select(line => Read(tracker, line)))
            .OfType<PublicSprint>()
            .GroupBy(s => (s.Tracker, s.Board))
            .Select(board => board.OrderBy(s => s.Number).ToList())];
    }

    private static PublicSprint? Read(string tracker, string line)
    {
        var cells = line.Split(',');
        var values = Columns.Zip(cells.TakeLast(Columns.Length)).ToDictionary(c => c.First, c => double.Parse(c.Second, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        if (Columns[2..14].All(c => values[c] == 0))
        {
            return null;
        }

        var points = values["vel_todo"] + values["vel_inprogress"];
        var (todo, doing) = ((int)values["no_issuetodo"], (int)values["no_issueinprogress"]);
        // Three sprints have items left that count no points: none of them is work by the outcome's own measure.
        var moment = new SprintMoment("", values["planday"], 0, (int)values["no_issuedone"], points == 0 ? 0 : doing, points == 0 ? 0 : todo, points);
        return new PublicSprint(tracker, Number(cells[0]), Number(cells[1]), moment, values["vel_diff"] >= 0);
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
