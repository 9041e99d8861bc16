namespace BacklogHealth.Connectors.Files;

/// <summary>The columns of an item file that the product has a meaning for. Case, spaces, dashes and underscores of a header name do not matter.</summary>
internal static class ItemColumns
{
    public const string Key = "key";
    public const string Title = "title";
    public const string Project = "project";
    public const string Type = "type";
    public const string Description = "description";
    public const string AcceptanceCriteria = "acceptanceCriteria";
    public const string Status = "status";
    public const string Resolution = "resolution";
    public const string Created = "created";
    public const string Started = "started";
    public const string Resolved = "resolved";
    public const string Parent = "parent";
    public const string Labels = "labels";
    public const string StoryPoints = "storyPoints";
    public const string InProgressMinutes = "inProgressMinutes";
    public const string Sprint = "sprint";
    public const string Rank = "rank";
    public const string Priority = "priority";
    public const string Due = "due";
    public const string Split = "split";

    private static readonly string[] All =
    [
        Key, Title, Project, Type, Description, AcceptanceCriteria, Status, Resolution, Created, Started, Resolved, Parent, Labels, StoryPoints,
        InProgressMinutes, Sprint, Rank, Priority, Due, Split,
    ];

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["issuekey"] = Key,
        ["storypoint"] = StoryPoints,
        ["splitmark"] = Split,
        ["duedate"] = Due,
    };

    static ItemColumns()
    {
        foreach (var name in All)
        {
            Names[name] = name;
        }
    }

    /// <summary>The columns without which a file is no item file.</summary>
    public static readonly string[] Required = [Key, Title];

    /// <summary>True where the product has a meaning for the column.</summary>
    public static bool Knows(string column) => Names.TryGetValue(column, out var name) && name == column;

    /// <summary>The product's name of a column; the file's own, trimmed, where the product has none.</summary>
    public static string Name(string header)
    {
        var bare = header.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Names.GetValueOrDefault(bare) ?? header.Trim();
    }

    /// <summary>The product's names for a whole header; a name that stands twice keeps its meaning the first time and gets a number after that.</summary>
    public static string[] NamesOf(IReadOnlyList<string> header)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new string[header.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var name = Name(header[i]);
            for (var n = 2; !seen.Add(names[i] = n == 2 ? name : FormattableString.Invariant($"{header[i].Trim()} {n - 1}")); n++)
            {
            }
        }

        return names;
    }
}
