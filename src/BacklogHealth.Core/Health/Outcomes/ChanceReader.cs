using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Outcomes;

/// <summary>What is likely to befall an item that is not begun yet, were it begun as it stands.</summary>
/// <param name="Rework">That it is edited, asked about or sent back; null where nobody can tell.</param>
/// <param name="Risk">That it stays in progress for longer than 85 of 100 items; null where nobody can tell.</param>
public sealed record ItemChances(OutcomeChance? Rework, OutcomeChance? Risk);

/// <summary>Tells what is likely to befall items by what was learned of a team's own. Safe for several threads.</summary>
public sealed class ChanceReader
{
    private readonly StartReader _reader;
    private readonly OutcomeModel? _rework;
    private readonly OutcomeModel? _risk;

    private ChanceReader(StartReader reader, OutcomeModel? rework, OutcomeModel? risk) => (_reader, _rework, _risk) = (reader, rework, risk);

    /// <summary>A reader for a team; null where nothing can be told of any item.</summary>
    /// <param name="learned">What was learned of it.</param>
    /// <param name="team">What the team says of rules.</param>
    /// <param name="ready">The team's Definition of Ready.</param>
    public static ChanceReader? Of(OwnModels learned, TeamContext team, DefinitionOfReady ready)
    {
        ArgumentNullException.ThrowIfNull(learned);
        var (rework, risk) = (learned.Outcomes(ModelTargets.Rework), learned.Outcomes(ModelTargets.Risk));
        return rework is null && risk is null ? null : new ChanceReader(new StartReader(team, ready), rework, risk);
    }

    /// <summary>The chances of an item; null where its text cannot be read, or no model speaks of it.</summary>
    /// <param name="item">The item as it stands.</param>
    /// <param name="withParts">True to tell what each number added.</param>
    public ItemChances? Of(WorkItem item, bool withParts = false) =>
        _reader.Now(item) is { } facts && new ItemChances(_rework?.Of(facts, withParts), _risk?.Of(facts, withParts)) is var chances && (chances.Rework ?? chances.Risk) is not null ? chances : null;
}
