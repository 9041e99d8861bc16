namespace BacklogHealth.Json;

/// <summary>A database that was copied; places without passwords.</summary>
internal sealed record StorageCopyJson(string Schema, string From, string To, bool Equal, long Rows, IReadOnlyList<CopiedTableJson> Tables);

/// <summary>One table of it, the same on both sides.</summary>
internal sealed record CopiedTableJson(string Table, long Rows, string Hash);
