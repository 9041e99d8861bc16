namespace BacklogHealth.Storage;

/// <summary>How much of an item's changes a reading gives.</summary>
public enum HistoryDetail
{
    /// <summary>Every change with its values.</summary>
    Whole,

    /// <summary>Every change with its field, day and author, and without its values: who changed what when, at half the cost.</summary>
    WithoutValues,
}
