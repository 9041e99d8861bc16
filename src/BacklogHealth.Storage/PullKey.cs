namespace BacklogHealth.Storage;

/// <summary>What decides what a pull brings and how it is read.</summary>
/// <param name="Scope">What is listed: host, project, query. Another one than last time has everything fetched anew.</param>
/// <param name="Mapping">How what was sent is read: fields, number of the reading. Another one alone has the kept payloads read again.</param>
public sealed record PullKey(string Scope, string Mapping);
