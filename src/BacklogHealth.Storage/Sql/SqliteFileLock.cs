namespace BacklogHealth.Storage.Sql;

/// <summary>A file beside the database that one process holds while it brings the database up to date; it is gone afterwards.</summary>
internal static class SqliteFileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until nobody else holds it, and takes it.</summary>
    public static async Task<IDisposable> Take(string database, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(database + "-migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException error) when (error.GetType() == typeof(IOException))
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
