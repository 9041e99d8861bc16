using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Health;

/// <summary>
/// A team's Definition of Ready: rules that find nothing and fields that are filled. A guideline, not a gate. Findings that are only hints never
/// count. An item that was not scored is not called ready, since nobody looked.
/// </summary>
/// <param name="Needs">Ids of rules and names of <see cref="ReadyField"/>s; whatever their case.</param>
public sealed record DefinitionOfReady(ImmutableArray<string> Needs)
{
    /// <summary>What holds where a team has said nothing: a description, a telling title, acceptance criteria, no placeholders.</summary>
    public static readonly DefinitionOfReady Default = new(["CL001", "CL002", "CL004", "CL006"]);

    /// <summary>What it says of an item.</summary>
    /// <param name="item">The item's facts.</param>
    /// <param name="score">Its scores.</param>
    /// <param name="missingName">Short name of what a finding says is missing.</param>
    public Readiness Of(WorkItemSummary item, ItemScore score, Func<Finding, string> missingName)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(missingName);
        if (!score.Scored)
        {
            return new Readiness(false, [missingName(ReadyField.NoText)], [ReadyField.NoText]);
        }

        ImmutableArray<Finding> lacks =
        [
            .. score.Findings
                .Where(f => f.Severity != Severity.Info && Needs.Contains(f.RuleId, StringComparer.OrdinalIgnoreCase))
                .DistinctBy(f => f.RuleId, StringComparer.Ordinal),
            .. ReadyField.All.Where(f => Needs.Contains(f.Name, StringComparer.OrdinalIgnoreCase) && !f.IsFilled(item)).Select(f => f.Missing),
        ];
        return new Readiness(lacks.IsEmpty, [.. lacks.Select(missingName)], lacks);
    }
}
