using System.CommandLine;
using System.Globalization;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>import</c>: items or finish dates from files instead of a tracker.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> FileNames = new("FILE") { Description = "CSV with a header, or JSON lines; for dates, one ISO date a line.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Into = new("--team") { Description = "Name of the team that the items belong to.", HelpName = "TEAM", Required = true };
    private static readonly Option<string?> Project = new("--project") { Description = "Only the rows of this project.", HelpName = "KEY" };
    private static readonly Option<string> Format = new("--format") { Description = "items or dates (default: items).", HelpName = "FORMAT", DefaultValueFactory = _ => "items" };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "import", "Reads work items or finish dates from files instead of a tracker.",
            "import backlog.csv --team Checkout", "import all.csv --project CHK --team Checkout", "import finished.txt --team Checkout --format dates")
        {
            FileNames, Into, Project, Format,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var team = call.Get(Into)!;
        if (call.Settings.Teams.Any(t => t.Name.Equals(team, StringComparison.OrdinalIgnoreCase) && t.Connection.Length > 0))
        {
            throw UserError.Usage($"--team {team}: this team is pulled from a tracker. Expected a team of its own for files, so that neither overwrites the other. Choose another name.");
        }

        var format = call.Get(Format);
        if (format is not ("items" or "dates"))
        {
            throw UserError.Usage($"--format: found '{format}'; expected items or dates. Correct it.");
        }

        var read = new ImportedRows(call.Get(FileNames)!, call.Get(Project), dates: format == "dates");
        read.CheckFiles();
        if (!read.Items().Any())
        {
            // Told before anything is replaced: a wrong file or project must not empty a team.
            Tell(call, read);
            call.Screen.Warn(string.Create(CultureInfo.InvariantCulture, $"{team}: no item was read, {read.Bad.Count} bad rows{LeftOut(read)}; nothing was changed. Expected at least one row{(call.Get(Project) is { } key ? $" of project {key}" : "")}. Check the file."));
            return ExitCode.Incomplete;
        }

        await using var store = await call.OpenStore(cancellation);
        await store.SaveTeam(new StoredTeam(team, "", $"{string.Join(", ", call.Get(FileNames)!.Select(Path.GetFileName))}{(call.Get(Project) is { } p ? $", project {p}" : "")}", "UTC", null), cancellation);
        var profile = read.Profile();
        var result = await call.Screen.Working($"reading {string.Join(", ", call.Get(FileNames)!)}", _ => store.Import(team, profile, read.Items(), replace: true, () => read.Bad.Count, cancellation));
        foreach (var note in profile.Notes)
        {
            call.Screen.Detail(note);
        }

        Tell(call, read);
        call.Screen.Say(string.Create(CultureInfo.InvariantCulture, $"{team}: {result.Imported} items read, {read.Bad.Count} bad rows{LeftOut(read)}. Next: `{Product.CommandLine} report all --team \"{team}\"`."));
        return read.Bad.Count > 0 ? ExitCode.Incomplete : ExitCode.Done;
    }

    private static void Tell(Call call, ImportedRows read)
    {
        foreach (var bad in read.Bad.Take(20))
        {
            call.Screen.Warn(bad.Message);
        }
    }

    private static string LeftOut(ImportedRows read) =>
        read.OtherProjects > 0 ? string.Create(CultureInfo.InvariantCulture, $", {read.OtherProjects} of other projects left out") : "";
}
