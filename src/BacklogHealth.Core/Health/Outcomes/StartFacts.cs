using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Outcomes;

/// <summary>What was known of an item when work on it began, as numbers: no text, no person.</summary>
/// <param name="Estimate">Its estimate then; null where it had none.</param>
/// <param name="Kind">What it was.</param>
/// <param name="IsReady">True where it met the team's Definition of Ready.</param>
/// <param name="Clarity">Clarity of its text by itself, 0 to 100.</param>
/// <param name="ExpectedSize">How large its text let expect it to be, 0 to 1, by what public projects teach; null where they teach nothing.</param>
/// <param name="Words">Words of its description and criteria.</param>
/// <param name="Findings">Ids of the rules that found something in it.</param>
public sealed record StartFacts(double? Estimate, WorkItemKind Kind, bool IsReady, int Clarity, double? ExpectedSize, int Words, ImmutableArray<string> Findings)
{
    private const double Middle = 0.5;

    private static readonly ImmutableArray<WorkItemKind> Kinds = [WorkItemKind.Story, WorkItemKind.Task, WorkItemKind.Bug, WorkItemKind.Spike];

    /// <summary>
    /// Names of what is read to tell whether it will be edited, questioned or sent back. Each rule by itself as a number of its own did worse: of some
    /// hundred items that met a fate, few were found by the same rule. What stands behind a comma speaks of the same thing as the number before, and readers are told both as one.
    /// </summary>
    public static ImmutableArray<string> ReworkMeasures { get; } = ["ready", "clarity", "length of the text", "length of the text, none", "findings"];

    /// <summary>Names of what is read to tell whether it will stay in progress for long, beside the estimate.</summary>
    public static ImmutableArray<string> RiskMeasures { get; } = ["ready", "clarity", "size by its text", .. Kinds.Select(k => k.ToString().ToLowerInvariant())];

    /// <summary>The name of the estimate among the measures of risk: where a team estimates, it comes first.</summary>
    public const string EstimateMeasure = "estimate";

    /// <summary>Its numbers in the order of <see cref="ReworkMeasures"/>.</summary>
    public double[] ForRework() => [Flag(IsReady), Clarity, Math.Log(1 + Words), Flag(Words == 0), Findings.Length];

    /// <summary>Its numbers in the order of <see cref="RiskMeasures"/>, the estimate first where it is asked for.</summary>
    /// <param name="estimated">True where the model reads the estimate; it counts in logarithms, and one that is missing as 0.</param>
    public double[] ForRisk(bool estimated) =>
    [
        .. estimated ? [Math.Log(1 + Math.Max(0, Estimate ?? 0))] : Array.Empty<double>(),
        Flag(IsReady), Clarity, ExpectedSize ?? Middle, .. Kinds.Select(k => Flag(Kind == k)),
    ];

    private static double Flag(bool holds) => holds ? 1 : 0;
}
