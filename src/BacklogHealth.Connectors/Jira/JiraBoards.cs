using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Finds the team's board and the sprints of its boards. A site without Jira Software, or a project without boards, is read without them.</summary>
internal static class JiraBoards
{
    private const int PageSize = 50;

    public static async Task<(JiraBoard? Board, ImmutableArray<Sprint> Sprints)> Read(JiraSite site, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        var boards = await List(site, notes, cancellation);
        if (Choose(site, boards, notes) is not { } chosen)
        {
            return (null, []);
        }

        var board = await Configured(site, chosen, notes, cancellation);
        var sprints = new List<Sprint>();
        foreach (var each in site.Options.Board.Length > 0 ? [board] : boards)
        {
            sprints.AddRange(await Sprints(site, each, notes, cancellation));
        }

        return (board, [.. sprints.DistinctBy(s => s.Id).OrderBy(s => s.Start ?? s.End ?? DateTimeOffset.MaxValue).ThenBy(s => s.Id.Length).ThenBy(s => s.Id, StringComparer.Ordinal)]);
    }

    private static async Task<List<JiraBoard>> List(JiraSite site, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        var filter = site.Options.Project.Length == 0 ? "" : $"projectKeyOrId={Uri.EscapeDataString(site.Options.Project)}&";
        if (filter.Length == 0 && site.Options.Board.Length == 0)
        {
            notes.Add("No project and no board is set, so there are no sprints, and the order of states is a guess.");
            return [];
        }

        var (boards, refused) = await JiraPages.Read(site, $"/rest/agile/1.0/board?{filter}", PageSize, JiraBoard.Of, cancellation);
        if (refused is not null)
        {
            notes.Add($"Boards could not be read ({refused}), so there are no sprints, and the order of states is a guess.");
        }

        return [.. boards.OrderBy(b => b.Type switch { "scrum" => 0, "simple" => 1, _ => 2 }).ThenBy(b => b.Id.Length).ThenBy(b => b.Id, StringComparer.Ordinal)];
    }

    private static JiraBoard? Choose(JiraSite site, List<JiraBoard> boards, ImmutableArray<string>.Builder notes)
    {
        var wanted = site.Options.Board;
        if (wanted.Length > 0 && boards.Count > 0)
        {
            var named = boards.Where(b => b.Id == wanted || b.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
            return named.Count == 1
                ? named[0]
                : throw site.Settings($"{(named.Count == 0 ? "there is no board" : "several boards are called")} '{wanted}'. Expected one of: {string.Join(", ", boards)}. Set the team's Board to a number.");
        }

        if (boards.Count == 0 && !notes.Any(n => n.Contains("no sprints", StringComparison.Ordinal)))
        {
            notes.Add($"Project {site.Options.Project} has no board, so there are no sprints, and the order of states is a guess.");
        }

        if (boards.Count > 1)
        {
            notes.Add($"Project {site.Options.Project} has {boards.Count.ToString(CultureInfo.InvariantCulture)} boards. {boards[0]} gives the order of states and the estimate; set the team's Board to choose another.");
        }

        return boards.FirstOrDefault();
    }

    private static async Task<JiraBoard> Configured(JiraSite site, JiraBoard board, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        using var answer = await site.Http.Ask(TrackerRequest.Get($"/rest/agile/1.0/board/{board.Id}/configuration", mayBeForbidden: true), cancellation);
        if (answer.Ok)
        {
            return board.With(answer.Root);
        }

        notes.Add($"The configuration of board {board} could not be read ({JiraPages.Refusal(answer)}), so the order of states is a guess.");
        return board;
    }

    private static async Task<List<Sprint>> Sprints(JiraSite site, JiraBoard board, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        if (!board.MayHaveSprints)
        {
            notes.Add($"Board {board} is a Kanban board and has no sprints.");
            return [];
        }

        var (sprints, refused) = await JiraPages.Read(site, $"/rest/agile/1.0/board/{board.Id}/sprint?", PageSize, JiraSprint.Of, cancellation);
        if (refused is not null)
        {
            notes.Add($"Board {board} has no sprints ({refused}).");
        }

        return sprints;
    }
}
