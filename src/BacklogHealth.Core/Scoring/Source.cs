namespace BacklogHealth.Core.Scoring;

/// <summary>Where a rule comes from.</summary>
/// <param name="Name">A book, paper or page.</param>
/// <param name="Note">Author, year, and whether it is practice or part of a guide.</param>
public sealed record Source(string Name, string Note);
