namespace BacklogHealth.Storage.Sql;

/// <summary>A file beside the database that one process holds while it brings the database up to date; it is gone afterwards.</summary>
internal static class SqliteFileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>A large database takes minutes.</summary>
    private const int MostPauses = 12_000;

    /// <summary>Waits until nobody else holds it, and takes it.</summary>
    /// <exception cref="StoreException">The folder may not be written, or somebody holds it for very long.</exception>
    public static async Task<IDisposable> Take(string database, CancellationToken cancellation)
    {
        for (var pauses = 0; ; pauses++)
        {
            try
            {
                return new FileStream(database + "-migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (UnauthorizedAccessException error)
            {
                throw SqliteFaults.MayOnlyBeRead(database, error);
            }
            catch (IOException error)
            {
                if (pauses == MostPauses)
                {
                    throw SqliteFaults.IsHeld(database, error);
                }

                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
