using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using BacklogHealth.Json;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>storage copy</c>: moves what is stored to another database, on the same engine or the other, and proves that it arrived.</summary>
internal static class StorageCommand
{
    private static readonly Option<string> To = new("--to")
    {
        Description = "Where to: \"Host=db.acme.example;Database=backlog_health;Username=backlog_health\", postgres://…, a SQLite file, or another settings file.",
        HelpName = "PLACE",
        Required = true,
    };

    private static readonly Option<string?> PasswordFile = new("--password-file") { Description = "A file whose first line is the password of the database there.", HelpName = "FILE" };

    public static Command Make(AppHost host)
    {
        var copy = new AppCommand(
            "copy", "Copies the database to an empty one, SQLite or PostgreSQL, and compares counts and hashes.",
            "storage copy --to \"Host=db.acme.example;Database=backlog_health;Username=backlog_health\" --password-file db-password.txt",
            "storage copy --to copy.db")
        {
            To, PasswordFile, SharedOptions.Json,
        };
        copy.Does(host, Copy);
        return new AppCommand("storage", "The database.", "storage copy --to copy.db") { copy };
    }

    private static async Task<ExitCode> Copy(Call call, CancellationToken cancellation)
    {
        var (from, to) = (call.Settings.Storage, StorageTarget.Read(call.Get(To)!, call.Get(PasswordFile) ?? ""));
        await using var source = await call.OpenStore(cancellation);
        await RefuseEmpty(call, source, cancellation);
        await using var target = await Stores.Open(to, call.Host.Time, cancellation);
        var tables = await call.Screen.Working($"copying to {to.Shown}", tell => StoreCopy.Run(source, target, new Telling(tell), cancellation));
        Tell(call, from.Shown, to.Shown, tables);
        if (!call.Get(SharedOptions.Json))
        {
            call.Screen.Say($"{from.Shown} stays as it is. To work on the copy, set Storage in {call.ConfigFile} to Provider {to.Engine} and its ConnectionString.");
        }

        return ExitCode.Done;
    }

    /// <summary>Nothing is copied from a place where nothing is: it is a wrong place, nearly always.</summary>
    /// <exception cref="UserError">Nothing is stored there.</exception>
    public static async Task RefuseEmpty(Call call, BacklogStore source, CancellationToken cancellation)
    {
        if ((await source.Teams(cancellation)).Count == 0)
        {
            throw UserError.Usage($"{call.Settings.Storage.Shown}: nothing is stored there. Expected a database with at least one team. Name the right one in Storage:ConnectionString, or run `{Product.CommandLine} sync` first.");
        }
    }

    /// <summary>Tells what was copied, table by table.</summary>
    public static void Tell(Call call, string from, string to, ImmutableArray<CopiedTable> tables)
    {
        var rows = tables.Sum(t => t.Rows);
        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(
                call.Host.Output,
                new StorageCopyJson("backlog-health/storage-copy/1", from, to, true, rows, [.. tables.Select(t => new CopiedTableJson(t.Table, t.Rows, t.Hash))]),
                indented: true);
            return;
        }

        call.Screen.Table(["Table", "Rows", "Hash"], tables.Select(t => (IReadOnlyList<string>)[t.Table, t.Rows.ToString(CultureInfo.InvariantCulture), t.Hash]));
        call.Host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows in {tables.Length} tables, verified: equal"));
    }

    /// <summary>Tells how far a copy has come: at once and in order, which the framework's own Progress does not promise.</summary>
    internal sealed class Telling(Action<string> tell) : IProgress<CopiedRows>
    {
        public void Report(CopiedRows value) => tell(string.Create(CultureInfo.InvariantCulture, $"{value.Table}, {value.Rows} rows"));
    }
}
