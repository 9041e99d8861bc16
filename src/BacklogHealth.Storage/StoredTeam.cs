namespace BacklogHealth.Storage;

/// <summary>A team as the store knows it: items are stored by team.</summary>
/// <param name="Name">Its name; the identity.</param>
/// <param name="Connection">Name of the connection it is pulled from; "" for files.</param>
/// <param name="Source">Where its items come from, for people, for example "Jira Cloud, project CHK".</param>
/// <param name="TimeZone">IANA zone of its calendar.</param>
/// <param name="BrowseUrl">Address of an item with <c>{key}</c> in place of its key; null where there are no pages.</param>
public sealed record StoredTeam(string Name, string Connection, string Source, string TimeZone, string? BrowseUrl);
