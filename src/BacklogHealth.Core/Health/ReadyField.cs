using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Health;

/// <summary>A field that a team may want filled before an item is taken up.</summary>
/// <param name="Name">Its name in settings, for example <c>storyPoints</c>.</param>
/// <param name="IsFilled">True where an item has it.</param>
public sealed record ReadyField(string Name, Func<WorkItemSummary, bool> IsFilled)
{
    /// <summary>What the id of its finding begins with.</summary>
    public const string Family = "FIELD/";

    /// <summary>All of them, in the order in which they are named as missing.</summary>
    public static readonly ImmutableArray<ReadyField> All =
    [
        new("description", i => i.HasDescription),
        new("acceptanceCriteria", i => i.HasCriteria),
        new("storyPoints", i => i.StoryPoints is not null),
        new("parent", i => i.ParentId is not null),
        new("priority", i => i.Priority is not null),
        new("due", i => i.Due is not null),
        new("fixVersion", i => !i.FixVersions.IsEmpty),
        new("labels", i => !i.Labels.IsEmpty),
    ];

    /// <summary>That there is no text which could be scored, which no team needs to ask for.</summary>
    public static Finding NoText { get; } = new ReadyField("text", _ => false).Missing;

    /// <summary>That it is empty, as a finding whose sentences stand with those of the rules.</summary>
    public Finding Missing { get; } = new(Family + Name, Severity.Warning, 0, Score.Clarity, ImmutableSortedDictionary<string, string>.Empty, []);
}
