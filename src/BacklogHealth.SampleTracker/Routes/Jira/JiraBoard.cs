using System.Globalization;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>A board with the project it is in.</summary>
/// <param name="Project">The project.</param>
/// <param name="Board">The board.</param>
internal sealed record JiraBoard(SampleProject Project, SampleBoard Board)
{
    public string Id => Board.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Id of the saved filter that gives the board its issues.</summary>
    public string FilterId => "1" + Id;

    public string FilterJql => Board.Jql ?? $"project = {Project.Key} ORDER BY Rank ASC";

    public bool IsKanban => Board.Type == "kanban";

    /// <summary>The project's own board and those beside it.</summary>
    public static IEnumerable<JiraBoard> Of(SampleProject project) =>
        project.MoreBoards.Prepend(new SampleBoard(project.BoardId, project.Key + " board", project.BoardType)).Select(b => new JiraBoard(project, b));
}
