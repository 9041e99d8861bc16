using System.Globalization;

namespace BacklogHealth.Core.Health.Duties;

/// <summary>One number about a duty, with what it rests on; or the reason why there is none.</summary>
/// <param name="Id">Its id in JSON: words joined by "-". Never reused.</param>
/// <param name="Name">What is measured, as words that a colon may follow, for example "open epics that say how success will be measured".</param>
/// <param name="Unit">Unit of <paramref name="Value"/>: "%", or a plural such as "items", "days", "weeks".</param>
/// <param name="Value">The number; null where it is not available.</param>
/// <param name="N">How many it rests on; 0 where it is not available.</param>
/// <param name="Of">How many there are of the same kind; never fewer than <paramref name="N"/>.</param>
/// <param name="Among">What both count, as a plural, for example "open epics".</param>
public sealed record DutyMeasure(string Id, string Name, string Unit, double? Value, int N, int Of, string Among)
{
    /// <summary>The unit of shares.</summary>
    public const string Percent = "%";

    /// <summary>The unit of Spearman's rank correlation, −1 to 1.</summary>
    public const string Correlation = "rank correlation";

    /// <summary>What <see cref="Moved"/> says where nothing did.</summary>
    public const string NoChange = "no change";

    /// <summary>From so many on a share or a median is spoken of: fewer tell of single items and not of a habit.</summary>
    public const int Fewest = 5;

    /// <summary>Of a share or a count: for how many of <see cref="N"/> it holds; else null.</summary>
    public int? Count { get; init; }

    /// <summary>Why it is not available, as a sentence; null where it is.</summary>
    public string? Reason { get; init; }

    /// <summary>The value less that of the week before, in the same unit; null where either is not known.</summary>
    public double? Trend { get; init; }

    /// <summary>True where there is a number.</summary>
    public bool Available => Reason is null;

    /// <summary>The number as people say it, for example "27 of 80 (34 %)" or "1.4 weeks"; empty where there is none.</summary>
    public string Said => this switch
    {
        { Value: null } => "",
        { Count: { } count, Unit: Percent } => Text($"{count:#,0} of {N:#,0} ({Value:0} %)"),
        { Count: { } count } => Text($"{count:#,0} of {N:#,0}"),
        { Unit: Correlation } => Text($"{Value:0.00}"),
        _ => Text($"{Amount(Value.Value)} {(Amount(Value.Value) == "1" && Unit.EndsWith('s') ? Unit[..^1] : Unit)}"),
    };

    /// <summary>What the number rests on, for example "80 of 214 open items"; empty where there is none.</summary>
    public string Basis => Value is null || Among.Length == 0 ? "" : N == Of ? Text($"{N:#,0} {Among}") : Text($"{N:#,0} of {Of:#,0} {Among}");

    /// <summary>What changed within the week, for example "+3 points", "no change"; empty where it is not known.</summary>
    public string Moved => this switch
    {
        { Trend: null } => "",
        _ when Math.Abs(Trend.Value) < (Unit == Correlation ? 0.005 : 0.05) => NoChange,
        { Unit: Correlation } => Text($"{Trend:+0.00;−0.00}"),
        { Unit: Percent } => Text($"{Sign}{Amount(Math.Abs(Trend.Value))} {(Amount(Math.Abs(Trend.Value)) == "1" ? "point" : "points")}"),
        _ => Text($"{Sign}{Amount(Math.Abs(Trend.Value))}"),
    };

    private string Sign => Trend < 0 ? "−" : "+";

    /// <summary>A share, or that there are too few to speak of one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">What holds.</param>
    /// <param name="count">For how many it holds.</param>
    /// <param name="n">Of how many that can be told.</param>
    /// <param name="of">How many there are.</param>
    /// <param name="among">What is counted, as a plural.</param>
    internal static DutyMeasure Share(string id, string name, int count, int n, int of, string among) =>
        TooFew(id, name, Percent, n, among) ?? new DutyMeasure(id, name, Percent, Rounded(100.0 * count / n), n, of, among) { Count = count };

    /// <summary>For how many it holds, however few there are.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">What holds.</param>
    /// <param name="unit">What is counted, as one word.</param>
    /// <param name="count">For how many it holds.</param>
    /// <param name="n">Of how many that can be told.</param>
    /// <param name="of">How many there are.</param>
    /// <param name="among">What is counted, as a plural.</param>
    internal static DutyMeasure Counted(string id, string name, string unit, int count, int n, int of, string among) =>
        n == 0 ? Missing(id, name, unit, $"There are no {among} to look at.") : new DutyMeasure(id, name, unit, count, n, of, among) { Count = count };

    /// <summary>A number that is neither a share nor a count.</summary>
    internal static DutyMeasure Number(string id, string name, string unit, double value, int n, int of, string among) =>
        new(id, name, unit, Rounded(value), n, of, among);

    /// <summary>The middle of some values, or that there are too few.</summary>
    internal static DutyMeasure Median(string id, string name, string unit, IEnumerable<double> values, int of, string among)
    {
        var ordered = values.Order().ToList();
        return TooFew(id, name, unit, ordered.Count, among) ?? Number(id, name, unit, (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2, ordered.Count, of, among);
    }

    /// <summary>A measure that is not available.</summary>
    internal static DutyMeasure Missing(string id, string name, string unit, string reason) => new(id, name, unit, null, 0, 0, "") { Reason = reason };

    /// <summary>That there are too few; null where there are enough.</summary>
    internal static DutyMeasure? TooFew(string id, string name, string unit, int n, string among, int fewest = Fewest) => n >= fewest ? null
        : Missing(id, name, unit, n == 0 ? $"There are no {among} to look at." : Text($"There are too few {among}: {n}, of the {fewest} that it takes."));

    /// <summary>The measure with what changed since the week before.</summary>
    internal DutyMeasure Since(IReadOnlyDictionary<string, double> before) =>
        Value is { } now && before.TryGetValue(Id, out var then) ? this with { Trend = Rounded(now - then) } : this;

    private static double Rounded(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.0;

    // One decimal below 10, none above: never more digits than the data carry.
    private static string Amount(double value) => value.ToString(Math.Abs(value) < 9.95 ? "0.#" : "#,0", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
