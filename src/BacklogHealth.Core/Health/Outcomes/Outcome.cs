using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Outcomes;

/// <summary>What happened to an item between the first start of work on it and its last finish.</summary>
/// <param name="Edited">True where words of its title, description or criteria were changed; a tick or another form of the same words changes none.</param>
/// <param name="Asked">True where somebody asked a question in a comment.</param>
/// <param name="SentBack">True where it went back to what is not begun, or was finished and taken up again. A step back between two states of work is ordinary.</param>
public readonly record struct Outcome(bool Edited, bool Asked, bool SentBack)
{
    private static readonly string[] Texts = [FieldNames.Title, FieldNames.Description, FieldNames.AcceptanceCriteria];

    /// <summary>True where any of it happened: the item was not as clear as whoever began it thought.</summary>
    public bool IsRework => Edited || Asked || SentBack;

    /// <summary>The outcome of an item; null where it is not finished, was never begun, or its history is not whole.</summary>
    /// <param name="item">The item as stored.</param>
    /// <param name="flow">The same item as the flow measures see it.</param>
    /// <param name="workflow">The team's workflow.</param>
    /// <param name="language">ISO 639-1 code of the team's language.</param>
    public static Outcome? Of(WorkItem item, FlowItem flow, Workflow workflow, string language)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(flow);
        if (flow is not { Started: { } started, Finished: { } finished, Item.Complete: true })
        {
            return null;
        }

        return new Outcome(
            item.Changes.Any(c => Meanwhile(c.At) && Texts.Contains(c.Field) && TextEdit.ChangesWords(c.From?.Text, c.To?.Text)),
            item.Comments.Any(c => Meanwhile(c.At) && Remarks.Asks(c.Text, language)),
            WentBack(flow.Item, workflow, finished));

        bool Meanwhile(DateTimeOffset at) => at > started && at < finished;
    }

    private static bool WentBack(ItemHistory item, Workflow workflow, DateTimeOffset finished)
    {
        var before = WorkItemState.NotStarted;
        foreach (var (entry, meaning, _) in Meanings.Of(item, workflow, finished))
        {
            if (!entry.Reset && ((before == WorkItemState.Started && meaning == WorkItemState.NotStarted) || (before == WorkItemState.Finished && meaning != WorkItemState.Finished)))
            {
                return true;
            }

            before = meaning;
        }

        return false;
    }
}
