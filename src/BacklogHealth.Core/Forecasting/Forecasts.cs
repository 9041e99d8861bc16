using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Forecasting;

/// <summary>"At least this many items", with the probability that it holds.</summary>
/// <param name="Probability">0 to 1, exclusive.</param>
/// <param name="Items">The largest k with P(X ≥ k) ≥ probability; never 0 ("0 or more" says nothing and is left out).</param>
public sealed record AtLeast(double Probability, int Items);

/// <summary>"Done by this day", with the probability that it holds.</summary>
/// <param name="Probability">0 to 1, exclusive.</param>
/// <param name="Date">The last day of the shortest horizon with P(X ≥ items) ≥ probability.</param>
/// <param name="Days">Length of that horizon in calendar days, 1 or more.</param>
public sealed record DoneBy(double Probability, DateOnly Date, int Days);

/// <summary>The history a forecast rests on.</summary>
/// <param name="From">First day.</param>
/// <param name="To">The day behind the last.</param>
/// <param name="Items">Finished items in it.</param>
/// <param name="ActiveDays">Days with at least one finished item.</param>
public sealed record HistoryUsed(DateOnly From, DateOnly To, int Items, int ActiveDays);

/// <summary>How often statements of one probability came true when made at past points of the same history.</summary>
/// <param name="Probability">What was said.</param>
/// <param name="Times">How often it held.</param>
/// <param name="Of">How often it was said.</param>
public sealed record HeldBefore(double Probability, int Times, int Of)
{
    /// <summary>Where the true share lies with 95 % certainty, were the statements independent (Wilson's interval); statements about overlapping days are less certain than that. 0 to 1 where nothing was said.</summary>
    public (double From, double To) Interval => Within(1.959964);

    /// <summary>Wilson's interval of the true share, so many standard deviations to either side; 0 to 1 where nothing was said.</summary>
    internal (double From, double To) Within(double deviations)
    {
        if (Of == 0)
        {
            return (0, 1);
        }

        var (share, z) = ((double)Times / Of, deviations);
        var middle = (share + (z * z / (2 * Of))) / (1 + (z * z / Of));
        var half = z * Math.Sqrt((share * (1 - share) / Of) + (z * z / (4.0 * Of * Of))) / (1 + (z * z / Of));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}

/// <summary>What the usual method says of the same question, to stand beside.</summary>
/// <param name="AtLeast">"How many", as in <see cref="Forecast.AtLeast"/>.</param>
/// <param name="By">"When", as in <see cref="Forecast.By"/>.</param>
/// <param name="Probability">"Chance", as in <see cref="Forecast.Probability"/>.</param>
public sealed record UsualAnswer(ImmutableArray<AtLeast> AtLeast, ImmutableArray<DoneBy> By, double? Probability);

/// <summary>The question a forecast answers.</summary>
public enum ForecastQuestion
{
    /// <summary>How many items will be finished within so many days?</summary>
    HowMany,

    /// <summary>When will so many items be finished?</summary>
    When,

    /// <summary>How likely are so many items within so many days?</summary>
    Chance,
}

/// <summary>
/// One forecast: three views of one distribution. Where the history cannot carry it, <see cref="WhyNot"/> says so and there are no numbers.
/// </summary>
public sealed record Forecast
{
    /// <summary>The question.</summary>
    public required ForecastQuestion Question { get; init; }

    /// <summary>First day of the horizon; known are the days before it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Length of the horizon in calendar days; null for "when".</summary>
    public int? Days { get; init; }

    /// <summary>Number of items asked about; null for "how many".</summary>
    public int? Items { get; init; }

    /// <summary>Days off within the horizon asked about, on which nothing is expected; for "when", up to the day said at 85 %, 0 where none is said.</summary>
    public int DaysOff { get; init; }

    /// <summary>"How many": 50, 70, 85 and 95 %, as far as they say more than "0 or more".</summary>
    public ImmutableArray<AtLeast> AtLeast { get; init; } = [];

    /// <summary>"When": 50, 70, 85 and 95 %; a probability that is not reached within the longest horizon is left out.</summary>
    public ImmutableArray<DoneBy> By { get; init; } = [];

    /// <summary>"When": twenty futures, the k-th from 1 at probability k / 20 and the last at 97.5 %, so that k of 20 end by its day; null for a future beyond the longest horizon.</summary>
    public ImmutableArray<DateOnly?> Dots { get; init; } = [];

    /// <summary>"Chance": P(X ≥ items), 0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>What it rests on; null where there was nothing.</summary>
    public HistoryUsed? History { get; init; }

    /// <summary>Name of the method, for the footer and JSON.</summary>
    public required Sentence Method { get; init; }

    /// <summary>The record of the 85 % statement on the same history; null where it could not be walked through.</summary>
    public HeldBefore? HeldBefore { get; init; }

    /// <summary>What the usual method says of the same question; null where there are no numbers.</summary>
    public UsualAnswer? Usual { get; init; }

    /// <summary>The alarm that the last weeks are unlike the history before them; null where they are not.</summary>
    public Drift? Drift { get; init; }

    /// <summary>The smallest fall of the level, 0 to 1, that would have raised the alarm within <see cref="Drift.WatchWeeks"/> weeks in nine cases of ten; null where none would.</summary>
    public double? VisibleFall { get; init; }

    /// <summary>Why there are no numbers, as a sentence with what to do; null where there are.</summary>
    public Sentence? WhyNot { get; init; }

    /// <summary>True where the history carries the forecast.</summary>
    public bool Enough => WhyNot is null;

    /// <summary>True where there is nothing left to finish.</summary>
    public bool Done { get; init; }

    /// <summary>"When": true where not even one future in two ends within the longest horizon, so that no day is named.</summary>
    public bool NoEndInSight => Question == ForecastQuestion.When && Enough && !Done && By.IsEmpty;
}
