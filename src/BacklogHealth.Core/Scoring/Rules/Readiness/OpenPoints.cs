using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>What the rules on open questions share: since when something stands in a text, and which comments nobody has answered.</summary>
internal static class OpenPoints
{
    /// <summary>Days, from 0, between an instant and the team's day.</summary>
    public static int Days(DateTimeOffset at, TeamContext team) => Math.Max(0, team.Today.DayNumber - DateOnly.FromDateTime(at.UtcDateTime).DayNumber);

    /// <summary>When words came into the description: with the change that brought them; else with the item.</summary>
    public static DateTimeOffset Since(WorkItem item, string words)
    {
        var since = item.Created;
        foreach (var change in item.Changes)
        {
            if (change.Field == FieldNames.Description && Holds(change.To, words) && !Holds(change.From, words))
            {
                since = change.At;
            }
        }

        return since;
    }

    /// <summary>
    /// The comments at the end that one person wrote after everybody else, oldest first: what they ask is not answered. None where the author is
    /// unknown, where the item is finished, or where the description was changed later.
    /// </summary>
    public static IEnumerable<Comment> NotAnswered(WorkItem item, TeamContext team)
    {
        var comments = item.Comments;
        if (comments.IsEmpty || comments[^1].AuthorId is not { } author || team.StateOf(item) == WorkItemState.Finished)
        {
            return [];
        }

        var first = comments.Length - 1;
        while (first > 0 && string.Equals(comments[first - 1].AuthorId, author, StringComparison.Ordinal))
        {
            first--;
        }

        var changed = item.Changes.LastOrDefault(c => c.Field is FieldNames.Description or FieldNames.AcceptanceCriteria)?.At ?? DateTimeOffset.MinValue;
        return comments.Skip(first).Where(c => c.At > changed);
    }

    /// <summary>True where a comment speaks to somebody.</summary>
    public static bool Mentions(Comment comment) =>
        comment.Text.Spans.Any(s => s.Kind == TextKind.Mention) || comment.Text.Plain.Contains("[~", StringComparison.Ordinal) || HasAt(comment.Text.Plain);

    private static bool Holds(FieldValue? value, string words) => value?.Text.Contains(words, StringComparison.Ordinal) == true;

    // "@ann" at the start of a word; an address has something before its sign.
    private static bool HasAt(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if ((at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] == '(') && at + 1 < text.Length && char.IsLetter(text[at + 1]))
            {
                return true;
            }
        }

        return false;
    }
}
