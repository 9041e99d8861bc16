namespace BacklogHealth.Storage;

/// <summary>What came of an import from files.</summary>
/// <param name="Imported">Items in the files; an item that stands there twice counts once, the last one holds.</param>
/// <param name="Created">Those that were not there before.</param>
/// <param name="Updated">Those that say something else than before.</param>
/// <param name="Removed">Items that were there before and were taken out, because the import replaces everything.</param>
/// <param name="HistoryIncomplete">Imported items whose history is known only in part.</param>
/// <param name="At">When it was done (UTC).</param>
/// <param name="BadRows">Rows of the files that could not be read: the items are not all that the files hold.</param>
public sealed record ImportResult(int Imported, int Created, int Updated, int Removed, int HistoryIncomplete, DateTimeOffset At, int BadRows = 0);
