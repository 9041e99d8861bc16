using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties;

/// <summary>One duty with what the data say of it.</summary>
/// <param name="Duty">The duty, with its sentences.</param>
/// <param name="Measures">Its measures, the one that says most first; at least one.</param>
public sealed record MeasuredDuty(Duty Duty, ImmutableArray<DutyMeasure> Measures)
{
    /// <summary>The measure that stands for the duty: the first that is available, else the first.</summary>
    public DutyMeasure Headline => Measures.FirstOrDefault(m => m.Available) ?? Measures[0];

    /// <summary>Why some of its measures are not available: each reason once, with their names.</summary>
    public IEnumerable<(Sentence Reason, ImmutableArray<Sentence> Names)> NotAvailable =>
        Measures.Where(m => !m.Available).GroupBy(m => m.Reason!).Select(g => (g.Key, g.Select(m => m.Name).ToImmutableArray()));
}

/// <summary>What the data of a team say of its Product Owner's duties. Pure: the same data, the same report.</summary>
/// <param name="Duties">All sixteen in their order; empty where nobody looked.</param>
public sealed record DutyReport(ImmutableArray<MeasuredDuty> Duties)
{
    /// <summary>Nobody looked.</summary>
    public static DutyReport None { get; } = new([]);

    /// <summary>The values that are available, by the id of their measure: what the week after is compared with.</summary>
    public ImmutableSortedDictionary<string, double> Values => Duties.SelectMany(d => d.Measures).Where(m => m.Value is not null)
        .ToImmutableSortedDictionary(m => m.Id, m => m.Value!.Value, StringComparer.Ordinal);

    /// <summary>The duties of which a number is known.</summary>
    public IEnumerable<MeasuredDuty> Known => Duties.Where(d => d.Headline.Available);

    /// <summary>Looks at every duty of the book, side by side: none needs another.</summary>
    internal static DutyReport Of(DutyData data)
    {
        var duties = new MeasuredDuty[DutyBook.All.Length];
        Parallel.For(0, duties.Length, i => duties[i] = new MeasuredDuty(DutyBook.All[i], [.. DutyBook.All[i].Measure(data)]));
        return new DutyReport([.. duties]);
    }

    /// <summary>The report with what changed since the values of a week before.</summary>
    internal DutyReport Since(IReadOnlyDictionary<string, double> before) =>
        new([.. Duties.Select(d => d with { Measures = [.. d.Measures.Select(m => m.Since(before))] })]);
}
