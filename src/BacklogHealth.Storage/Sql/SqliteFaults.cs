using Microsoft.Data.Sqlite;

namespace BacklogHealth.Storage.Sql;

/// <summary>Turns an error of the database engine into a sentence about the file.</summary>
internal static class SqliteFaults
{
    // Primary result codes, https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The same error as the store tells it; null for errors that are none of the file's.</summary>
    public static StoreException? Tell(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        Busy or Locked => IsHeld(file, error),
        ReadOnly => MayOnlyBeRead(file, error),
        Full => new StoreException(
            StoreFault.DiskFull,
            $"Database {file}: there is no room left to write. Expected free space beside the file. Free some space and run this again; what was stored before is whole.",
            error),
        CannotOpen => new StoreException(
            StoreFault.Unreadable,
            $"Database {file}: it cannot be opened. Expected a file that may be read and written. Check the path and the permissions of the file and its folder.",
            error),
        InputOutput => new StoreException(
            StoreFault.Unreadable,
            $"Database {file}: reading or writing failed. Expected a disk that works and has room. Check the disk and run this again.",
            error),
        Corrupt => new StoreException(
            StoreFault.Unreadable,
            $"Database {file}: its content is damaged. Expected a whole database. Put a backup in its place, or move the file away and pull anew.",
            error),
        NotADatabase => new StoreException(
            StoreFault.NotADatabase,
            $"Database {file}: the file is no SQLite database. Expected one written by BacklogHealth, or no file at all. Set Storage:ConnectionString to another file.",
            error),
        _ => null,
    };

    /// <summary>Another process writes to the file, and does not end.</summary>
    public static StoreException IsHeld(string file, Exception error) => new(
        StoreFault.Locked,
        $"Database {file}: another process holds it. Expected it to be free within the waiting time. Wait for the other run to end, or stop it, and run this again.",
        error);

    /// <summary>The file or its folder is closed to this account.</summary>
    public static StoreException MayOnlyBeRead(string file, Exception error) => new(
        StoreFault.ReadOnly,
        $"Database {file}: it may only be read. Expected a file and a folder that may be written. Allow writing, or set Storage:ConnectionString to another place.",
        error);
}
