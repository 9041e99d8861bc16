using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Backlog;

/// <summary>What the sample tracker holds: a small company's site, with all that ever happened on it. Instants are UTC. Immutable.</summary>
/// <param name="Name">Name of the site.</param>
/// <param name="TimeZone">IANA zone of the account that reads it.</param>
/// <param name="Projects">One project a team.</param>
/// <param name="Truth">The flaws that were planted.</param>
public sealed record SampleBacklog(string Name, string TimeZone, ImmutableArray<SampleProject> Projects, GroundTruth Truth)
{
    /// <summary>Whether the site has two fields for estimates, as it comes about where a site is older than its projects. Jira only.</summary>
    public bool HasTwoEstimates { get; init; }
}

/// <summary>One project with its board.</summary>
/// <param name="Id">Numeric id, as text.</param>
/// <param name="Key">Key, the first part of every item's key.</param>
/// <param name="Name">Name.</param>
/// <param name="Team">Name of the team that works on it.</param>
/// <param name="BoardId">Id of its board.</param>
/// <param name="BoardType"><c>scrum</c>, <c>kanban</c> or <c>simple</c>.</param>
/// <param name="Statuses">Its states in the order of the board.</param>
/// <param name="Versions">Releases.</param>
/// <param name="Sprints">Sprints, oldest first; empty for a Kanban board.</param>
/// <param name="Items">All items, oldest first.</param>
public sealed record SampleProject(
    string Id, string Key, string Name, string Team, int BoardId, string BoardType,
    ImmutableArray<SampleStatus> Statuses, ImmutableArray<SampleVersion> Versions, ImmutableArray<SampleSprint> Sprints, ImmutableArray<SampleItem> Items)
{
    /// <summary>Boards beside the one of the project. Jira only.</summary>
    public ImmutableArray<SampleBoard> MoreBoards { get; init; } = [];

    /// <summary>Whether the project's boards name the field of their estimates; a Kanban board never does. Jira only.</summary>
    public bool BoardsNameEstimate { get; init; } = true;
}

/// <summary>A further board of a project.</summary>
/// <param name="Id">Its id; no other board may have it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>scrum</c>, <c>kanban</c> or <c>simple</c>. A Kanban board refuses to list sprints.</param>
/// <param name="IsMapped">Whether its columns are mapped to states; where they are not, it refuses to tell its configuration (422).</param>
/// <param name="Jql">The query of its saved filter; null takes all of the project.</param>
public sealed record SampleBoard(int Id, string Name, string Type, bool IsMapped = true, string? Jql = null);

/// <summary>A state. Category is Jira's: <c>new</c>, <c>indeterminate</c> or <c>done</c>.</summary>
public sealed record SampleStatus(string Id, string Name, string Category);

/// <summary>A release and the day it is promised for; null where none is.</summary>
public sealed record SampleVersion(string Id, string Name, DateOnly? ReleaseDate)
{
    /// <summary>True where it is out, whatever is still promised for it.</summary>
    public bool IsOut { get; init; }
}

/// <summary>A sprint. State is <c>future</c>, <c>active</c> or <c>closed</c>.</summary>
public sealed record SampleSprint(int Id, string Name, string Goal, string State, DateTimeOffset Start, DateTimeOffset End, DateTimeOffset? Completed);

/// <summary>One item as it stands at the end of its history.</summary>
public sealed record SampleItem
{
    /// <summary>Numeric id, as text.</summary>
    public required string Id { get; init; }

    /// <summary>Key.</summary>
    public required string Key { get; init; }

    /// <summary>Epic, Story, Task, Bug, Spike or Sub-task.</summary>
    public required string Type { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Description; null where there is none.</summary>
    public SampleText? Description { get; init; }

    /// <summary>Id of its state.</summary>
    public required string StatusId { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Id of its parent; null where there is none.</summary>
    public string? ParentId { get; init; }

    /// <summary>Estimate; null where there is none.</summary>
    public double? StoryPoints { get; init; }

    /// <summary>Backlog order, in the shape of Jira's LexoRank; compares ordinally.</summary>
    public required string Rank { get; init; }

    /// <summary>Highest, High, Medium, Low or Lowest.</summary>
    public string Priority { get; init; } = "Medium";

    /// <summary>Done, Won't Do or Duplicate; null while it is open.</summary>
    public string? Resolution { get; init; }

    /// <summary>Due date; null where there is none.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Names of the releases it is promised for.</summary>
    public ImmutableArray<string> FixVersions { get; init; } = [];

    /// <summary>Labels.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Ids of the sprints it has been in, oldest first.</summary>
    public ImmutableArray<int> SprintIds { get; init; } = [];

    /// <summary>Comments, oldest first.</summary>
    public ImmutableArray<SampleComment> Comments { get; init; } = [];

    /// <summary>Links to other items.</summary>
    public ImmutableArray<SampleLink> Links { get; init; } = [];

    /// <summary>All changes, oldest first.</summary>
    public ImmutableArray<SampleChange> Changes { get; init; } = [];

    /// <summary>Whether somebody has flagged it as stuck.</summary>
    public bool IsFlagged { get; init; }

    /// <summary>Files that hang on it.</summary>
    public ImmutableArray<SampleAttachment> Attachments { get; init; } = [];

    /// <summary>Links to pages elsewhere.</summary>
    public ImmutableArray<SampleRemoteLink> RemoteLinks { get; init; } = [];

    /// <summary>Whether the account that reads may not see it, although it sees the project.</summary>
    public bool IsHidden { get; init; }

    /// <summary>When it was deleted; null while it is there. Azure DevOps keeps it in the recycle bin, Jira forgets it.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>Values that are served in place of the true ones, as JSON that is sent as it stands; by Jira's field id (after <c>cloud:</c> only for Cloud) or by Azure DevOps' reference name.</summary>
    public ImmutableDictionary<string, string> RawFields { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>A file that hangs on an item.</summary>
public sealed record SampleAttachment(string Id, string FileName, string AuthorId, DateTimeOffset At);

/// <summary>A link from an item to a page elsewhere.</summary>
public sealed record SampleRemoteLink(string Id, string Title, string Address);

/// <summary>A comment by an account.</summary>
public sealed record SampleComment(string Id, string AuthorId, DateTimeOffset At, SampleText Text);

/// <summary>A link; relation in words read from the item that holds it.</summary>
public sealed record SampleLink(string Relation, string OtherKey)
{
    /// <summary>When it came about; null takes the time from which both of its items were there.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>
/// One change of one field, in the shape of Jira's changelog: ids in From and To, words in FromString and ToString. Field is Jira's name
/// (<c>status</c>, <c>Sprint</c>, <c>summary</c>, <c>description</c>, <c>Story Points</c>, <c>Rank</c>, <c>resolution</c>, <c>IssueParentAssociation</c>,
/// <c>Fix Version</c>, <c>duedate</c>, <c>labels</c>, <c>priority</c>, <c>issuetype</c>, <c>project</c>, <c>Key</c>, <c>Flagged</c>), or <c>deleted</c>, which only Azure DevOps knows. Texts stand as wiki markup, as Jira gives them.
/// </summary>
public sealed record SampleChange(string Id, DateTimeOffset At, string AuthorId, string Field, string? From, string? FromText, string? To, string? ToText);

/// <summary>A text in blocks, independent of any markup; each tracker's routes render it in the markup that tracker speaks.</summary>
public sealed record SampleText(ImmutableArray<SampleBlock> Blocks)
{
    /// <summary>A text of paragraphs.</summary>
    public static SampleText Of(params string[] paragraphs) => new([.. paragraphs.Select(p => new SampleBlock(SampleBlockKind.Paragraph, p))]);
}

/// <summary>One block. Level is the heading's rank; Ticked is for checkboxes; a table row's cells are separated by " | ".</summary>
public sealed record SampleBlock(SampleBlockKind Kind, string Text, int Level = 1, bool Ticked = false)
{
    /// <summary>Account that is mentioned before a paragraph's first word; null for none.</summary>
    public string? Mention { get; init; }
}

/// <summary>Kinds of blocks.</summary>
public enum SampleBlockKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An entry of a bullet list.</summary>
    Bullet,

    /// <summary>An entry of a numbered list.</summary>
    Numbered,

    /// <summary>An entry of a checklist.</summary>
    Checkbox,

    /// <summary>A head row of a table.</summary>
    TableHead,

    /// <summary>A row of a table.</summary>
    TableRow,

    /// <summary>Code.</summary>
    Code,

    /// <summary>A quotation.</summary>
    Quote,
}

/// <summary>What was planted, so that a test can say how much of it the rules find.</summary>
/// <param name="Flaws">Every planted flaw of an item that is open at the end of the history.</param>
/// <param name="GoodKeys">Keys of open items written to have no flaw that the rule book knows.</param>
public sealed record GroundTruth(ImmutableArray<PlantedFlaw> Flaws, ImmutableArray<string> GoodKeys)
{
    /// <summary>Facts of everyday work that tell how a team goes about it, of open and of finished items.</summary>
    public ImmutableArray<PlantedFact> Facts { get; init; } = [];

    /// <summary>How each finished item was started, and what became of it.</summary>
    public ImmutableArray<PlantedStart> Starts { get; init; } = [];
}

/// <summary>How a finished item was started, and what became of it between its first start and its last finish.</summary>
/// <param name="Key">The item; neither an epic nor a sub-task.</param>
/// <param name="IsUnclear">Whether its text, as it was when work began, left open what was wanted or how it would be checked.</param>
/// <param name="Fate">What became of it.</param>
public sealed record PlantedStart(string Key, bool IsUnclear, Fate Fate);

/// <summary>What shows that an item was not clear when work on it began.</summary>
[Flags]
public enum Fate
{
    /// <summary>It was worked on as it was written.</summary>
    None = 0,

    /// <summary>Its title or its description got other words.</summary>
    Edited = 1,

    /// <summary>A comment asked something.</summary>
    Questioned = 2,

    /// <summary>It went back to the queue, or was taken up again after it was finished.</summary>
    SentBack = 4,
}

/// <summary>A planted fact.</summary>
/// <param name="Key">The item.</param>
/// <param name="Fact">Which one.</param>
public sealed record PlantedFact(string Key, Fact Fact);

/// <summary>What the sample plants beside flaws.</summary>
public enum Fact
{
    /// <summary>A comment asks something that nobody has answered; the item is open.</summary>
    QuestionOpen,

    /// <summary>A comment mentions an account that has not answered; the item is open.</summary>
    MentionOpen,

    /// <summary>A picture or a page with a design hangs on the item, which is open.</summary>
    Pictured,

    /// <summary>After the item was finished somebody told what came of it.</summary>
    ToldOfUse,

    /// <summary>A later item came from the use of this one, and is linked with it.</summary>
    LedToAnother,

    /// <summary>The item carries a label that says that it came from customers.</summary>
    FromFeedback,

    /// <summary>The item carries a label that says that it came from a retrospective.</summary>
    Improvement,

    /// <summary>Finished with a checklist in which every box is ticked.</summary>
    BoxesTicked,

    /// <summary>Finished with a checklist in which a box is not ticked.</summary>
    BoxOpen,

    /// <summary>Finished while a sub-task of it was open.</summary>
    PartOpen,

    /// <summary>Finished, and copied when it was.</summary>
    Cloned,

    /// <summary>Its estimate was raised after work had begun.</summary>
    Reestimated,

    /// <summary>An epic that says what it believes and how that will be known.</summary>
    HypothesisWithSignal,

    /// <summary>An epic that says what it believes and not how that will be known.</summary>
    HypothesisWithoutSignal,
}

/// <summary>A planted flaw.</summary>
/// <param name="Key">The item.</param>
/// <param name="Flaw">Which one.</param>
public sealed record PlantedFlaw(string Key, Flaw Flaw);

/// <summary>The everyday flaws of backlogs that the sample plants. Each is what one rule of the product looks for, said in the sample's own words.</summary>
public enum Flaw
{
    /// <summary>No description at all.</summary>
    NoDescription,

    /// <summary>The title is a noun or a keyword only.</summary>
    TitleOnlyNoun,

    /// <summary>No reason at the item, nor at its epic.</summary>
    NoReason,

    /// <summary>Nothing says how it will be checked.</summary>
    NoAcceptanceCriteria,

    /// <summary>Words that anybody may read in their own way.</summary>
    VagueWords,

    /// <summary>TBD, ???, to be clarified.</summary>
    OpenPlaceholder,

    /// <summary>Several goals joined in one item.</summary>
    SeveralGoals,

    /// <summary>So many acceptance criteria that it is more than one item.</summary>
    TooManyCriteria,

    /// <summary>Siblings cut by layer: interface, service, database.</summary>
    CutByLayer,

    /// <summary>A title nearly the same as another open item's.</summary>
    NearDuplicate,

    /// <summary>Prescribes a solution, names no problem. No rule finds it yet.</summary>
    SolutionNotProblem,
}
