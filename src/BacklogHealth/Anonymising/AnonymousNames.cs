using System.Collections.Frozen;
using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Anonymising;

/// <summary>
/// Other names for what a team names: states, types, sprints, labels and the like. A name that trackers come with stays where it means here what it usually means. Names of states and
/// types say what they stand for ("In Progress 2", "Story 1"), so that they are read again as they were. Mutable, for one thread.
/// </summary>
internal sealed class AnonymousNames
{
    private static readonly FrozenDictionary<string, WorkItemState> UsualStates =
        Meaning(WorkItemState.NotStarted, "To Do", "Open", "New", "Backlog", "Selected for Development", "Reopened", "Approved", "Proposed")
            .Concat(Meaning(WorkItemState.Started, "In Progress", "In Review", "Active", "Doing"))
            .Concat(Meaning(WorkItemState.Finished, "Done", "Closed", "Resolved", "Removed"))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> UsualTypes = Set(
        "Epic", "Feature", "Initiative", "Story", "User Story", "Product Backlog Item", "Requirement", "Improvement", "New Feature", "Task", "Sub-task", "Subtask", "Technical task", "Bug", "Defect",
        "Incident", "Spike", "Issue", "Impediment", "Test Case", "Test", "Question", "Risk", "Change Request");

    private static readonly FrozenSet<string> UsualPriorities = Set("Highest", "High", "Medium", "Low", "Lowest", "Blocker", "Critical", "Major", "Minor", "Trivial", "Normal", "Urgent", "1", "2", "3", "4");

    private static readonly FrozenSet<string> UsualResolutions = Set(
        "Done", "Fixed", "Won't Do", "Won't Fix", "Duplicate", "Cannot Reproduce", "Incomplete", "Declined", "Known Error", "Unresolved", "Invalid", "Not A Bug", "Resolved", "Completed", "Removed");

    private static readonly FrozenSet<string> UsualRelations = Set(
        "blocks", "is blocked by", "clones", "is cloned by", "duplicates", "is duplicated by", "relates to", "causes", "is caused by", "Related", "Predecessor", "Successor", "Parent", "Child",
        "Duplicate", "Duplicate Of", "Affects", "Affected By", "depends on", "is depended on by", "split to", "split from");

    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];

    private readonly Dictionary<string, Numbered> _byKind = new(StringComparer.Ordinal);

    /// <summary>A name for a state.</summary>
    public string State(string name, WorkItemState meaning) =>
        UsualStates.TryGetValue(name, out var usual) && usual == meaning ? name
        : Other(meaning switch { WorkItemState.NotStarted => "To Do", WorkItemState.Started => "In Progress", _ => "Done" }, name);

    /// <summary>A name for a type.</summary>
    public string Type(string name, WorkItemKind kind) =>
        UsualTypes.Contains(name) && WorkItemKinds.FromName(name) == kind ? name
        : Other(kind switch { WorkItemKind.SubTask => "Sub-task", WorkItemKind.Other => "Type", _ => kind.ToString() }, name);

    /// <summary>A name for a priority; null where there is none.</summary>
    public string? Priority(string? name) => Usual(UsualPriorities, "Priority", name);

    /// <summary>A name for a resolution; null where there is none.</summary>
    public string? Resolution(string? name) => Usual(UsualResolutions, Resolutions.MeanDiscarded(name) ? "Won't Do" : "Resolution", name);

    /// <summary>The words of a link to another item.</summary>
    public string Relation(string words) => Usual(UsualRelations, "relation", words)!;

    /// <summary>A name for a sprint, told by its id.</summary>
    public string Sprint(string id) => Other("Sprint", id);

    /// <summary>A name for a label, without a space, since labels may be separated by one.</summary>
    public string Label(string label) => Other("label", label).Replace(' ', '-');

    /// <summary>A name for a release.</summary>
    public string Release(string name) => Other("Release", name);

    /// <summary>A name for a team.</summary>
    public string Team(string name) => Other("Team", name);

    /// <summary>A name for a field that the product has no name for.</summary>
    public string Field(string name) => Other("field", name);

    /// <summary>A name for a file, with its ending where that is a picture's.</summary>
    public string File(string name) => string.Create(CultureInfo.InvariantCulture, $"file-{Number("file", name)}{Pictures.FirstOrDefault(p => name.EndsWith(p, StringComparison.OrdinalIgnoreCase))}");

    /// <summary>An address in place of another.</summary>
    public string Address(string address) => string.Create(CultureInfo.InvariantCulture, $"https://example.com/{Number("address", address)}");

    /// <summary>An e-mail address in place of another.</summary>
    public string Mail(string address) => string.Create(CultureInfo.InvariantCulture, $"name{Number("mail", address)}@example.com");

    private string? Usual(FrozenSet<string> usual, string kind, string? name) => name is null || usual.Contains(name) ? name : Other(kind, name);

    private string Other(string kind, string name) => string.Create(CultureInfo.InvariantCulture, $"{kind} {Number(kind, name)}");

    private int Number(string kind, string name)
    {
        if (!_byKind.TryGetValue(kind, out var numbered))
        {
            _byKind[kind] = numbered = new Numbered();
        }

        return numbered[name];
    }

    private static IEnumerable<KeyValuePair<string, WorkItemState>> Meaning(WorkItemState state, params IEnumerable<string> names) => names.Select(n => KeyValuePair.Create(n, state));

    private static FrozenSet<string> Set(params IEnumerable<string> names) => names.ToFrozenSet(StringComparer.Ordinal);
}
