using System.Collections.Immutable;
using BacklogHealth.Core.Flow;

namespace BacklogHealth.Core.Forecasting;

/// <summary>A past point in time.</summary>
/// <param name="AsOf">First day of the horizon.</param>
/// <param name="Known">What was known then: finished items a day, the days before it.</param>
public sealed record PastPoint(DateOnly AsOf, DailyCounts Known);

/// <summary>"At least so many items", with the chance that the forecast itself gave it.</summary>
/// <param name="Asked">The chance that was asked for, 0 to 1, exclusive.</param>
/// <param name="Items">The largest k with P(X ≥ k) ≥ <paramref name="Asked"/>; never 0.</param>
/// <param name="Chance">P(X ≥ <paramref name="Items"/>): items are whole, so it is what was asked for or more.</param>
public sealed record SaidChance(double Asked, int Items, double Chance);

/// <summary>What a forecaster said at a past point.</summary>
/// <param name="AtLeast">"At least" at 50, 70, 85 and 95 %, without "0 or more".</param>
/// <param name="Chances">The same at each of <see cref="Backtest.Asked"/>, with the chance it had.</param>
/// <param name="Crps">Mean over the quantile levels 1 to 99 % of twice the pinball loss, in items; smaller is better.</param>
public sealed record SaidHowMany(ImmutableArray<AtLeast> AtLeast, ImmutableArray<SaidChance> Chances, double Crps);

/// <summary>One past point of "how many", with what came.</summary>
/// <param name="AsOf">First day of the horizon; known were the days before it.</param>
/// <param name="Days">Length of the horizon in calendar days.</param>
/// <param name="Actual">Items finished within it.</param>
/// <param name="Quantiles">99 whole numbers: the i-th (from 0) is the smallest k with P(X ≤ k) ≥ (i + 1) %.</param>
/// <param name="Said">What was said.</param>
/// <param name="Naive">What the usual method says of the same point.</param>
public sealed record HowManyPoint(DateOnly AsOf, int Days, int Actual, ImmutableArray<int> Quantiles, SaidHowMany Said, SaidHowMany Naive);

/// <summary>One past point of "when", with what came.</summary>
/// <param name="AsOf">First day of the horizon; known were the days before it.</param>
/// <param name="Items">Number of items asked about.</param>
/// <param name="Actual">Day on which the last of them was finished; null where the data end before.</param>
/// <param name="By">Days said at 50, 70, 85 and 95 %; a probability not reached within the longest horizon is left out.</param>
/// <param name="NaiveBy">What the usual method says of the same point.</param>
public sealed record WhenPoint(DateOnly AsOf, int Items, DateOnly? Actual, ImmutableArray<DoneBy> By, ImmutableArray<DoneBy> NaiveBy);
