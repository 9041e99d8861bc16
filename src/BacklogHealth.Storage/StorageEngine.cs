namespace BacklogHealth.Storage;

/// <summary>What keeps the data. Everything the store does is the same on both.</summary>
public enum StorageEngine
{
    /// <summary>A file beside the program; one writer at a time.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server; teams are written side by side.</summary>
    Postgres,
}
