using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Steps;

/// <summary>What is to be said of a Definition of Ready that asks for what never counts.</summary>
internal static class ReadyNotes
{
    /// <summary>A sentence where a team's Definition of Ready names rules that only hint; none where it does not.</summary>
    public static ImmutableArray<string> Of(Team team)
    {
        var hints = team.Settings.DefinitionOfReady.Where(n => RuleBook.All.Find(n) is { Severity: Severity.Info }).Select(n => n.ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        return hints.Count == 0 ? []
            : [$"{team.Name}: the Definition of Ready names {string.Join(", ", hints)}, whose findings are hints and never count. Name rules that are warnings; `{Product.CommandLine} rules` tells which are."];
    }
}
