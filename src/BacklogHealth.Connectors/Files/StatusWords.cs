using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Files;

/// <summary>What the name of a status says of where an item stands. A file has no categories beside the names, so the words decide.</summary>
internal static class StatusWords
{
    /// <summary>The state that an item of a file is created in, where its own status says that it went on since.</summary>
    public const string NotStarted = "To Do";

    /// <summary>The state that an item of a file went through, where its own status says that it is finished.</summary>
    public const string Started = "In Progress";

    /// <summary>The state of a resolved item whose own status is none or says otherwise.</summary>
    public const string Finished = "Done";

    // Read from the top: the first phrase that the name holds decides, so the longer and stricter ones stand first.
    private static readonly (string Words, WorkItemState State)[] Phrases =
    [
        ("not done", WorkItemState.NotStarted), ("not started", WorkItemState.NotStarted), ("to do", WorkItemState.NotStarted), ("todo", WorkItemState.NotStarted),
        ("ready for test", WorkItemState.Started), ("ready for review", WorkItemState.Started), ("ready for release", WorkItemState.Started),
        ("ready for deploy", WorkItemState.Started), ("ready for qa", WorkItemState.Started), ("ready to test", WorkItemState.Started),
        ("ready to release", WorkItemState.Started), ("ready to deploy", WorkItemState.Started), ("ready to merge", WorkItemState.Started),
        ("ready", WorkItemState.NotStarted), ("selected", WorkItemState.NotStarted), ("planned", WorkItemState.NotStarted),
        ("in progress", WorkItemState.Started), ("in review", WorkItemState.Started), ("in test", WorkItemState.Started), ("in development", WorkItemState.Started),
        ("in qa", WorkItemState.Started), ("reopen", WorkItemState.NotStarted), ("won't", WorkItemState.Finished), ("wont", WorkItemState.Finished),
        ("done", WorkItemState.Finished), ("closed", WorkItemState.Finished), ("resolved", WorkItemState.Finished), ("complete", WorkItemState.Finished),
        ("finished", WorkItemState.Finished), ("released", WorkItemState.Finished), ("deployed", WorkItemState.Finished), ("accepted", WorkItemState.Finished),
        ("rejected", WorkItemState.Finished), ("invalid", WorkItemState.Finished), ("duplicate", WorkItemState.Finished), ("cancelled", WorkItemState.Finished),
        ("canceled", WorkItemState.Finished), ("declined", WorkItemState.Finished), ("removed", WorkItemState.Finished), ("obsolete", WorkItemState.Finished),
        ("progress", WorkItemState.Started), ("review", WorkItemState.Started), ("testing", WorkItemState.Started), ("test", WorkItemState.Started),
        ("doing", WorkItemState.Started), ("active", WorkItemState.Started), ("started", WorkItemState.Started), ("developing", WorkItemState.Started),
        ("development", WorkItemState.Started), ("implement", WorkItemState.Started), ("blocked", WorkItemState.Started), ("verif", WorkItemState.Started),
        ("open", WorkItemState.NotStarted), ("new", WorkItemState.NotStarted), ("backlog", WorkItemState.NotStarted),
        ("proposed", WorkItemState.NotStarted), ("approved", WorkItemState.NotStarted), ("created", WorkItemState.NotStarted),
        ("triage", WorkItemState.NotStarted), ("refinement", WorkItemState.NotStarted), ("draft", WorkItemState.NotStarted),
    ];

    /// <summary>What the name says; null where it says nothing.</summary>
    public static WorkItemState? MeaningOf(string status)
    {
        foreach (var (words, state) in Phrases)
        {
            // From the beginning of a word on, so that "renewed" is not "new" and "incomplete" not "complete".
            for (var at = status.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = status.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (at == 0 || !char.IsLetter(status[at - 1]))
                {
                    return state;
                }
            }
        }

        return null;
    }
}
