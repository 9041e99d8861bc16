using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Files;

/// <summary>Makes items of finish dates that have nothing else: no text, no start. They count for throughput and are left out of cycle times.</summary>
public static class FinishedItems
{
    private const string Before = "Not finished";
    private const string After = "Finished";

    /// <summary>The workflow that fits such items.</summary>
    public static readonly TrackerProfile Profile = new(
        new Workflow([new WorkflowState(Before, Before, WorkItemState.NotStarted), new WorkflowState(After, After, WorkItemState.Finished)]), [], null, null, ["Finish dates only: there is nothing to score, and no cycle time."]);

    /// <summary>One item a date, in the order of the dates; noon in UTC, which is the same calendar day in nearly every zone.</summary>
    /// <param name="dates">The dates; one may repeat.</param>
    /// <param name="name">Begins every key, for example <c>finished-12</c>.</param>
    public static IEnumerable<WorkItem> Of(IEnumerable<DateOnly> dates, string name)
    {
        ArgumentNullException.ThrowIfNull(dates);
        var number = 0;
        foreach (var date in dates)
        {
            var key = FormattableString.Invariant($"{name}-{++number}");
            var at = new DateTimeOffset(date.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
            yield return new WorkItem
            {
                Id = key,
                Key = key,
                Project = name,
                Type = "Item",
                Kind = WorkItemKind.Other,
                Title = key,
                StateId = After,
                OriginalState = After,
                Created = at,
                Updated = at,
                Stamp = "file",
                HistoryComplete = false,
                // The one thing that is known: the day on which it was finished.
                Changes = [new FieldChange(at, FieldNames.State, new FieldValue(Before, Before), new FieldValue(After, After))],
            };
        }
    }
}
