using System.Collections.Immutable;
using BacklogHealth.Core.Models;

namespace BacklogHealth.Core.Scoring.Sizes;

/// <summary>How large an item is likely to be among those of its team, as its text lets expect.</summary>
/// <param name="Rank">Its place among others by that expectation, 0 for the smallest to 1 for the largest.</param>
/// <param name="Expected">The share of the team's items that it is expected to be larger than, 0 to 1: as far from the middle as the evidence carries, no further.</param>
/// <param name="Points">The team's own estimate at <paramref name="Expected"/>; null where too few items have one.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record SizeEstimate(double Rank, double Expected, double? Points, ModelEvidence Evidence);

/// <summary>Why: the start and all parts add up to <see cref="SizeEstimate.Expected"/>, but for what lies below 0 or above 1.</summary>
/// <param name="Start">What is expected of an item whatever it says.</param>
/// <param name="Parts">What each word and each number of the text added, the strongest first.</param>
public sealed record SizeReasons(double Start, ImmutableArray<Part> Parts);
