using System.Collections.Immutable;
using BacklogHealth.Scheduling;

namespace BacklogHealth.Settings;

/// <summary>Reads when jobs are done.</summary>
internal sealed class JobReader(SettingsValues values)
{
    /// <summary>The jobs of settings and of the program, in the order in which those that are due at once are done.</summary>
    public static readonly ImmutableArray<string> Names = ["Sync", "Learn", "Score", "Promises", "Report", "Deliver"];

    /// <summary>All jobs.</summary>
    public ImmutableArray<JobSettings> Read() => [.. Names.Select(Read)];

    private JobSettings Read(string name)
    {
        var at = $"Jobs:{name}";
        var cron = values.Text(at, "Schedule");
        var (off, expected) = (cron.Equals("off", StringComparison.OrdinalIgnoreCase), (string?)null);
        var schedule = off ? null : Schedule.Read(cron, Schedule.ForWork, out expected);
        if (!off && schedule is null)
        {
            values.Wrong($"{at}:Schedule", $"'{cron}'", $"{expected}, or off", "Correct it or leave it out");
        }

        var zone = values.Zone(at, "TimeZone");
        var misfire = values.Text(at, "Misfire").ToUpperInvariant() switch
        {
            "ONCE" => Misfire.Once,
            "SKIP" => Misfire.Skip,
            _ => values.Wrong(Misfire.Once, $"{at}:Misfire", $"'{values.Text(at, "Misfire")}'", "once (do the latest one late) or skip (leave it out)", "Correct it or leave it out"),
        };
        return new JobSettings(name.ToLowerInvariant(), schedule, zone, misfire);
    }
}
