namespace BacklogHealth.Storage;

/// <summary>Which items a reading gives.</summary>
public enum ItemChoice
{
    /// <summary>Items that are there and not finished: what is scored. A state that the workflow does not know counts as not finished.</summary>
    Open,

    /// <summary>The same, and everything above them up to the top, open or not: what their texts are read with.</summary>
    OpenAndTheirParents,

    /// <summary>Every item; with an instant, every item that was there.</summary>
    All,
}
