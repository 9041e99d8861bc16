using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>
/// What came back after something was finished: a comment that tells of its use, a later item that is linked with it, or, below an epic, a later item
/// with a label such as customer-feedback.
/// </summary>
internal static class Echo
{
    /// <summary>Why nothing can be said where the tracker holds none.</summary>
    public static Sentence NotKept => $"Nothing in the tracker tells of feedback: no comment, no link to a later item, no label; it may be kept elsewhere.";

    // What came of an epic is seldom known at once: some weeks must have passed before it means anything that nothing came back.
    private const int Rest = 28;

    /// <summary>The epics of the last year that were finished four weeks ago or earlier.</summary>
    public static IEnumerable<FlowItem> RestedEpics(DutyData data) => data.FinishedEpics(DutyData.Year).Where(e => e.Finished < data.Ago(Rest));

    /// <summary>When the first one came; null where none has.</summary>
    public static DateTimeOffset? First(DutyData data, FlowItem item)
    {
        if (item.Finished is not { } finished)
        {
            return null;
        }

        var own = Told(data, item, finished).Concat(Linked(data, item, finished));
        var below = item.Item.Kind == WorkItemKind.Epic
            ? data.Tree.WithAllBelow([item]).Where(c => !ReferenceEquals(c, item)).SelectMany(c => Told(data, c, finished).Concat(Linked(data, c, finished)).Concat(c.Item.Created > finished && IsLabelled(data, c) ? [c.Item.Created] : []))
            : [];
        return own.Concat(below).Select(at => (DateTimeOffset?)at).Min();
    }

    /// <summary>True where the tracker holds feedback of any kind within a year.</summary>
    public static bool IsKept(DutyData data) =>
        data.Health.Flow.Any(f => IsLabelled(data, f)) || data.Finished(DutyData.Year).Concat(data.FinishedEpics(DutyData.Year)).Any(f => First(data, f) is not null);

    /// <summary>True where an item carries a label of feedback.</summary>
    public static bool IsLabelled(DutyData data, FlowItem item) => data.FactsOf(item.Item.Id).Labels.Any(l => Remarks.IsFeedbackLabel(l, data.Health.Language));

    private static IEnumerable<DateTimeOffset> Told(DutyData data, FlowItem item, DateTimeOffset after) =>
        data.FactsOf(item.Item.Id).Remarks.Where(r => r.TellsOfUse && r.At > after).Select(r => r.At);

    // Trackers keep no time of links: that of the later item stands for it.
    private static IEnumerable<DateTimeOffset> Linked(DutyData data, FlowItem item, DateTimeOffset after) =>
        data.FactsOf(item.Item.Id).Links.Where(l => Relations.MayTellOfUse(l.Relation)).Select(l => data.ByKey(l.OtherKey)?.Item.Created).OfType<DateTimeOffset>().Where(at => at > after);
}
