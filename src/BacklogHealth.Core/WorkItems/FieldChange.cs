namespace BacklogHealth.Core.WorkItems;

/// <summary>One change of one field.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Field">A name of <see cref="FieldNames"/>, or the tracker's own where the product has none.</param>
/// <param name="From">The value before; null where there was none.</param>
/// <param name="To">The value after; null where there is none.</param>
/// <param name="AuthorId">Opaque account id of who changed it; null where unknown.</param>
public sealed record FieldChange(DateTimeOffset At, string Field, FieldValue? From, FieldValue? To, string? AuthorId = null);

/// <summary>A value as a history keeps it.</summary>
/// <param name="Text">What people saw. For the fields that hold texts: the plain text.</param>
/// <param name="Id">The tracker's id of the value (status, sprint, parent); null where it has none. Several ids are joined by ", ".</param>
/// <param name="Structure">For texts: what <see cref="StructuredText.EncodeSpans"/> gave; else null.</param>
public sealed record FieldValue(string Text, string? Id = null, string? Structure = null)
{
    /// <summary>The value of a text field.</summary>
    public static FieldValue Of(StructuredText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text.Plain, null, text.EncodeSpans());
    }

    /// <summary>The value read as a text with its structure.</summary>
    public StructuredText AsStructuredText() => StructuredText.Decode(Text, Structure);
}

/// <summary>The product's own names of fields whose history it reads.</summary>
public static class FieldNames
{
    /// <summary>The tracker's state; ids are state ids.</summary>
    public const string State = "state";

    /// <summary>The title.</summary>
    public const string Title = "title";

    /// <summary>The description.</summary>
    public const string Description = "description";

    /// <summary>The acceptance criteria, where they are a field of their own.</summary>
    public const string AcceptanceCriteria = "acceptanceCriteria";

    /// <summary>Sprint membership; ids are sprint ids joined by ", ".</summary>
    public const string Sprint = "sprint";

    /// <summary>The parent; the id is the parent's id, the text its key.</summary>
    public const string Parent = "parent";

    /// <summary>The estimate; the text is an invariant number.</summary>
    public const string StoryPoints = "storyPoints";

    /// <summary>Backlog order.</summary>
    public const string Rank = "rank";

    /// <summary>The type.</summary>
    public const string Type = "type";

    /// <summary>
    /// What the type is for, where the tracker's own levels tell more than the type's name; the text is the name of a <see cref="WorkItemKind"/>. Stands
    /// before the change of the type that it comes with. Without it, the kind before is read from the name of the type before.
    /// </summary>
    public const string Kind = "kind";

    /// <summary>The key, after a move.</summary>
    public const string Key = "key";

    /// <summary>The project, after a move; where keys begin with the project, the change of the key tells it, and this one is not needed.</summary>
    public const string Project = "project";

    /// <summary>The resolution.</summary>
    public const string Resolution = "resolution";

    /// <summary>The priority.</summary>
    public const string Priority = "priority";

    /// <summary>The due date, as an ISO date.</summary>
    public const string Due = "due";

    /// <summary>Labels, joined by a space. A space within a label is written as a no-break space (U+00A0), and read as a space again.</summary>
    public const string Labels = "labels";

    /// <summary>Whether it is flagged as blocked; the text is the flag's name, null where it is taken away.</summary>
    public const string Flagged = "flagged";

    /// <summary>The team it is given to.</summary>
    public const string Team = "team";

    /// <summary>Names of releases; each change adds (To) or takes away (From) one.</summary>
    public const string FixVersion = "fixVersion";
}
