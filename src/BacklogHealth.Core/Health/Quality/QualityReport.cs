using System.Collections.Immutable;

namespace BacklogHealth.Core.Health.Quality;

/// <summary>What all checks say of a team's data. Pure: the same data, the same report.</summary>
/// <param name="Problems">One for each check: the one that affects most first, then the one that affects the larger share; what affects nothing last, in the order of the book.</param>
public sealed record QualityReport(ImmutableArray<QualityProblem> Problems)
{
    /// <summary>Those that affect something.</summary>
    public IEnumerable<QualityProblem> Found => Problems.Where(p => p.Affected > 0);

    /// <summary>Those that looked and found nothing.</summary>
    public IEnumerable<QualityProblem> Fine => Problems.Where(p => p is { Affected: 0, Of: > 0 });

    /// <summary>Those for which there was nothing to look at.</summary>
    public IEnumerable<QualityProblem> NotLooked => Problems.Where(p => p.Of == 0);

    /// <summary>Looks with every check of the book, side by side: none needs another.</summary>
    public static QualityReport Of(QualityData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var problems = new QualityProblem[QualityBook.All.Length];
        Parallel.For(0, problems.Length, i => problems[i] = Look(QualityBook.All[i], data));
        return new QualityReport([.. problems.OrderByDescending(p => p.Affected).ThenByDescending(p => p.Of == 0 ? 0 : (double)p.Affected / p.Of)]);
    }

    private static QualityProblem Look(QualityCheck check, QualityData data)
    {
        var found = check.Look(data);
        var items = found.Items.OrderByDescending(f => f.Item.Created).ThenBy(f => f.Item.Id, StringComparer.Ordinal).Select(f => f.Item.Key);
        ImmutableArray<string> keys = [.. items, .. found.OtherKeys];
        return new QualityProblem(check, found.Number ?? keys.Length, found.Of, found.Of == 1 ? found.One : found.Many, keys, found.Days);
    }
}
