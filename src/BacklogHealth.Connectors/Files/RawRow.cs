namespace BacklogHealth.Connectors.Files;

/// <summary>One row as it stands in the file: cells that are not blank, by column.</summary>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Cells">Cells by the product's column name, or by the file's own where the product has none.</param>
/// <param name="Problem">Why the row gave no cells; null where it did.</param>
internal sealed record RawRow(long Line, IReadOnlyDictionary<string, string> Cells, BadRow? Problem = null)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>A row that gave no cells.</summary>
    public static RawRow Bad(BadRow problem) => new(problem.Line, None, problem);
}
