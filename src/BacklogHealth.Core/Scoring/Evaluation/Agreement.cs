namespace BacklogHealth.Core.Scoring.Evaluation;

/// <summary>One text that people and rules judged by the same criterion.</summary>
/// <param name="Group">What it was written with; texts of a group resemble each other.</param>
/// <param name="Defect">True where people say that it fails the criterion.</param>
/// <param name="Found">True where a rule says so.</param>
public readonly record struct Judged(string Group, bool Defect, bool Found);

/// <summary>How far rules and people agree on which texts fail a criterion.</summary>
/// <param name="Count">Number of texts that people judged.</param>
/// <param name="Defects">How many of them fail, as people say.</param>
/// <param name="Found">How many of them fail, as rules say.</param>
/// <param name="Right">How many of them fail, as both say.</param>
public readonly record struct Agreement(int Count, int Defects, int Found, int Right)
{
    /// <summary>Share of what rules found that people confirm, 0 to 1; null where they found nothing.</summary>
    public double? Precision => Found == 0 ? null : (double)Right / Found;

    /// <summary>Share of what people name that rules found, 0 to 1; null where people name nothing.</summary>
    public double? Recall => Defects == 0 ? null : (double)Right / Defects;

    /// <summary>The harmonic mean of precision and recall, 0 to 1; null where neither rules nor people found anything.</summary>
    public double? F1 => Defects + Found == 0 ? null : 2.0 * Right / (Defects + Found);

    /// <summary>The F1 of saying of every text that it fails: what rules must beat to be worth reading. Null where people name nothing.</summary>
    public double? AlwaysYesF1 => Defects == 0 ? null : 2.0 * Defects / (Count + Defects);

    /// <summary>Counts texts.</summary>
    public static Agreement Of(IEnumerable<Judged> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var sum = default(Agreement);
        foreach (var text in texts)
        {
            sum += new Agreement(1, text.Defect ? 1 : 0, text.Found ? 1 : 0, text.Defect && text.Found ? 1 : 0);
        }

        return sum;
    }

    /// <summary>Both together.</summary>
    public static Agreement operator +(Agreement a, Agreement b) => new(a.Count + b.Count, a.Defects + b.Defects, a.Found + b.Found, a.Right + b.Right);

    /// <summary>Both together, for languages without operators.</summary>
    public static Agreement Add(Agreement a, Agreement b) => a + b;
}
