using System.Collections.Immutable;
using BacklogHealth.Storage.Copying;
using BacklogHealth.Storage.Sql;

namespace BacklogHealth.Storage;

/// <summary>
/// Copies everything that a database holds into an empty one, on the same engine or the other: all of it arrives, or nothing does. What arrived is
/// read back and compared with what was sent, table by table, by count and by a hash that is the same on every engine.
/// </summary>
public static class StoreCopy
{
    private const int RowsBetweenTellings = 10_000;

    /// <summary>Copies. The source may be read and written meanwhile; what it held when the copy began is copied.</summary>
    /// <param name="source">What to copy.</param>
    /// <param name="target">Where to copy it: a database with tables and nothing in them.</param>
    /// <param name="progress">Told after every few thousand rows and at the end of each table; null for nobody.</param>
    /// <param name="cancellation">Stops the copying; nothing of it stays.</param>
    /// <returns>Each table with its count and hash.</returns>
    /// <exception cref="StoreException">The target is not empty, or what arrived differs; nothing stays in it.</exception>
    public static async Task<ImmutableArray<CopiedTable>> Run(
        BacklogStore source, BacklogStore target, IProgress<CopiedRows>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        await using var reading = await source.Database.BeginReading(cancellation);
        return await target.Database.Write(
            "",
            async into =>
            {
                await RefuseUnlessEmpty(into, target.Database);
                var copied = ImmutableArray.CreateBuilder<CopiedTable>(StoredTable.All.Count);
                foreach (var table in StoredTable.All)
                {
                    var sent = await reading.Read(from => Send(from, into, table, progress));
                    var arrived = await table.Read(into, sent.Columns, null, null);
                    if (arrived != sent.Table)
                    {
                        throw new StoreException(
                            StoreFault.NotCopied,
                            FormattableString.Invariant($"Database {target.Database.Name}: table {table.Name} arrived with {arrived.Rows} rows and hash {arrived.Hash}. Expected {sent.Table.Rows} rows and hash {sent.Table.Hash}. Nothing of the copy stays; run it again, and report it if it fails again."));
                    }

                    copied.Add(arrived);
                }

                return copied.MoveToImmutable();
            },
            cancellation);
    }

    private static async Task RefuseUnlessEmpty(Session session, Database database)
    {
        foreach (var table in StoredTable.All)
        {
            if (await session.First<int?>($"SELECT 1 FROM {table.Name} LIMIT 1") is not null)
            {
                throw new StoreException(
                    StoreFault.NotCopied,
                    $"Database {database.Name}: it is not empty (there are rows in its table {table.Name}). Expected an empty one to copy into. Name another one.");
            }
        }
    }

    private static async Task<(CopiedTable Table, IReadOnlyList<string> Columns)> Send(Session from, Session into, StoredTable table, IProgress<CopiedRows>? progress)
    {
        var columns = await table.Columns(from);
        CopiedTable sent;
        using (var write = into.Insert(table.Name, columns))
        {
            sent = await table.Read(from, columns, write, rows => Tell(progress, table, rows));
        }

        if (table.Numbered)
        {
            await into.ContinueNumbers(table.Name);
        }

        progress?.Report(new CopiedRows(table.Name, sent.Rows));
        return (sent, columns);
    }

    private static void Tell(IProgress<CopiedRows>? progress, StoredTable table, long rows)
    {
        if (rows % RowsBetweenTellings == 0)
        {
            progress?.Report(new CopiedRows(table.Name, rows));
        }
    }
}

/// <summary>A table that was copied.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Hash">A hash over all of them, 32 hexadecimal digits.</param>
public sealed record CopiedTable(string Table, long Rows, string Hash);

/// <summary>How far a copy has come.</summary>
/// <param name="Table">The table that is being copied.</param>
/// <param name="Rows">Rows of it that were sent.</param>
public sealed record CopiedRows(string Table, long Rows);
