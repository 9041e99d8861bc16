using System.Collections.Immutable;
using BacklogHealth.Connectors.Files;

namespace BacklogHealth.Commands;

/// <summary>Reads a file of finish dates and tells of its bad rows.</summary>
internal static class DateFiles
{
    /// <summary>A file stands in place of a team: asking for both is a mistake that must not pass in silence.</summary>
    public static void RefuseTeam(Call call, string? file)
    {
        if (file is not null && call.Get(SharedOptions.Team) is { Length: > 0 })
        {
            throw UserError.Usage("found both --dates and --team. Expected one of them: a file stands in place of a team. Leave one out.");
        }
    }

    /// <summary>The good dates; the code is 3 where there were bad rows.</summary>
    public static (ImmutableArray<DateOnly> Dates, ExitCode Code) Read(Call call, string file)
    {
        var read = DateFile.Read(file);
        foreach (var bad in read.BadRows.Take(20))
        {
            call.Screen.Warn(bad.Message);
        }

        if (read.BadRows.Length > 0)
        {
            call.Screen.Warn($"{file}: {read.Dates.Length} dates read, {read.BadRows.Length} bad rows left out.");
        }

        return (read.Dates, read.BadRows.Length > 0 ? ExitCode.Incomplete : ExitCode.Done);
    }
}
