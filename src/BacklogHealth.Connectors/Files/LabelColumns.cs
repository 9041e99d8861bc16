namespace BacklogHealth.Connectors.Files;

/// <summary>One kind of label that people give to a story.</summary>
/// <param name="Criterion">The criterion as the rule book spells it, for example <c>problem-oriented</c>.</param>
/// <param name="Header">The column's name in the file.</param>
/// <param name="Sound">The values that say that all is well; any other value names a defect, an empty cell says that nobody judged.</param>
internal sealed record LabelColumn(string Criterion, string Header, params string[] Sound)
{
    /// <summary>True where the label says that something is wrong.</summary>
    public bool IsDefect(string label) => !Sound.Contains(label.Trim(), StringComparer.OrdinalIgnoreCase);
}

/// <summary>
/// The columns of a file of labelled stories, in the words of the Quality User Story framework. Case, spaces, dashes and underscores of a header
/// name do not matter; columns of other names are passed over.
/// </summary>
internal static class LabelColumns
{
    public const string Story = "User story";
    public const string Group = "Abstract";

    /// <summary>The labels that are known, in the order of the framework.</summary>
    public static readonly LabelColumn[] Labels =
    [
        new("atomic", "atomic", "atomic"),
        new("minimal", "minimal", "minimal"),
        new("conceptually-sound", "Conceptually sound", "conceptually sound"),
        new("problem-oriented", "Problem-oriented", "problem-oriented"),
        new("unambiguous", "Unambiguous", "unambiguous"),
        new("estimatable", "Estimatable", "estimatable", "yes"),
        new("independent", "Independent", "independent", "yes"),
        new("unique", "Unique", "unique"),
    ];

    /// <summary>The names that the reader knows columns by; a name that stands twice counts the first time.</summary>
    /// <exception cref="FileException">The stories, their groups or every label is missing.</exception>
    public static string[] NamesOf(string file, string header, string[] cells)
    {
        var names = cells.Select(c => Known(c) ?? "").ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Array.IndexOf(names, names[i]) == i ? names[i] : "";
        }

        var missing = new[] { Story, Group }.FirstOrDefault(c => !names.Contains(c, StringComparer.Ordinal));
        if (missing is not null || !Labels.Any(l => names.Contains(l.Header, StringComparer.Ordinal)))
        {
            throw new FileException(
                FileFault.Unusable,
                $"{file}: found {(missing is null ? "no column of labels" : $"no column '{missing}'")} in the header {BadRow.Quote(header)}; expected the columns '{Story}' and '{Group}' and at least one of {string.Join(", ", Labels.Select(l => $"'{l.Header}'"))}. Name the columns in the first line.");
        }

        return names;
    }

    private static string? Known(string header)
    {
        var bare = Bare(header);
        return Labels.Select(l => l.Header).Append(Story).Append(Group).FirstOrDefault(h => string.Equals(Bare(h), bare, StringComparison.OrdinalIgnoreCase));
    }

    private static string Bare(string header) =>
        header.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
