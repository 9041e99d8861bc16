namespace BacklogHealth.Learning.Sizes;

/// <summary>An estimated item.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Project">Its project: sizes are compared within one.</param>
/// <param name="Example">Its text.</param>
/// <param name="Points">Its estimate, above 0 or 0.</param>
/// <param name="Mark">Its published split mark: train, validation, test; null where it has none.</param>
public sealed record SizeItem(string Key, string Project, Example Example, double Points, string? Mark = null);

/// <summary>What was said of an item that nothing had been learned from, beside what its people had said.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Project">Its project.</param>
/// <param name="Rank">Where it was put among others, 0 to 1.</param>
/// <param name="Points">The estimate that was foretold.</param>
/// <param name="Actual">The estimate that it has.</param>
/// <param name="Median">The simple way: the middle estimate that was known.</param>
public sealed record SizeForecast(string Key, string Project, double Rank, double Points, double Actual, double Median);
