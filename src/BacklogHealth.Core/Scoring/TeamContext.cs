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

    /// <summary>Rules that are switched off: a rule's id for all items, or <c>id:key</c> for one item, for example <c>CL005:CHK-12</c>.</summary>
    public ImmutableHashSet<string> Mutes { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

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

    /// <summary>Abbreviations and names of roles that the team knows, whatever their case.</summary>
    public ImmutableHashSet<string> Glossary { get; init; } = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    internal PhraseList AddedVague { get; private init; } = PhraseList.Empty;

    internal PhraseList Cleared { get; private init; } = PhraseList.Empty;

    /// <summary>True where a rule is switched off for an item.</summary>
    public bool IsMuted(string ruleId, string key) => !Mutes.IsEmpty && (Mutes.Contains(ruleId) || Mutes.Contains(ruleId + ":" + key));

    /// <summary>True where the team knows an abbreviation; several of it count as one.</summary>
    internal bool Knows(string abbreviation) => !Glossary.IsEmpty && (Glossary.Contains(abbreviation) || Glossary.Contains(Abbreviations.Singular(abbreviation).ToString()));

    /// <summary>What an item's state means to the team.</summary>
    public WorkItemState StateOf(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Workflow.Find(item.StateId, item.OriginalState) ?? WorkItemState.NotStarted;
    }
}
