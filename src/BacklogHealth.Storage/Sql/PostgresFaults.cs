using System.Net.Sockets;
using Npgsql;

namespace BacklogHealth.Storage.Sql;

/// <summary>Turns an error of a PostgreSQL server into a sentence about the database.</summary>
internal static class PostgresFaults
{
    /// <summary>The same error as the store tells it; null for errors that are none of the database's.</summary>
    public static StoreException? Tell(Exception error, string database) => error switch
    {
        PostgresException server => OfServer(server, database),
        NpgsqlException { InnerException: SocketException or TimeoutException } => new StoreException(
            StoreFault.Unreachable,
            $"Database {database}: the server cannot be reached ({Reason(error)}). Expected a PostgreSQL server there. Start it, or mend host and port in Storage:ConnectionString.",
            error),
        NpgsqlException { InnerException: IOException } => new StoreException(
            StoreFault.Unreachable,
            $"Database {database}: the connection to the server broke. Expected it to last. Run this again; what was stored before is whole.",
            error),
        _ => null,
    };

    // Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static StoreException? OfServer(PostgresException error, string database) => error.SqlState switch
    {
        "28P01" or "28000" => new StoreException(
            StoreFault.Refused,
            $"Database {database}: the server does not let this user in ({Flat(error)}). Expected a user and a password that it knows. Mend Storage:ConnectionString, or the server's list of who may connect.",
            error),
        "3D000" => new StoreException(
            StoreFault.Settings,
            $"Database {database}: the server has no database of this name. Expected one, empty or written by BacklogHealth. Create it, or set Storage:ConnectionString to another one.",
            error),
        "25006" or "42501" => new StoreException(
            StoreFault.ReadOnly,
            $"Database {database}: it may only be read ({Flat(error)}). Expected a user who owns the database, or may write in its schema public. Grant that, or set Storage:ConnectionString to another database.",
            error),
        "53100" => new StoreException(
            StoreFault.DiskFull,
            $"Database {database}: the server has no room left to write. Expected free space on its disk. Free some space and run this again; what was stored before is whole.",
            error),
        "55P03" => new StoreException(
            StoreFault.Locked,
            $"Database {database}: another process holds it. Expected it to be free within the waiting time. Wait for the other run to end, or stop it, and run this again.",
            error),
        "53300" => new StoreException(
            StoreFault.Unreachable,
            $"Database {database}: the server has no connection left to give. Expected room for a few. Raise its max_connections, or close other programs that use it.",
            error),
        "57P01" or "57P02" or "57P03" => new StoreException(
            StoreFault.Unreachable,
            $"Database {database}: the server is starting or stopping. Expected it to run. Run this again when it does; what was stored before is whole.",
            error),
        "58030" or "XX001" or "XX002" => new StoreException(
            StoreFault.Unreadable,
            $"Database {database}: the server cannot read or write its files, or they are damaged ({Flat(error)}). Expected a whole database. See the server's log; put a backup in its place, or pull anew.",
            error),
        _ => null,
    };

    private static string Reason(Exception error) => error.InnerException is SocketException socket ? socket.SocketErrorCode.ToString() : "no answer in time";

    private static string Flat(PostgresException error) => error.MessageText.ReplaceLineEndings(" ");
}
