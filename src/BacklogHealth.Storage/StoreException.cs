namespace BacklogHealth.Storage;

/// <summary>Why the store could not do what it was asked.</summary>
public enum StoreFault
{
    /// <summary>A setting is wrong: the connection string, the folder, the name of a database or a team.</summary>
    Settings,

    /// <summary>The file is no database, or the database belongs to another program.</summary>
    NotADatabase,

    /// <summary>The database was written by a newer version of the product.</summary>
    NewerVersion,

    /// <summary>The database, the file or its folder may not be written.</summary>
    ReadOnly,

    /// <summary>There is no room left.</summary>
    DiskFull,

    /// <summary>Another process holds the database.</summary>
    Locked,

    /// <summary>The file cannot be read or written, or is damaged.</summary>
    Unreadable,

    /// <summary>The server does not answer, or broke off.</summary>
    Unreachable,

    /// <summary>The server does not let this user in.</summary>
    Refused,

    /// <summary>The server is older than the oldest one that the product runs on.</summary>
    TooOld,

    /// <summary>The database that a copy was to fill holds something already, or what arrived differs from what was sent.</summary>
    NotCopied,

    /// <summary>Another pull of the same team has begun meanwhile; this one may not write any more.</summary>
    Superseded,

    /// <summary>Another worker has taken over the run of a job; this one may not write any more.</summary>
    LeaseLost,
}

/// <summary>The store could not do what it was asked; nothing was half-written. The message is a sentence: where, what was found, what was expected, what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes one.</summary>
    public StoreException(StoreFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>What kind of fault it is.</summary>
    public StoreFault Fault { get; }
}
