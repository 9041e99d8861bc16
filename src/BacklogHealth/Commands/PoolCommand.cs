using System.CommandLine;
using System.Globalization;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Commands;

/// <summary><c>forecast pool</c>: what the finish dates of several projects teach about how a pace moves, for forecasts to lean on; and the option that names such a file.</summary>
internal static class PoolCommand
{
    /// <summary>The pool to lean on in place of the one that comes with the product.</summary>
    public static readonly Option<string?> Pool = new("--pool") { Description = "A pool made by `forecast pool`, in place of the one that comes with the product.", HelpName = "FILE" };

    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files of finish dates, one for each project, one ISO date a line.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Out = new("--out") { Description = "Write the pool to this file (default: standard output).", HelpName = "FILE" };
    private static readonly Option<string?> Source = new("--source") { Description = "Where the dates come from, kept in the pool.", HelpName = "TEXT" };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "pool", "Learns from finish dates of several projects how a team's pace moves, for young teams to lean on.",
            "forecast pool a.csv b.csv c.csv --out pool.json", "forecast how-many --days 28 --dates d.csv --pool pool.json") { Files, Out, Source };
        return command.Does(host, Learn);
    }

    /// <summary>The pool that the call names; null where it names none.</summary>
    public static LevelPool? Named(Call call)
    {
        if (call.Get(Pool) is not { } file)
        {
            return null;
        }

        try
        {
            return LevelPool.Parse(File.ReadAllText(file));
        }
        catch (InvalidDataException e)
        {
            throw UserError.Usage($"{file}: {e.Message}. Make it with `{Product.CommandLine} forecast pool`.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UserError.Usage($"{file}: the pool could not be read ({e.Message.TrimEnd('.')}). Expected a file made by `{Product.CommandLine} forecast pool`.");
        }
    }

    private static ExitCode Learn(Call call)
    {
        var files = call.Get(Files)!;
        var read = files.Select(file => DateFiles.Read(call, file)).ToList();
        LevelPool pool;
        try
        {
            pool = PoolLearning.Learn([.. read.Select(r => FinishHistory.OfDates(r.Dates))], call.Get(Source) ?? string.Join(", ", files.Select(Path.GetFileName)));
        }
        catch (ArgumentException)
        {
            throw UserError.Usage("backlog-health forecast pool: no file holds enough to learn from. Expected at least one with finish dates over a year and twelve weeks. Add such files.");
        }

        if (pool.Projects < files.Length)
        {
            call.Screen.Warn(string.Create(CultureInfo.InvariantCulture, $"backlog-health forecast pool: {files.Length - pool.Projects} of {files.Length} files span less than a year and twelve weeks and were left out."));
        }

        if (call.Get(Out) is { } file)
        {
            File.WriteAllText(file, pool.ToJson());
            call.Screen.Say(string.Create(CultureInfo.InvariantCulture, $"Learned from {pool.Projects} {(pool.Projects == 1 ? "project" : "projects")}; written to {file}."));
        }
        else
        {
            call.Host.Output.Write(pool.ToJson());
        }

        return ExitCodes.Join(read.Select(r => r.Code));
    }
}
