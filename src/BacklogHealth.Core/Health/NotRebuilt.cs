using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>What could not be rebuilt of a day in the past, as sentences with counts.</summary>
public static class NotRebuilt
{
    /// <summary>The sentences; none where all is known.</summary>
    /// <param name="missing">How many open items lack each entry of <see cref="PastItem.NotRebuilt"/>.</param>
    /// <param name="open">Open items, 0 or more.</param>
    /// <param name="fromFile">True where the items come from files.</param>
    public static ImmutableArray<Sentence> Say(IEnumerable<KeyValuePair<string, int>> missing, int open, bool fromFile)
    {
        var said = missing.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => Say(m.Key, m.Value, open, fromFile));
        return fromFile ? [.. said, $"Files hold no history of texts: titles and descriptions are as they were when the file was written."] : [.. said];
    }

    private static Sentence Say(string field, int items, int open, bool fromFile) => field switch
    {
        PastState.History when fromFile => $"Of {items} of {open:# open item|# open items} the file has no clear dates of start and end; {items:it stands|they stand} as far as it reaches.",
        PastState.History => $"Of {items} of {open:# open item|# open items} only part of the history is there; {items:it stands|they stand} as far as it reaches.",
        _ => $"For want of history, {items} of {open:# open item|# open items} {items:has|have} today's value of a field: {Name(field)}.",
    };

    private static Sentence Name(string field) => field switch
    {
        FieldNames.State => $"state",
        FieldNames.Title => $"title",
        FieldNames.Description => $"description",
        FieldNames.AcceptanceCriteria => $"acceptance criteria",
        FieldNames.Sprint => $"sprint",
        FieldNames.Parent => $"parent",
        FieldNames.StoryPoints => $"estimate",
        FieldNames.Rank => $"place in the backlog",
        FieldNames.Type or FieldNames.Kind => $"type",
        FieldNames.Key => $"key",
        FieldNames.Project => $"project",
        FieldNames.Resolution => $"resolution",
        FieldNames.Priority => $"priority",
        FieldNames.Due => $"due day",
        FieldNames.Labels => $"labels",
        FieldNames.FixVersion => $"release",
        FieldNames.Flagged => $"mark as blocked",
        FieldNames.Team => $"team",
        _ => Sentence.Data(field),
    };
}
