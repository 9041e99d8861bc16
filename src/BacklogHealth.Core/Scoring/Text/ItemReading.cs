using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>One item's texts, parsed once for all rules.</summary>
internal sealed class ItemReading
{
    private readonly Lazy<StatedCriteria> _criteria;
    private readonly Lazy<StatedReason> _reason;

    public ItemReading(WorkItem item, LanguageWords language, bool reasonAbove = false)
    {
        (Item, Language, ReasonAbove) = (item, language, reasonAbove);
        Title = TextReading.Of("title", new StructuredText(item.Title, []), language);
        Description = TextReading.Of("description", item.Description, language);
        CriteriaField = TextReading.Of("acceptanceCriteria", item.AcceptanceCriteria, language);
        _criteria = new(() => CriteriaReader.Read(this));
        _reason = new(() => ReasonReader.Read(this));
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
    public IEnumerable<TextReading> Fields => [Title, Description, CriteriaField];

    /// <summary>Acceptance criteria wherever they stand.</summary>
    public StatedCriteria Criteria => _criteria.Value;

    /// <summary>The reason the item itself gives.</summary>
    public StatedReason Reason => _reason.Value;

    /// <summary>Number of words of prose in all fields.</summary>
    public int WordCount => Title.Words.Count + Description.Words.Count + CriteriaField.Words.Count;
}
