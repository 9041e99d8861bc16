using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>What a team says of itself that rules take into account.</summary>
public sealed record TeamContext
{
    private readonly ImmutableArray<string> _vagueWords = [];
    private readonly ImmutableArray<string> _clearWords = [];

    /// <summary>ISO 639-1 code of the language the team writes in; texts too short to tell are read in it.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What the tracker's states mean; where it does not know one, an item has not begun.</summary>
    public Workflow Workflow { get; init; } = new([]);

    /// <summary>The team's calendar day.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Findings that the team does not want.</summary>
    public ImmutableArray<Mute> Mutes { get; init; } = [];

    /// <summary>A label of an item that begins with this mutes the rule whose id follows, or every rule (<c>mute-cl005</c>, <c>mute-all</c>); empty for none.</summary>
    public string MuteLabelPrefix { get; init; } = "mute-";

    /// <summary>Findings below this are not shown.</summary>
    public Severity MinimumSeverity { get; init; } = Severity.Info;

    /// <summary>True where the team writes user stories ("As a … I want …"), so that a story in another form is worth a word.</summary>
    public bool UsesTemplate { get; init; }

    /// <summary>Abbreviations and names that everybody in the team knows.</summary>
    public ImmutableHashSet<string> Glossary { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>For whom the team works, by the names it uses ("buyer", "clerk").</summary>
    public ImmutableHashSet<string> Roles { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words or phrases the team wants to be asked about, beside the built-in list.</summary>
    public ImmutableArray<string> VagueWords
    {
        get => _vagueWords;
        init => (_vagueWords, AddedVague) = (value, new PhraseList(value));
    }

    /// <summary>Words or phrases that have one meaning in this team and are not vague to it.</summary>
    public ImmutableArray<string> ClearWords
    {
        get => _clearWords;
        init => (_clearWords, Cleared) = (value, new PhraseList(value));
    }

    internal PhraseList AddedVague { get; private init; } = PhraseList.Empty;

    internal PhraseList Cleared { get; private init; } = PhraseList.Empty;

    /// <summary>True where a story is wanted by one of the team's own roles.</summary>
    internal bool Names(Story story) =>
        !Roles.IsEmpty && !story.RoleName.IsEmpty && Roles.Contains(story.Text.Plain[story.Text.Words[story.RoleName.First].Start..story.Text.Words[story.RoleName.End - 1].End]);

    /// <summary>All that the team says, in one line; the same for the same sayings. What is as usual is left out.</summary>
    public string Said => string.Join('|', new[]
    {
        string.Join(',', Mutes.Select(m => FormattableString.Invariant($"{m.Rule};{m.Item};{m.Label};{m.Until:yyyy-MM-dd}"))),
        MuteLabelPrefix == "mute-" ? "" : $"prefix {MuteLabelPrefix}",
        MinimumSeverity == Severity.Info ? "" : $"from {MinimumSeverity}",
        UsesTemplate ? "template" : "",
        string.Join(',', Glossary.Order(StringComparer.Ordinal)),
        string.Join(',', Roles.Order(StringComparer.Ordinal)),
        string.Join(',', VagueWords),
        string.Join(',', ClearWords),
    }.Where(t => t.Length > 0));

    /// <summary>True where the team has switched a rule off.</summary>
    public bool IsOff(string ruleId) => !Mutes.IsEmpty && Mutes.Any(m => m.Rule is not null && !m.JudgesFindings && !m.HasEnded(Today) && m.Covers(ruleId));

    /// <summary>True where the team knows an abbreviation; several of it count as one.</summary>
    internal bool Knows(string abbreviation) => !Glossary.IsEmpty && (Glossary.Contains(abbreviation) || Glossary.Contains(Abbreviations.Singular(abbreviation).ToString()));

    /// <summary>What an item's state means to the team.</summary>
    public WorkItemState StateOf(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Workflow.Find(item.StateId, item.OriginalState) ?? WorkItemState.NotStarted;
    }
}
