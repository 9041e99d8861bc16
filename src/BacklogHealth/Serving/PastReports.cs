using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BacklogHealth.Delivery;
using BacklogHealth.Settings;
using BacklogHealth.Steps;

namespace BacklogHealth.Serving;

/// <summary>
/// The reports that were made for a period, kept whole for later, in one folder: a day, in it whom they went to, in it a team. No name in there is a person's
/// words: each is made of letters, digits and hyphens here, and read by the same rule, so that no path leads anywhere else.
/// </summary>
/// <param name="folder">The folder; made when the first report is kept.</param>
/// <param name="keepDays">How many days reports are kept.</param>
/// <param name="time">Tells which are older.</param>
internal sealed partial class PastReports(string folder, int keepDays, TimeProvider time)
{
    /// <summary>The forms that are kept. Tables as CSV stand in the page and, as data, in the JSON.</summary>
    private static readonly ImmutableArray<string> Forms = [".html", ".pdf", ".md", ".json"];

    /// <summary>The folder that settings name.</summary>
    public static PastReports Of(ServeSettings serve, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(serve);
        return new PastReports(serve.PastReportsFolder, serve.KeepPastReportsDays, time);
    }

    /// <summary>Keeps the report on one team, each form whole or not at all; the same period and team again takes the place of what was kept. What is too old goes.</summary>
    /// <param name="period">For when it was due, by the clock on the wall.</param>
    /// <param name="subscription">The subscription that it is made for; null for a run that is for nobody in particular.</param>
    /// <param name="team">The team.</param>
    /// <param name="files">Its forms, each named after the report, as <c>coach.html</c>; forms that are not kept are passed over.</param>
    /// <param name="cancellation">Stops it between files.</param>
    /// <exception cref="UserError">The folder cannot be written to.</exception>
    /// <exception cref="ArgumentException">A file has a name that no report has.</exception>
    public async Task<ImmutableArray<PastReport>> Keep(DateTime period, string? subscription, string team, IReadOnlyCollection<ParcelFile> files, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(files);
        var (set, place) = (PastSet.Of(period, subscription), FolderName(team));
        var kept = ImmutableArray.CreateBuilder<PastReport>();
        try
        {
            foreach (var file in files.Where(f => Forms.Contains(Path.GetExtension(f.Name))))
            {
                var report = PastReport.Read(set, place, file.Name) ?? throw new ArgumentException($"No report is kept as '{file.Name}'.", nameof(files));
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf(report))!);
                await DeliverStep.WriteWhole(PathOf(report), file.Content, cancellation);
                kept.Add(report);
            }

            LetGo();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.Failed, $"{folder}: reports cannot be kept there ({e.Message.TrimEnd('.')}). Expected a folder that this account may write to, with room. Mend it, or name another in Serve:PastReportsFolder.");
        }

        return kept.ToImmutable();
    }

    /// <summary>The file of a report; null where it is not kept.</summary>
    public FileInfo? Find(PastReport report)
    {
        var file = new FileInfo(PathOf(report));
        return file.Exists && file.LinkTarget is null ? file : null;
    }

    /// <summary>Days on which reports are kept, the latest first.</summary>
    public IReadOnlyList<DateOnly> Days() => Directory.Exists(folder)
        ? [.. Names(folder).Select(Day).OfType<DateOnly>().OrderDescending()]
        : [];

    /// <summary>The reports of a day, by time, subscription, team and name.</summary>
    public IReadOnlyList<PastReport> On(DateOnly day)
    {
        var at = Path.Combine(folder, Name(day));
        return !Directory.Exists(at) ? [] : [.. Names(at).Order(StringComparer.Ordinal).Select(s => PastSet.Read(day, s)).OfType<PastSet>().SelectMany(In)];
    }

    /// <summary>The reports of a set, by team and name.</summary>
    public IEnumerable<PastReport> In(PastSet set)
    {
        var at = Path.Combine(folder, Name(set.Day), set.Name);
        return !Directory.Exists(at) ? []
            : Names(at).Order(StringComparer.Ordinal)
                .SelectMany(t => Directory.EnumerateFiles(Path.Combine(at, t)).Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(f => PastReport.Read(set, t, f!)))
                .OfType<PastReport>();
    }

    /// <summary>A name as a folder's: its letters and digits, and eight more by which no two names share a folder.</summary>
    public static string FolderName(string name) =>
        $"{DeliverStep.FileName(name)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]}";

    /// <summary>A day as a folder's name.</summary>
    public static string Name(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of a folder's name; null where it is none.</summary>
    public static DateOnly? Day(string? name) => DateOnly.TryParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string PathOf(PastReport report) => Path.Combine(folder, Name(report.Set.Day), report.Set.Name, report.Team, report.File);

    private static IEnumerable<string> Names(string folder) => Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)!);

    private void LetGo()
    {
        var first = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-keepDays);
        foreach (var old in Days().Where(d => d < first))
        {
            try
            {
                Directory.Delete(Path.Combine(folder, Name(old)), recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody reads there, or has made it theirs: today's report is kept all the same, and the next one tries again.
            }
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}-]{1,100}\z", RegexOptions.None, 1000)]
    internal static partial Regex SafeName();

    [GeneratedRegex(@"^[a-z0-9-]{1,80}\.(html|pdf|md|json)\z", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex SafeFile();
}

/// <summary>The reports that were made at one time for one subscription.</summary>
/// <param name="Day">The day of the period.</param>
/// <param name="Name">The time of the period and the subscription, as a folder's name.</param>
internal sealed record PastSet(DateOnly Day, string Name)
{
    /// <summary>What stands in place of a subscription where there is none.</summary>
    public const string Run = "run";

    /// <summary>The path under which it is shown.</summary>
    public string Path => $"/reports/{PastReports.Name(Day)}/{Uri.EscapeDataString(Name)}";

    /// <summary>The time of the period, as 07:00.</summary>
    public string Time => $"{Name[..2]}:{Name[2..4]}";

    /// <summary>The folder name of the subscription; "run" for none.</summary>
    public string Subscription => Name[5..];

    /// <summary>The set of a period.</summary>
    public static PastSet Of(DateTime period, string? subscription) =>
        new(DateOnly.FromDateTime(period), $"{period.ToString("HHmm", CultureInfo.InvariantCulture)}-{(subscription is null ? Run : PastReports.FolderName(subscription))}");

    /// <summary>The set of a name that came from outside; null where it can be none.</summary>
    public static PastSet? Read(DateOnly day, string? name) =>
        name is { Length: > 5 } && name[..4].All(char.IsAsciiDigit) && name[4] == '-' && PastReports.SafeName().IsMatch(name) ? new PastSet(day, name) : null;
}

/// <summary>One form of a report that is kept.</summary>
/// <param name="Set">When and for which subscription it was made.</param>
/// <param name="Team">The folder name of its team.</param>
/// <param name="File">The file, named after the report.</param>
internal sealed record PastReport(PastSet Set, string Team, string File)
{
    /// <summary>The path under which it is shown.</summary>
    public string Path => $"{Set.Path}/{Uri.EscapeDataString(Team)}/{File}";

    /// <summary>The report of names that came from outside; null where they can be none.</summary>
    public static PastReport? Read(PastSet? set, string? team, string? file) =>
        set is not null && team is not null && file is not null && PastReports.SafeName().IsMatch(team) && PastReports.SafeFile().IsMatch(file) ? new PastReport(set, team, file) : null;
}
