namespace BacklogHealth.Storage;

/// <summary>What came of reading kept payloads again.</summary>
/// <param name="Read">Items read from their payloads.</param>
/// <param name="ToFetch">Items without a payload, or whose payload cannot be read: the pull fetches them.</param>
public sealed record RereadResult(int Read, int ToFetch);
