using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BacklogHealth.Settings;

namespace BacklogHealth.Commands;

/// <summary>When the sample's history ends, and the instants at which its company worked on.</summary>
internal sealed record DemoVisit(DateOnly Today, ImmutableArray<DateTimeOffset> Mornings);

/// <summary>The demo's folder: its settings file, so that every other command works on it, its database, its reports, and what it was like last time.</summary>
internal sealed class DemoPlace
{
    private const int MostMornings = 20;
    private const int OldestDays = 21;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };
    private readonly string _folder;

    private DemoPlace(string folder, string named)
    {
        _folder = folder;
        ConfigFile = Path.Combine(named, "appsettings.json");
    }

    /// <summary>Its settings file, as the user would name it.</summary>
    public string ConfigFile { get; }

    /// <summary>An item worth explaining.</summary>
    public string ExampleKey { get; private set; } = "";

    private string VisitFile => Path.Combine(_folder, "demo.json");

    private string DatabaseFile => Path.Combine(_folder, "demo.db");

    /// <summary>Makes the folder where it is not there.</summary>
    /// <exception cref="UserError">The folder holds settings that no demo wrote: they must not be lost.</exception>
    public static DemoPlace At(string folder)
    {
        var place = new DemoPlace(Path.GetFullPath(folder), folder);
        if (File.Exists(place.ConfigFile) && !File.Exists(place.VisitFile))
        {
            throw UserError.Usage($"{place.ConfigFile}: found settings that are not the demo's. Expected a new folder, or one that a demo made. Name another with --out.");
        }

        Directory.CreateDirectory(folder);
        return place;
    }

    /// <summary>The next visit: the first one, or one more morning at the company of the last time. After three weeks a new company is made.</summary>
    public DemoVisit NextVisit(DateTimeOffset now)
    {
        // The sample's last working morning lies before 09:00 UTC of its day, and nothing may lie in the future.
        var today = DateOnly.FromDateTime(now.UtcDateTime.AddHours(-9));
        if (Last() is { } last && last.Mornings.Length < MostMornings && today.DayNumber - last.Today.DayNumber is >= 0 and < OldestDays && File.Exists(DatabaseFile)
            && last.Mornings.All(m => m < now))
        {
            return last with { Mornings = last.Mornings.Add(now) };
        }

        foreach (var file in new[] { DatabaseFile, DatabaseFile + "-wal", DatabaseFile + "-shm" })
        {
            File.Delete(file);
        }

        return new DemoVisit(today, []);
    }

    /// <summary>Keeps a visit. Done before anything else is written: it marks the folder as the demo's, and lets a demo that was stopped go on.</summary>
    public void Remember(DemoVisit visit) => File.WriteAllText(VisitFile, JsonSerializer.Serialize(visit, Indented) + "\n");

    /// <summary>Writes the settings for the running sample, and reads them back as any settings are read.</summary>
    public AppSettings Write(DemoTracker sample)
    {
        var today = sample.Backlog.Projects.SelectMany(p => p.Items).Max(i => i.Updated);
        var first = sample.Projects[0].Project;
        ExampleKey = sample.Backlog.Truth.Flaws.Where(f => first.Items.Any(i => i.Key == f.Key))
            .GroupBy(f => f.Key).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        var document = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Storage"] = new { ConnectionString = $"Data Source={DatabaseFile}" },
            ["Connections"] = sample.Projects.Select(p => new { Name = p.Connection, Kind = p.Kind.ToString(), BaseUrl = p.BaseUrl.ToString(), User = p.Kind == TrackerKind.JiraCloud ? DemoTracker.User : "", sample.Token }),
            ["Teams"] = sample.Projects.Select(p => new { Name = p.Project.Team, p.Connection, Project = p.SettingsName, TimeZone = sample.Backlog.TimeZone }),
            ["Deliveries"] = sample.Promises(DateOnly.FromDateTime(today.UtcDateTime)).Select(d => new
            {
                d.Name,
                Teams = new[] { d.Team },
                Items = d.Keys,
                Due = d.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }),
            ["Reports"] = new { Folder = Path.Combine(_folder, "reports") },
        };
        var file = Path.Combine(_folder, "appsettings.json");
        File.WriteAllText(file, JsonSerializer.Serialize(document, Indented) + "\n");
        return new SettingsReader(MergedSettings.Read(file, named: true, ImmutableDictionary<string, string>.Empty)).Read();
    }

    // A file that somebody changed by hand is no reason to fail: the demo begins anew.
    private DemoVisit? Last()
    {
        try
        {
            return File.Exists(VisitFile) ? JsonSerializer.Deserialize<DemoVisit>(File.ReadAllText(VisitFile)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
