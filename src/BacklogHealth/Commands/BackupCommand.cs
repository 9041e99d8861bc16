using System.CommandLine;
using System.Data.Common;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary>
/// <c>backup</c> and <c>restore</c>: the database, of whichever engine, saved as one file and brought back from it, verified by counts and hashes. The program
/// may work on meanwhile: what was there when the backup began is in it.
/// </summary>
internal static class BackupCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The backup: one SQLite file, whatever the database is." };

    public static IEnumerable<Command> Make(AppHost host)
    {
        var backup = new AppCommand("backup", "Saves the database to a file, verified by counts and hashes.", "backup backlog-health-2026-11-29.db") { File, SharedOptions.Json };
        var restore = new AppCommand("restore", "Brings a saved database back into an empty one, verified by counts and hashes.", "restore backlog-health-2026-11-29.db") { File, SharedOptions.Json };
        return [backup.Does(host, Backup), restore.Does(host, Restore)];
    }

    private static async Task<ExitCode> Backup(Call call, CancellationToken cancellation)
    {
        var (file, draft) = (call.Get(File)!, call.Get(File)! + ".part");
        if (Path.Exists(file))
        {
            throw UserError.Usage($"backup {file}: it is there already. Expected a new file, so that no earlier backup is lost. Name another.");
        }

        await using var source = await call.OpenStore(cancellation);
        await StorageCommand.RefuseEmpty(call, source, cancellation);
        Clear(draft);
        try
        {
            await using (var target = await Stores.Open(Of(draft), call.Host.Time, cancellation))
            {
                var tables = await call.Screen.Working($"saving to {file}", tell => StoreCopy.Run(source, target, new StorageCommand.Telling(tell), cancellation));
                await target.DisposeAsync();

                // Moved into place when it is whole and closed: a file of this name is always a good backup.
                System.IO.File.Move(draft, file);
                StorageCommand.Tell(call, call.Settings.Storage.Shown, file, tables);
            }

            return ExitCode.Done;
        }
        finally
        {
            Clear(draft);
        }
    }

    private static async Task<ExitCode> Restore(Call call, CancellationToken cancellation)
    {
        var file = call.Get(File)!;
        if (!System.IO.File.Exists(file))
        {
            throw UserError.Usage($"restore {file}: there is no such file. Expected a file that `{Product.CommandLine} backup` made. Correct the path.");
        }

        // An older backup is brought to the version of this program before it is read. The backup itself stays as it is.
        var folder = Directory.CreateTempSubdirectory("backlog-health-restore-").FullName;
        try
        {
            var copy = Path.Combine(folder, Path.GetFileName(file));
            System.IO.File.Copy(file, copy);
            await using var source = await Stores.Open(Of(copy), call.Host.Time, cancellation);
            await using var target = await call.OpenStore(cancellation);
            var tables = await call.Screen.Working($"restoring {file}", tell => StoreCopy.Run(source, target, new StorageCommand.Telling(tell), cancellation));
            StorageCommand.Tell(call, file, call.Settings.Storage.Shown, tables);
            return ExitCode.Done;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static StorageSettings Of(string file) =>
        new(StorageEngine.Sqlite, new DbConnectionStringBuilder { ["Data Source"] = file }.ConnectionString) { Setting = "FILE" };

    private static void Clear(string draft)
    {
        foreach (var end in (string[])["", "-wal", "-shm"])
        {
            System.IO.File.Delete(draft + end);
        }
    }
}
