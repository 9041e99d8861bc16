using System.Text.Json;
using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

/// <summary>What a project of one of the four process templates answers, with the templates' own types, states and fields.</summary>
internal sealed record AzureProcess(ScriptedAnswer Configuration, ScriptedAnswer Types, ScriptedAnswer Fields, ScriptedAnswer Boards, IReadOnlyDictionary<string, ScriptedAnswer> Columns)
{
    public static AzureProcess Agile { get; } = Of(
        "StoryPoints", "Microsoft.VSTS.Scheduling.StoryPoints", "Microsoft.VSTS.Common.StackRank", "Stories", "User Story", ["Epic", "Feature"],
        [
            Type("User Story", "New:Proposed Active:InProgress Resolved:Resolved Closed:Completed Removed:Removed", "Microsoft.VSTS.Scheduling.StoryPoints Microsoft.VSTS.Common.StackRank Microsoft.VSTS.Common.AcceptanceCriteria"),
            Type("Bug", "New:Proposed Active:InProgress Resolved:Resolved Closed:Completed", "Microsoft.VSTS.Scheduling.StoryPoints Microsoft.VSTS.Common.StackRank Microsoft.VSTS.TCM.ReproSteps"),
            Type("Task", "New:Proposed Active:InProgress Closed:Completed Removed:Removed", "Microsoft.VSTS.Common.StackRank"),
            Type("Feature", "New:Proposed Active:InProgress Resolved:Resolved Closed:Completed Removed:Removed", "Microsoft.VSTS.Scheduling.Effort Microsoft.VSTS.Common.StackRank"),
            Type("Epic", "New:Proposed Active:InProgress Resolved:Resolved Closed:Completed Removed:Removed", "Microsoft.VSTS.Scheduling.Effort Microsoft.VSTS.Common.StackRank"),
            Type("Issue", "Active:InProgress Closed:Completed", ""),
        ],
        "New Active Resolved Closed");

    public static AzureProcess Scrum { get; } = Of(
        "Effort", "Microsoft.VSTS.Scheduling.Effort", "Microsoft.VSTS.Common.BacklogPriority", "Backlog items", "Product Backlog Item", ["Epic", "Feature"],
        [
            Type("Product Backlog Item", "New:Proposed Approved:Proposed Committed:InProgress Done:Completed Removed:Removed", "Microsoft.VSTS.Scheduling.Effort Microsoft.VSTS.Common.BacklogPriority Microsoft.VSTS.Common.AcceptanceCriteria"),
            Type("Bug", "New:Proposed Approved:Proposed Committed:InProgress Done:Completed Removed:Removed", "Microsoft.VSTS.Scheduling.Effort Microsoft.VSTS.Common.BacklogPriority Microsoft.VSTS.Common.AcceptanceCriteria Microsoft.VSTS.TCM.ReproSteps"),
            Type("Task", "To_Do:Proposed In_Progress:InProgress Done:Completed Removed:Removed", "Microsoft.VSTS.Common.BacklogPriority"),
            Type("Impediment", "Open:InProgress Closed:Completed", ""),
            Type("Feature", "New:Proposed In_Progress:InProgress Done:Completed Removed:Removed", "Microsoft.VSTS.Scheduling.Effort Microsoft.VSTS.Common.BacklogPriority"),
            Type("Epic", "New:Proposed In_Progress:InProgress Done:Completed Removed:Removed", "Microsoft.VSTS.Scheduling.Effort Microsoft.VSTS.Common.BacklogPriority"),
        ],
        "New Approved Committed Done");

    public static AzureProcess Cmmi { get; } = Of(
        "Size", "Microsoft.VSTS.Scheduling.Size", "Microsoft.VSTS.Common.StackRank", "Requirements", "Requirement", ["Epic", "Feature"],
        [
            Type("Requirement", "Proposed:Proposed Active:InProgress Resolved:Resolved Closed:Completed", "Microsoft.VSTS.Scheduling.Size Microsoft.VSTS.Common.StackRank Microsoft.VSTS.CMMI.Blocked"),
            Type("Bug", "Proposed:Proposed Active:InProgress Resolved:Resolved Closed:Completed", "Microsoft.VSTS.Scheduling.Size Microsoft.VSTS.Common.StackRank Microsoft.VSTS.TCM.ReproSteps Microsoft.VSTS.CMMI.Blocked"),
            Type("Change Request", "Proposed:Proposed Active:InProgress Resolved:Resolved Closed:Completed", ""),
            Type("Task", "Proposed:Proposed Active:InProgress Resolved:Resolved Closed:Completed", "Microsoft.VSTS.CMMI.Blocked"),
            Type("Feature", "Proposed:Proposed Active:InProgress Resolved:Resolved Closed:Completed", "Microsoft.VSTS.Scheduling.Size"),
            Type("Epic", "Proposed:Proposed Active:InProgress Resolved:Resolved Closed:Completed", "Microsoft.VSTS.Scheduling.Size"),
        ],
        "Proposed Active Resolved Closed");

    public static AzureProcess Basic { get; } = Of(
        "Effort", "Microsoft.VSTS.Scheduling.Effort", "Microsoft.VSTS.Common.StackRank", "Issues", "Issue", ["Epic"],
        [
            Type("Issue", "To_Do:Proposed Doing:InProgress Done:Completed", "Microsoft.VSTS.Scheduling.Effort Microsoft.VSTS.Common.StackRank"),
            Type("Task", "To_Do:Proposed Doing:InProgress Done:Completed", "Microsoft.VSTS.Common.StackRank"),
            Type("Epic", "To_Do:Proposed Doing:InProgress Done:Completed", "Microsoft.VSTS.Common.StackRank"),
        ],
        "To_Do Doing Done",
        bugs: false);

    /// <summary>A type with its states ("Name:Category", with _ for a space) and its own fields.</summary>
    public static object Type(string name, string states, string fields) => new
    {
        name,
        isDisabled = false,
        states = states.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(':')).Select(s => new { name = s[0].Replace('_', ' '), category = s[1] }),
        fields = fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(f => new { referenceName = f }),
    };

    /// <summary>A list as the service wraps it.</summary>
    public static ScriptedAnswer List(params IEnumerable<object> value) => JsonSerializer.Serialize(new { value });

    private static AzureProcess Of(string effortName, string effort, string order, string board, string requirement, string[] portfolio, object[] types, string columns, bool bugs = true) => new(
        JsonSerializer.Serialize(new
        {
            typeFields = new { Effort = new { referenceName = effort, name = effortName }, Order = new { referenceName = order } },
            taskBacklog = Level("Tasks", "Task"),
            requirementBacklog = Level(board, requirement),
            portfolioBacklogs = portfolio.Select(p => Level($"{p}s", p)),
            bugWorkItems = bugs ? Level("Bugs", "Bug") : null,
        }),
        List(types),
        // The whole organisation's, as the service gives it: the fields of all processes stand side by side.
        """
        {"value":[{"referenceName":"Microsoft.VSTS.Scheduling.StoryPoints","name":"Story Points","type":"double"},
                  {"referenceName":"Microsoft.VSTS.Scheduling.Effort","name":"Effort","type":"double"},
                  {"referenceName":"Microsoft.VSTS.Scheduling.Size","name":"Size","type":"double"},
                  {"referenceName":"Microsoft.VSTS.Common.StackRank","name":"Stack Rank","type":"double"},
                  {"referenceName":"Microsoft.VSTS.Common.BacklogPriority","name":"Backlog Priority","type":"double"},
                  {"referenceName":"Microsoft.VSTS.Common.AcceptanceCriteria","name":"Acceptance Criteria","type":"html"},
                  {"referenceName":"Microsoft.VSTS.TCM.ReproSteps","name":"Repro Steps","type":"html"},
                  {"referenceName":"Microsoft.VSTS.CMMI.Blocked","name":"Blocked","type":"string"},
                  {"referenceName":"Custom.Reviewer","name":"Reviewer","type":"string","isIdentity":true}]}
        """,
        List(new { id = "b-0", name = $"{portfolio[0]}s" }, new { id = "b-1", name = board }),
        new Dictionary<string, ScriptedAnswer>
        {
            ["b-0"] = """{"value":[]}""",
            ["b-1"] = List(columns.Split(' ').Select(c => c.Replace('_', ' ')).Select(c => new { name = $"column of {c}", stateMappings = new Dictionary<string, string> { [requirement] = c } })),
        });

    private static object Level(string name, string type) => new { name, workItemTypes = new[] { new { name = type } } };
}
