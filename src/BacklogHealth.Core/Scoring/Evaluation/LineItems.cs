using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Evaluation;

/// <summary>
/// Makes items of bare stories, one line each. The story is the title and there is no description, as where somebody pastes a list of stories into a
/// tracker: a title's first sentence and a description's are read alike, so that the line breaks no rule by its place.
/// </summary>
public static class LineItems
{
    /// <summary>The item of a line.</summary>
    /// <param name="line">Its number, from 1; the key is made of it.</param>
    /// <param name="text">The story.</param>
    public static WorkItem Of(long line, string text)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"LINE-{line}");
        return new WorkItem
        {
            Id = key,
            Key = key,
            Project = "",
            Type = nameof(WorkItemKind.Story),
            Kind = WorkItemKind.Story,
            Title = text,
            StateId = "",
            OriginalState = "",
            Created = DateTimeOffset.UnixEpoch,
        };
    }
}
