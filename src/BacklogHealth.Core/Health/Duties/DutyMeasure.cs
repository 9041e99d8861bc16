using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties;

/// <summary>One number about a duty, with what it rests on; or the reason why there is none.</summary>
/// <param name="Id">Its id in JSON: words joined by "-". Never reused.</param>
/// <param name="Name">What is measured, as words that a colon may follow, for example "open epics that say how success will be measured".</param>
/// <param name="Unit">Unit of <paramref name="Value"/>.</param>
/// <param name="Value">The number; null where it is not available.</param>
/// <param name="N">How many it rests on; 0 where it is not available.</param>
/// <param name="Of">How many there are of the same kind; never fewer than <paramref name="N"/>.</param>
/// <param name="Among">What both count, as a plural, for example "open epics".</param>
public sealed record DutyMeasure(string Id, Sentence Name, DutyUnit Unit, double? Value, int N, int Of, Sentence Among)
{
    /// <summary>From so many on a share or a median is spoken of: fewer tell of single items and not of a habit.</summary>
    public const int Fewest = 5;

    // Less than what is said of a number is no change.
    private const double Least = 0.05;

    /// <summary>Of a share or a count: for how many of <see cref="N"/> it holds; else null.</summary>
    public int? Count { get; init; }

    /// <summary>Why it is not available, as a sentence; null where it is.</summary>
    public Sentence? Reason { get; init; }

    /// <summary>The value less that of the week before, in the same unit; null where either is not known.</summary>
    public double? Trend { get; init; }

    /// <summary>True where there is a number.</summary>
    public bool Available => Reason is null;

    /// <summary>True where the number is known to have changed within the week.</summary>
    public bool HasMoved => Trend is <= -Least or >= Least;

    /// <summary>The number as people say it, for example "27 of 80 (34 %)" or "1.4 weeks"; none where there is no number.</summary>
    public Sentence Said => this switch
    {
        { Value: null } => Sentence.None,
        { Value: { } share, Count: { } count } when Unit == DutyUnit.Percent => $"{count} of {N} ({(int)Math.Round(share, MidpointRounding.AwayFromZero)} %)",
        { Count: { } count } => $"{count} of {N}",
        { Value: { } value } => Unit.Say(value),
    };

    /// <summary>What the number rests on, for example "80 of 214 open items"; none where there is no number.</summary>
    public Sentence Basis => Value is null || Among.IsEmpty ? Sentence.None : N == Of ? (Sentence)$"{N} {Among}" : $"{N} of {Of} {Among}";

    /// <summary>What changed within the week, for example "+3 points", "no change"; none where it is not known.</summary>
    public Sentence Moved => Trend switch
    {
        null => Sentence.None,
        { } when !HasMoved => $"no change",
        > 0 and var more => Unit == DutyUnit.Percent ? (Sentence)$"+{more:# point|# points}" : $"+{more}",
        var less => Unit == DutyUnit.Percent ? (Sentence)$"−{-less:# point|# points}" : $"−{-less}",
    };

    /// <summary>A share, or that there are too few to speak of one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">What holds.</param>
    /// <param name="count">For how many it holds.</param>
    /// <param name="n">Of how many that can be told.</param>
    /// <param name="of">How many there are.</param>
    /// <param name="among">What is counted, as a plural.</param>
    internal static DutyMeasure Share(string id, Sentence name, int count, int n, int of, Sentence among) =>
        TooFew(id, name, DutyUnit.Percent, n, among) ?? new DutyMeasure(id, name, DutyUnit.Percent, Rounded(100.0 * count / n), n, of, among) { Count = count };

    /// <summary>For how many it holds, however few there are.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">What holds.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="count">For how many it holds.</param>
    /// <param name="n">Of how many that can be told.</param>
    /// <param name="of">How many there are.</param>
    /// <param name="among">What is counted, as a plural.</param>
    internal static DutyMeasure Counted(string id, Sentence name, DutyUnit unit, int count, int n, int of, Sentence among) =>
        n == 0 ? Missing(id, name, unit, $"There are no {among} to look at.") : new DutyMeasure(id, name, unit, count, n, of, among) { Count = count };

    /// <summary>A number that is neither a share nor a count.</summary>
    internal static DutyMeasure Number(string id, Sentence name, DutyUnit unit, double value, int n, int of, Sentence among) =>
        new(id, name, unit, Rounded(value), n, of, among);

    /// <summary>The middle of some values, or that there are too few.</summary>
    internal static DutyMeasure Median(string id, Sentence name, DutyUnit unit, IEnumerable<double> values, int of, Sentence among)
    {
        var ordered = values.Order().ToList();
        return TooFew(id, name, unit, ordered.Count, among) ?? Number(id, name, unit, (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2, ordered.Count, of, among);
    }

    /// <summary>A measure that is not available.</summary>
    internal static DutyMeasure Missing(string id, Sentence name, DutyUnit unit, Sentence reason) => new(id, name, unit, null, 0, 0, Sentence.None) { Reason = reason };

    /// <summary>That there are too few; null where there are enough.</summary>
    internal static DutyMeasure? TooFew(string id, Sentence name, DutyUnit unit, int n, Sentence among, int fewest = Fewest) => n >= fewest ? null
        : Missing(id, name, unit, n == 0 ? (Sentence)$"There are no {among} to look at." : $"There are too few {among}: {n}, of the {fewest} that it takes.");

    /// <summary>The measure with what changed since the week before.</summary>
    internal DutyMeasure Since(IReadOnlyDictionary<string, double> before) =>
        Value is { } now && before.TryGetValue(Id, out var then) ? this with { Trend = Rounded(now - then) } : this;

    private static double Rounded(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0;
}
