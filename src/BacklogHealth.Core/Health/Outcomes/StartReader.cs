using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Outcomes;

/// <summary>
/// Reads items as they stood when work on them began: each by itself, since what stood beside it in the backlog of that day is not kept. Nothing later can
/// get in: the item is rebuilt by its history first. Safe for several threads.
/// </summary>
/// <param name="team">What the team says of rules. Its mutes hide nothing here: what a text says, it says.</param>
/// <param name="ready">The team's Definition of Ready.</param>
public sealed class StartReader(TeamContext team, DefinitionOfReady ready)
{
    // What is learned of a team's own sizes rests on the same items, and would know their end.
    private readonly Scorer _scorer = new(
        RuleBook.All, team with { Mutes = [], MuteLabelPrefix = "", MinimumSeverity = Severity.Info }, BacklogIndex.Empty,
        SizeModel.Of(team.Language, team.Language == SizeModel.PublicLanguage ? SizeModel.Shipped : null));

    /// <summary>An item as it stood at an instant of the past; known is what happened before it.</summary>
    /// <param name="item">The item with its whole history.</param>
    /// <param name="asOf">The instant.</param>
    /// <returns>Null where it was not there, could not be rebuilt, or has no text that rules read.</returns>
    public StartFacts? At(WorkItem item, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(item);
        return PastState.Rebuild(item, asOf) is { NotRebuilt.IsEmpty: true, Item: var then } ? Now(then) : null;
    }

    /// <summary>An item as it stands, as if work on it began now; null where it has no text that rules read.</summary>
    public StartFacts? Now(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var (score, reading) = _scorer.ScoreAndRead(item);
        if (reading is null)
        {
            return null;
        }

        // Rules that compare items have nothing to compare with here.
        var findings = score.Findings.Where(f => RuleBook.All.Find(f.RuleId) is ItemRule).ToImmutableArray();
        return new StartFacts(
            item.StoryPoints, item.Kind, ready.Of(WorkItemSummary.Of(item), score, _ => "").IsReady,
            Scorer.Sum(findings, Score.Clarity, ClarityStart.Of(score.Strengths)), score.ExpectedSize?.Expected,
            reading.Description.Words.Length + reading.CriteriaField.Words.Length, [.. findings.Select(f => f.RuleId)]);
    }
}
