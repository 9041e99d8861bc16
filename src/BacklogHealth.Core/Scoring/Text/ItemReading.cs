using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>One item's texts, parsed once for all rules. Not safe for several threads at once.</summary>
internal sealed class ItemReading
{
    private static readonly WordList Examples = WordList.Named("exampleWords");

    private StatedCriteria? _criteria;
    private StatedReason? _reason;
    private List<VagueWord>? _vague;
    private List<Clause>? _clauses;
    private (bool Read, Story? Story) _story;

    public ItemReading(WorkItem item, LanguageWords language, bool reasonAbove = false)
    {
        (Item, Language, ReasonAbove) = (item, language, reasonAbove);
        Title = TextReading.Of("title", item.Title.Length == 0 ? StructuredText.Empty : new StructuredText(item.Title, []), language);
        Description = TextReading.Of("description", item.Description, language);
        CriteriaField = TextReading.Of("acceptanceCriteria", item.AcceptanceCriteria, language);
        Fields = [Title, Description, CriteriaField];
    }

    public WorkItem Item { get; }

    public LanguageWords Language { get; }

    /// <summary>True where a parent, or its parent, states a reason.</summary>
    public bool ReasonAbove { get; }

    public TextReading Title { get; }

    public TextReading Description { get; }

    /// <summary>The tracker's own field for acceptance criteria; empty where it has none.</summary>
    public TextReading CriteriaField { get; }

    /// <summary>The three fields in the order of reading.</summary>
    public TextReading[] Fields { get; }

    /// <summary>True where the description says no word that is not in the title, and shows nothing else; false where it is empty.</summary>
    public bool RepeatsTitle => Item.AcceptanceCriteria.IsBlank
        && Description.Words.Length > 0
        && !Description.Prose.Contains(Prose.Blank)
        && SaysNoMore(Description.Words, Title.Words);

    /// <summary>True where the item says nothing beyond its title.</summary>
    public bool HasTitleOnly => Item.AcceptanceCriteria.IsBlank && (Item.Description.IsBlank || RepeatsTitle);

    /// <summary>Acceptance criteria wherever they stand.</summary>
    public StatedCriteria Criteria => _criteria ??= CriteriaReader.Read(this);

    /// <summary>The reason the item itself gives.</summary>
    public StatedReason Reason => _reason ??= ReasonReader.Read(this);

    /// <summary>The user story it tells; null where it tells none.</summary>
    public Story? Story => (_story = _story.Read ? _story : (true, StoryReader.Read(this))).Story;

    /// <summary>What is wanted, in the order of reading.</summary>
    public List<Clause> Clauses => _clauses ??= Text.Clauses.Of(this);

    /// <summary>True where words announce an example, or a table, code, a quotation, a picture or a page elsewhere shows one.</summary>
    public bool ShowsExample => Says(Examples) || Array.Exists(Fields, f => f.Prose.Contains(Prose.Blank) || Array.Exists(f.Lines, l => l.Kind == LineKind.TableRow));

    /// <summary>Number of words of prose in all fields.</summary>
    public int WordCount => Title.Words.Length + Description.Words.Length + CriteriaField.Words.Length;

    /// <summary>Words that each reader measures differently.</summary>
    public List<VagueWord> VagueWords(TeamContext team) => _vague ??= Text.VagueWords.In(this, team);

    /// <summary>True where a phrase of a list stands in any field.</summary>
    public bool Says(WordList list) => list.IsIn(Title) || list.IsIn(Description) || list.IsIn(CriteriaField);

    // Ends at the first word that is new, which is near the beginning of most texts.
    private static bool SaysNoMore(Word[] words, Word[] than)
    {
        var known = than.Select(w => w.Lower).ToHashSet(StringComparer.Ordinal);
        return Array.TrueForAll(words, w => known.Contains(w.Lower));
    }
}
