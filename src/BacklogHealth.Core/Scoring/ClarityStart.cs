using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring;

/// <summary>Something that an item says and that makes it clear.</summary>
/// <param name="What">What it does, for example "gives its reason".</param>
/// <param name="Points">What that is worth, 1 or more.</param>
public sealed record Strength(string What, int Points);

/// <summary>
/// Where clarity begins. That no rule finds anything does not make an item clear: it begins in the middle, at 60, and higher for what it says, up to
/// 100. What is looked for depends on its kind, since a bug is clear by other things than a story.
/// </summary>
public static class ClarityStart
{
    /// <summary>The start of an item that says nothing of what is looked for.</summary>
    public const int Middle = 60;

    /// <summary>The start of an item with some strengths, 60 to 100.</summary>
    public static int Of(ImmutableArray<Strength> strengths) => Middle + strengths.Sum(s => s.Points);

    /// <summary>What speaks for an item, in the order in which it is told.</summary>
    internal static ImmutableArray<Strength> StrengthsOf(ItemReading item) => item.Item.Kind switch
    {
        WorkItemKind.Bug =>
        [
            .. Where(BugReader.ListsSteps(item), "lists the steps", 20),
            .. Where(BugReader.SaysWhatWasExpected(item), "says what was expected", 10),
            .. Where(BugReader.ShowsTrace(item), "shows a log, code or a picture", 10),
        ],
        WorkItemKind.Spike => [.. Where(SpikeReader.Asks(item), "asks a question", 20), .. Where(SpikeReader.EndsInTime(item), "says when it ends", 20)],
        _ =>
        [
            .. Where(item.Criteria.Stated, "says how it will be checked", 15),
            .. Where(item.Reason.Given || item.ReasonAbove, "gives its reason", 10),
            .. Where(item.ShowsExample, "shows an example", 10),
            .. Where(item.Story is { Role.IsEmpty: false }, "says who wants it", 5),
        ],
    };

    private static ImmutableArray<Strength> Where(bool isSo, string what, int points) => isSo ? [new Strength(what, points)] : [];
}
