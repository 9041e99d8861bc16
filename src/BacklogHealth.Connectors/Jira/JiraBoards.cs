using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// The team's boards, with their sprints. They say in which order states stand, which field estimates and which sprints there are; what the team's
/// items are is never asked of a board, since boards show only what their columns show.
/// </summary>
/// <param name="Chosen">The board that gives the order of states; null where there is none.</param>
/// <param name="All">It and the other boards that count, with their configurations.</param>
/// <param name="Sprints">The sprints of all of them, oldest first.</param>
internal sealed record JiraBoards(JiraBoard? Chosen, ImmutableArray<JiraBoard> All, ImmutableArray<Sprint> Sprints)
{
    /// <summary>No board.</summary>
    public static readonly JiraBoards None = new(null, [], []);

    private const int PageSize = 50;

    /// <summary>Reads them. A site without Jira Software, or a project without boards, is read without them.</summary>
    public static async Task<JiraBoards> Read(JiraSite site, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        var boards = await List(site, notes, cancellation);
        if (Choose(site, boards, notes) is not { } chosen)
        {
            return None;
        }

        chosen = await Configured(site, chosen, isChosen: true, notes, cancellation);
        var counted = new List<JiraBoard> { chosen };
        if (site.Options.Board.Length == 0)
        {
            foreach (var other in boards.Where(b => b.Id != chosen.Id))
            {
                counted.Add(other.MayHaveSprints ? await Configured(site, other, isChosen: false, notes, cancellation) : other);
            }
        }

        var sprints = new List<Sprint>();
        foreach (var board in counted)
        {
            sprints.AddRange(await ReadSprints(site, board, notes, cancellation));
        }

        return new(
            chosen,
            [.. counted],
            [.. sprints.DistinctBy(s => s.Id).OrderBy(s => s.Start ?? s.End ?? DateTimeOffset.MaxValue).ThenBy(s => s.Id.Length).ThenBy(s => s.Id, StringComparer.Ordinal)]);
    }

    private static async Task<List<JiraBoard>> List(JiraSite site, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        var (project, wanted) = (site.Options.Project, site.Options.Board);
        if (project.Length == 0 && wanted.Length > 0 && JiraQuery.IsId(wanted))
        {
            return await One(site, wanted, cancellation) is { } board ? [board] : [];
        }

        if (project.Length == 0 && wanted.Length == 0)
        {
            notes.Add("No project and no board is set, so there are no sprints and no release dates, and the order of states is a guess.");
            return [];
        }

        var filter = project.Length > 0 ? $"projectKeyOrId={Uri.EscapeDataString(project)}" : $"name={Uri.EscapeDataString(wanted)}";
        var (boards, refused) = await JiraPages.Read(site, $"/rest/agile/1.0/board?{filter}&", PageSize, JiraBoard.Of, cancellation);
        if (refused is not null)
        {
            notes.Add($"Boards could not be read ({refused}), so there are no sprints, and the order of states is a guess.");
        }

        return [.. boards.OrderBy(b => b.Type switch { "scrum" => 0, "simple" => 1, _ => 2 }).ThenBy(b => b.Id.Length).ThenBy(b => b.Id, StringComparer.Ordinal)];
    }

    private static async Task<JiraBoard?> One(JiraSite site, string id, CancellationToken cancellation)
    {
        var (board, refused) = await site.TryAsk($"/rest/agile/1.0/board/{id}", JiraBoard.Of, cancellation);
        return board ?? throw site.Settings($"board '{id}' could not be read{(refused is null ? "" : $" ({refused})")}. Expected the number of a board that the account can see. Set {site.TeamSetting("Board")}, or share the board with the account.");
    }

    private static JiraBoard? Choose(JiraSite site, List<JiraBoard> boards, ImmutableArray<string>.Builder notes)
    {
        var wanted = site.Options.Board;
        if (wanted.Length > 0 && boards.Count > 0)
        {
            var named = boards.Where(b => b.Id == wanted || b.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
            return named.Count == 1
                ? named[0]
                : throw site.Settings($"{(named.Count == 0 ? "there is no board" : "several boards are called")} '{wanted}'. Expected one of: {string.Join(", ", boards)}. Set {site.TeamSetting("Board")} to a number.");
        }

        if (boards.Count == 0 && !notes.Any(n => n.Contains("no sprints", StringComparison.Ordinal)))
        {
            notes.Add($"{(site.Options.Project.Length > 0 ? $"Project {site.Options.Project} has no board" : $"There is no board '{wanted}'")}, so there are no sprints, and the order of states is a guess.");
        }

        if (boards.Count > 1)
        {
            notes.Add($"Project {site.Options.Project} has {boards.Count.ToString(CultureInfo.InvariantCulture)} boards. {boards[0]} gives the order of states and the estimate; set {site.TeamSetting("Board")} to choose another.");
        }

        return boards.FirstOrDefault();
    }

    private static async Task<JiraBoard> Configured(JiraSite site, JiraBoard board, bool isChosen, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        var (configured, refused) = await site.TryAsk($"/rest/agile/1.0/board/{board.Id}/configuration", board.With, cancellation);
        if (refused is not null)
        {
            notes.Add($"The configuration of board {board} could not be read ({refused}), so {(isChosen ? "the order of states is a guess" : "the field it estimates with is not known")}.");
        }

        return configured ?? board;
    }

    private static async Task<List<Sprint>> ReadSprints(JiraSite site, JiraBoard board, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
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
