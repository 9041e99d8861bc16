namespace BacklogHealth.Storage;

/// <summary>
/// What was learned of a team about one target: a verdict in every case, and the coefficients where there is a model. The store looks into neither
/// of the two texts.
/// </summary>
/// <param name="Target">What the model tells; a team has one of each.</param>
/// <param name="DataTo">The last day of the data it was learned from.</param>
/// <param name="MadeAt">When it was learned (UTC).</param>
/// <param name="Verdict">What came of the learning.</param>
/// <param name="Coefficients">The model itself; null where there is none.</param>
public sealed record KeptModel(string Target, DateOnly DataTo, DateTimeOffset MadeAt, string Verdict, string? Coefficients);
