namespace BacklogHealth.Core.Scoring;

/// <summary>A day promised for an item, set against what the forecast says of its place in the backlog.</summary>
/// <param name="Due">The promised day.</param>
/// <param name="Place">How many items are done once it is, those begun and those before it in the backlog included; 1 or more.</param>
/// <param name="Chance">Chance that so many are done on or before the day, 0 to 1.</param>
public sealed record DueOutlook(DateOnly Due, int Place, double Chance);
