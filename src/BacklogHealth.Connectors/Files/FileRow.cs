using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Files;

/// <summary>What one row of an item file gave: an item, or the reason why it gave none.</summary>
public abstract record FileRow
{
    private FileRow()
    {
    }

    /// <summary>A row that was read.</summary>
    /// <param name="Item">The item, with a history made from its dates.</param>
    /// <param name="Split">Its published split mark (train, validation, test); null where it has none.</param>
    public sealed record Good(WorkItem Item, string? Split) : FileRow
    {
        /// <summary>True where the row names its project; else the item's project is what its key begins with.</summary>
        public bool NamesProject { get; init; }

        /// <summary>Minutes in progress; null where the row has none.</summary>
        public double? InProgressMinutes { get; init; }
    }

    /// <summary>A row that was not.</summary>
    /// <param name="Problem">Where and why.</param>
    public sealed record Bad(BadRow Problem) : FileRow;
}
