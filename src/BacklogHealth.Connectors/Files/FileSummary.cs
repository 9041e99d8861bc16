using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Files;

/// <summary>What one pass over a file saw: the statuses and what they mean, the sprints, and what was left open.</summary>
internal sealed class FileSummary(string file)
{
    private static readonly FileDoubts[] Doubts = Enum.GetValues<FileDoubts>();

    private readonly Dictionary<string, (string Name, int[] ByDates)> _statuses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (int Order, int Items, int Begun, int Finished)> _sprints = new(StringComparer.Ordinal);
    private readonly Dictionary<FileDoubts, int> _doubts = [];
    private int _items;
    private int _withoutType;

    /// <summary>Lines that held bytes which are no text in the file's encoding.</summary>
    public int UnreadableLines { get; set; }

    /// <summary>Counts an item.</summary>
    public void Add(WorkItem item, FileHistory history, bool hasType, string? status)
    {
        _items++;
        _withoutType += hasType ? 0 : 1;
        See(history.State, history.Meaning);
        if (status is not null && status != history.State)
        {
            See(status, null);
        }

        foreach (var doubt in history.Doubts == FileDoubts.None ? [] : Doubts)
        {
            if (doubt != FileDoubts.None && history.Doubts.HasFlag(doubt))
            {
                _doubts[doubt] = _doubts.GetValueOrDefault(doubt) + 1;
            }
        }

        foreach (var sprint in item.SprintIds)
        {
            var seen = _sprints.GetValueOrDefault(sprint, (_sprints.Count, 0, 0, 0));
            var begun = history.Meaning is WorkItemState.Started or WorkItemState.Finished ? 1 : 0;
            var finished = history.Meaning == WorkItemState.Finished ? 1 : 0;
            _sprints[sprint] = (seen.Item1, seen.Item2 + 1, seen.Item3 + begun, seen.Item4 + finished);
        }
    }

    /// <summary>What a tracker would say of itself.</summary>
    public TrackerProfile Profile() => new(Workflow(), Sprints(), null, null, Notes());

    private void See(string status, WorkItemState? byDates)
    {
        if (!_statuses.TryGetValue(status, out var seen))
        {
            _statuses[status] = seen = (status, new int[Enum.GetValues<WorkItemState>().Length]);
        }

        if (byDates is { } state)
        {
            seen.ByDates[(int)state]++;
        }
    }

    // Words first; where they say nothing, what the dates of most of its items show, the furthest of equals.
    private Workflow Workflow()
    {
        See(StatusWords.NotStarted, null);
        See(StatusWords.Started, null);
        See(StatusWords.Finished, null);
        return new Workflow(_statuses.Values
            .Select(s => new WorkflowState(s.Name, s.Name, StatusWords.MeaningOf(s.Name) ?? (s.ByDates.Max() == 0 ? WorkItemState.NotStarted : (WorkItemState)Array.LastIndexOf(s.ByDates, s.ByDates.Max()))))
            .OrderBy(s => s.State).ThenBy(s => s.Name, StringComparer.Ordinal));
    }

    // A file says nothing of sprints but their names: their items tell whether they are over.
    private ImmutableArray<Sprint> Sprints() =>
    [
        .. _sprints.OrderBy(s => s.Value.Order).Select(s => new Sprint(
            s.Key, s.Key, null,
            s.Value.Finished == s.Value.Items ? SprintPhase.Closed : s.Value.Begun == 0 ? SprintPhase.Future : SprintPhase.Active,
            null, null, null)),
    ];

    private ImmutableArray<string> Notes()
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        void Note(int count, string what)
        {
            if (count > 0)
            {
                notes.Add(FormattableString.Invariant($"{file}: {count} of {_items} items {what}"));
            }
        }

        Note(_doubts.GetValueOrDefault(FileDoubts.CreatedUnknown), FormattableString.Invariant($"have no creation date; their order in the file stands for it, from {RowItems.FileOrderStart:yyyy-MM-dd} on or behind the row before, and they are left out of cycle times."));
        Note(_doubts.GetValueOrDefault(FileDoubts.StartUnknown), "have no start date, nor minutes in progress that tell it; they are left out of cycle times.");
        Note(_doubts.GetValueOrDefault(FileDoubts.EndUnknown), "are finished by their status and nothing says when; they are left out of throughput, forecasts and cycle times.");
        Note(_doubts.GetValueOrDefault(FileDoubts.DatesContradict), "have dates in an impossible order; they are left out of cycle times.");
        Note(_doubts.GetValueOrDefault(FileDoubts.StatusContradicts), "have a status that their dates contradict; a resolved one counts as finished.");
        Note(_withoutType, "have no type; they are read as stories.");
        if (UnreadableLines > 0)
        {
            notes.Add(FormattableString.Invariant($"{file}: {UnreadableLines} lines hold '\uFFFD', which stands for a character that could not be read. Where the file is not UTF-8, save it as UTF-8."));
        }

        return notes.ToImmutable();
    }
}
