namespace BacklogHealth.Core.Scoring;

/// <summary>An epic that was finished within a year, and long enough ago for something to have come of it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Days">Days since it was finished.</param>
/// <param name="Told">True where something in the tracker tells what came of it.</param>
public sealed record ShippedEpic(string Key, int Days, bool Told);
