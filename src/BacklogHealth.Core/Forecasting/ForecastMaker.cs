using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Scope;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Forecasting;

/// <summary>Makes forecasts on one history as records, each with the record of like statements beside it.</summary>
public sealed class ForecastMaker
{
    /// <summary>The probabilities at which forecasts speak.</summary>
    public static readonly ImmutableArray<double> Probabilities = [0.50, 0.70, 0.85, 0.95];

    // Dot k stands at k/20, so that "17 of 20" is the 85 % day itself and no sentence contradicts the picture. Nothing is certain: the last stands at 97.5 %.
    internal static ImmutableArray<double> DotProbabilities { get; } = [.. Enumerable.Range(1, 20).Select(k => k < 20 ? k / 20.0 : 0.975)];

    private readonly Forecaster? _forecaster;
    private readonly Forecaster? _usual;
    private readonly Backtest _past;
    private readonly Sentence? _whyNot;

    /// <summary>Prepares a forecaster.</summary>
    /// <param name="known">Finished items a day; it ends where the horizon begins (see <see cref="FinishHistory"/>).</param>
    /// <param name="method">Makes the forecaster; null for <see cref="CalibratedMethod"/>.</param>
    /// <param name="knownBefore">What was known on a past day, for the record of past statements; null where that is simply the earlier days of <paramref name="known"/>.</param>
    public ForecastMaker(DailyCounts known, Func<DailyCounts, Forecaster>? method = null, Func<DateOnly, DailyCounts>? knownBefore = null)
    {
        ArgumentNullException.ThrowIfNull(known);
        AsOf = known.End;
        _whyNot = TooLittleHistory.Say(known);
        _forecaster = _whyNot is null ? (method ??= new CalibratedMethod().Prepare)(known) : null;
        _usual = _whyNot is null ? Usual(known) : null;
        _past = new Backtest(known, method, knownBefore);
        var window = known.Last(UsualMethod.Window);
        History = _forecaster?.History ?? (window.Counts.IsEmpty ? null : new HistoryUsed(window.First, window.End, window.Total, window.ActiveDays));
    }

    /// <summary>First day of the horizon.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The history it rests on; null where there is none.</summary>
    public HistoryUsed? History { get; }

    /// <summary>The forecaster; null where the history carries none.</summary>
    public Forecaster? Forecaster => _forecaster;

    /// <summary>How many items will be finished within so many calendar days, 1 to <see cref="Forecaster.LongestHorizon"/>?</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> lies outside its range.</exception>
    public Forecast HowMany(int days)
    {
        CheckHorizon(days);
        var asked = Asked(ForecastQuestion.HowMany) with { Days = days };
        return _forecaster is null ? asked : asked with
        {
            DaysOff = _forecaster.DaysOff.Within(AsOf, days),
            AtLeast = AtLeastOf(_forecaster.Items(days)),
            Usual = new UsualAnswer(AtLeastOf(_usual!.Items(days)), [], null),
            HeldBefore = _past.HowManyHeld(days),
        };
    }

    /// <summary>When will so many items be finished? 0 items are done: such a forecast has neither dates nor a reason why not.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="items"/> is negative.</exception>
    public Forecast When(int items)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        return When(Work.Of(items), items);
    }

    /// <summary>When will work be done whose size is not known for certain? The usual method and the record stand beside it for the items that are known.</summary>
    /// <param name="work">The work.</param>
    /// <param name="known">Items of it that are known, 0 or more.</param>
    public Forecast When(Work work, int known)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfNegative(known);
        var asked = Asked(ForecastQuestion.When) with { Items = known };
        if (work.Known == 0)
        {
            return asked with { WhyNot = null, Done = true };
        }

        if (_forecaster is null)
        {
            return asked;
        }

        var by = ByOf(_forecaster.When(work, Probabilities), AsOf, Probabilities);
        return asked with
        {
            DaysOff = _forecaster.DaysOff.Within(AsOf, by.FirstOrDefault(b => b.Probability == Backtest.Judged)?.Days ?? 0),
            By = by,
            Usual = known == 0 ? null : new UsualAnswer([], ByOf(_usual!, known, AsOf, Probabilities), null),
            Dots = DotsOf(_forecaster.When(work, DotProbabilities), AsOf),
            HeldBefore = known == 0 ? null : _past.WhenHeld(known),
        };
    }

    /// <summary>How likely are so many items within so many calendar days, 1 to <see cref="Forecaster.LongestHorizon"/>? 0 items are certain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public Forecast Chance(int items, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        CheckHorizon(days);
        var asked = Asked(ForecastQuestion.Chance) with { Items = items, Days = days };
        if (items == 0)
        {
            return asked with { WhyNot = null, Probability = 1, Done = true };
        }

        return _forecaster is null ? asked : asked with
        {
            DaysOff = _forecaster.DaysOff.Within(AsOf, days),
            Probability = _forecaster.Items(days).ChanceOfAtLeast(items),
            Usual = new UsualAnswer([], [], _usual!.Items(days).ChanceOfAtLeast(items)),
            HeldBefore = _past.HowManyHeld(days),
        };
    }

    /// <summary>The usual method, to stand beside.</summary>
    internal static Forecaster Usual(DailyCounts known) => new UsualMethod(known);

    internal static ImmutableArray<AtLeast> AtLeastOf(Distribution items)
    {
        var said = ImmutableArray.CreateBuilder<AtLeast>();
        foreach (var probability in Probabilities)
        {
            if (items.AtLeast(probability) is > 0 and var least)
            {
                said.Add(new AtLeast(probability, least));
            }
        }

        return said.ToImmutable();
    }

    internal static ImmutableArray<DoneBy> ByOf(Forecaster forecaster, int items, DateOnly asOf, IReadOnlyList<double> probabilities) =>
        ByOf(forecaster.When(items, probabilities), asOf, probabilities);

    internal static ImmutableArray<DoneBy> ByOf(IEnumerable<int?> days, DateOnly asOf, IReadOnlyList<double> probabilities) =>
        [.. days.Zip(probabilities)
            .Where(x => x.First is not null)
            .Select(x => new DoneBy(x.Second, LastDay(asOf, x.First!.Value), x.First.Value))];

    internal static ImmutableArray<DateOnly?> DotsOf(IEnumerable<int?> days, DateOnly asOf) =>
        [.. days.Select(d => d is { } known ? LastDay(asOf, known) : (DateOnly?)null)];

    private static DateOnly LastDay(DateOnly asOf, int days) => asOf.AddDays(days - 1);

    private static void CheckHorizon(int days)
    {
        if (days is < 1 or > Forecaster.LongestHorizon)
        {
            throw new ArgumentOutOfRangeException(
                nameof(days), FormattableString.Invariant($"a forecast looks 1 to {Forecaster.LongestHorizon} calendar days ahead; found {days}"));
        }
    }

    private Forecast Asked(ForecastQuestion question) => new()
    {
        Question = question,
        AsOf = AsOf,
        History = History,
        Method = _forecaster?.Method ?? $"none",
        WhyNot = _whyNot,
        Drift = _forecaster?.Drift,
        VisibleFall = _forecaster?.VisibleFall,
    };
}
