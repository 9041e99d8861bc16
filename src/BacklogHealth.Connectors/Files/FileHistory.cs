using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Files;

/// <summary>
/// The history of an item of a file, made from its dates, since a file holds no changes. A finished item was created not started, began at its start
/// (or, without one, at its end less its minutes in progress), and was finished when it was resolved.
/// </summary>
/// <param name="Created">When it was created; never after any of its changes.</param>
/// <param name="State">The state it is in now.</param>
/// <param name="Changes">Its changes of state, oldest first.</param>
/// <param name="Complete">False where a date was missing or the dates contradict each other.</param>
/// <param name="Meaning">What its state means by its dates; null where only the words can say.</param>
/// <param name="Doubts">What was missing or contradictory.</param>
internal sealed record FileHistory(DateTimeOffset Created, string State, ImmutableArray<FieldChange> Changes, bool Complete, WorkItemState? Meaning, FileDoubts Doubts)
{
    /// <summary>Makes the history of an item.</summary>
    /// <param name="created">When it was created, or its place in the file as an instant.</param>
    /// <param name="createdKnown">True where the file says when.</param>
    /// <param name="status">Its status; null where the file names none.</param>
    /// <param name="started">When work began; null where unknown.</param>
    /// <param name="resolved">When it was resolved; null where it was not, or unknown.</param>
    /// <param name="inProgressMinutes">Minutes in progress; null where unknown.</param>
    public static FileHistory Of(DateTimeOffset created, bool createdKnown, string? status, DateTimeOffset? started, DateTimeOffset? resolved, double? inProgressMinutes)
    {
        var words = status is null ? null : StatusWords.MeaningOf(status);
        var doubts = createdKnown ? FileDoubts.None : FileDoubts.CreatedUnknown;
        if (resolved is null)
        {
            return Unresolved(created, status, words, started, doubts);
        }

        var end = resolved.Value;
        var begin = started ?? (inProgressMinutes > 0 ? Less(end, inProgressMinutes.Value) : null);
        doubts |= begin is null ? FileDoubts.StartUnknown : FileDoubts.None;
        if (begin > end)
        {
            (begin, doubts) = (end, doubts | FileDoubts.DatesContradict);
        }

        if (createdKnown && begin < created && end >= created && started is null)
        {
            // More minutes in progress than the item is old: it was in progress all its life.
            (begin, doubts) = (created, doubts | FileDoubts.DatesContradict);
        }

        var first = Earliest(created, begin, end);
        doubts |= createdKnown && first < created ? FileDoubts.DatesContradict : FileDoubts.None;
        doubts |= words is WorkItemState.NotStarted or WorkItemState.Started ? FileDoubts.StatusContradicts : FileDoubts.None;
        var last = status is null || words is WorkItemState.NotStarted or WorkItemState.Started ? StatusWords.Finished : status;
        ImmutableArray<FieldChange> changes = begin is { } from
            ? [Move(from, StatusWords.NotStarted, StatusWords.Started), Move(end, StatusWords.Started, last)]
            : [Move(end, StatusWords.NotStarted, last)];
        return new FileHistory(first, last, changes, doubts == FileDoubts.None, WorkItemState.Finished, doubts);
    }

    private static FileHistory Unresolved(DateTimeOffset created, string? status, WorkItemState? words, DateTimeOffset? started, FileDoubts doubts)
    {
        if (words == WorkItemState.Finished)
        {
            return new FileHistory(created, status!, [], false, words, doubts | FileDoubts.EndUnknown);
        }

        if (started is { } begin && words != WorkItemState.NotStarted)
        {
            var first = Earliest(created, begin, begin);
            doubts |= first < created && !doubts.HasFlag(FileDoubts.CreatedUnknown) ? FileDoubts.DatesContradict : FileDoubts.None;
            var state = status ?? StatusWords.Started;
            return new FileHistory(first, state, [Move(begin, StatusWords.NotStarted, state)], doubts == FileDoubts.None, WorkItemState.Started, doubts);
        }

        doubts |= words == WorkItemState.Started ? FileDoubts.StartUnknown : started is not null ? FileDoubts.StatusContradicts : FileDoubts.None;
        return new FileHistory(created, status ?? StatusWords.NotStarted, [], doubts == FileDoubts.None, words, doubts);
    }

    private static FieldChange Move(DateTimeOffset at, string from, string to) => new(at, FieldNames.State, new FieldValue(from, from), new FieldValue(to, to));

    private static DateTimeOffset Earliest(DateTimeOffset created, DateTimeOffset? begin, DateTimeOffset end) =>
        new[] { created, begin ?? created, end }.Min();

    private static DateTimeOffset? Less(DateTimeOffset end, double minutes) =>
        minutes < (end - DateTimeOffset.UnixEpoch.AddYears(-70)).TotalMinutes ? end.AddMinutes(-minutes) : null;
}

/// <summary>What the dates and status of a row leave open.</summary>
[Flags]
internal enum FileDoubts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No creation date: the place in the file stands for it.</summary>
    CreatedUnknown = 1,

    /// <summary>Started, or finished, and nothing says when it began.</summary>
    StartUnknown = 2,

    /// <summary>Finished by its status, and nothing says when.</summary>
    EndUnknown = 4,

    /// <summary>Its dates are in an impossible order.</summary>
    DatesContradict = 8,

    /// <summary>Its dates say one thing and its status another; the dates hold where it is resolved.</summary>
    StatusContradicts = 16,
}
