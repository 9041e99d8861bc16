using BacklogHealth.Core.Health.Outcomes;

namespace BacklogHealth.Json;

/// <summary>How likely it is that something befalls an item, were it begun as it stands: what is usual and all parts add up to the chance, but for what lies beyond 0.01 and 0.99.</summary>
internal sealed record ChanceJson(double Chance, double Usual, string Evidence)
{
    /// <summary>What each number of the item added; null where only the chance is asked for.</summary>
    public IReadOnlyList<ChancePartJson>? Parts { get; init; }

    /// <summary>Made from a chance; null where nobody can tell.</summary>
    public static ChanceJson? Of(OutcomeChance? chance) => chance is null ? null
        : new ChanceJson(Math.Round(chance.Chance, 4), Math.Round(chance.Usual, 4), chance.Evidence.ToString())
        {
            Parts = chance.Parts.IsEmpty ? null : [.. chance.Parts.Select(p => new ChancePartJson(p.Name, p.Value ?? 0, p.Adds))],
        };
}

/// <summary>One number of an item, and what it added.</summary>
internal sealed record ChancePartJson(string Name, double Value, double Adds);
