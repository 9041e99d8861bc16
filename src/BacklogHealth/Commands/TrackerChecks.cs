using System.Collections.Immutable;
using BacklogHealth.Connectors;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Pulling;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary>What the doctor asks of the trackers: each connection's files, then for each team the credentials, every permission, and what was found of its place.</summary>
internal static class TrackerChecks
{
    // Atlassian and Microsoft let a token live for a year at most; a month is time enough to make a new one.
    private static readonly TimeSpan OldToken = TimeSpan.FromDays(335);

    // Trackers and tokens of Entra allow for as much; clocks that are set by a time service are off by less than a second.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    /// <summary>All connections, each with its teams.</summary>
    public static async Task<List<DoctorCheck>> Of(Call call, CancellationToken cancellation)
    {
        var checks = new List<DoctorCheck>();
        await using var store = await Opened(call, cancellation);
        foreach (var connection in call.Settings.Connections)
        {
            checks.AddRange(await Files(connection, call.Now));
            TimeSpan? ahead = null;
            foreach (var team in call.Settings.Teams.Where(t => t.Connection == connection.Name))
            {
                var (found, clockAhead) = await Team(new Team(team.Name, team, connection), store, call.Settings.DeliveriesOf(team.Name), call.Host.Time, cancellation);
                checks.AddRange(found);
                ahead = clockAhead ?? ahead;
            }

            checks.AddRange(ahead is { } by ? [Clock(connection.Name, by)] : []);
        }

        return checks;
    }

    /// <summary>The files that a connection names: its token's age, and its authorities.</summary>
    internal static async Task<List<DoctorCheck>> Files(ConnectionSettings connection, DateTimeOffset now)
    {
        var checks = new List<DoctorCheck>();
        if (connection is { Token: "", TokenFile.Length: > 0 })
        {
            var check = await DoctorCheck.Look($"{connection.Name}, token", () =>
            {
                _ = Secrets.Token(connection);
                return Task.FromResult(FormattableString.Invariant($"{connection.TokenFile}, written {Ago((now - Written(connection.TokenFile)).Days)}"));
            });
            var old = check.Code == ExitCode.Done && connection.Kind != TrackerKind.JiraDataCenter && now - Written(connection.TokenFile) > OldToken;
            checks.Add(old ? check with { Todo = "Such a token lives for a year at most: look when it ends, and make a new one before." } : check);
        }

        if (connection.CertificateAuthorityFile.Length > 0)
        {
            checks.Add(await DoctorCheck.Look($"{connection.Name}, certificate authorities", () => Task.FromResult(Authorities.Describe(connection, now))));
        }

        return checks;
    }

    /// <summary>
    /// Every permission as a line. One that several things are done with, and that is there for all of them, is told once.
    /// </summary>
    internal static IEnumerable<DoctorCheck> Permissions(string where, IReadOnlyCollection<AccessCheck> access) =>
        access.GroupBy(a => a.Granted ? a.Permission : $"{a.Permission}, {a.For}", StringComparer.Ordinal)
            .Select(g => Permission(where, g.First() with { For = string.Join("; ", g.Select(a => a.For)) }));

    /// <summary>One permission as a line: what is missing and not needed is a note, since all else can be worked with.</summary>
    internal static DoctorCheck Permission(string where, AccessCheck check) => check switch
    {
        { Granted: true } => DoctorCheck.Well($"{where}, {check.Permission}", $"granted, {check.For}"),
        { Needed: true } => new DoctorCheck($"{where}, {check.Permission}", ExitCode.Refused, $"not granted; it is needed {check.For}", check.Remedy),
        _ => DoctorCheck.Note($"{where}, {check.Permission}", $"not granted; it would be used {check.For}", check.Remedy),
    };

    /// <summary>What was found of the team's place, as one line.</summary>
    internal static DoctorCheck Place(string where, Team team, TrackerProfile profile)
    {
        var found = FormattableString.Invariant($"{Trackers.Source(team)}: {profile.Workflow.States.Count(s => !s.Elsewhere)} states, {profile.Sprints.Length} sprints, time zone {team.Settings.TimeZone?.Id ?? profile.TimeZoneId ?? "unknown"}");
        IReadOnlyList<string> notes = [.. profile.Notes, .. PullStep.ZoneNotes(team, profile)];
        return notes.Count == 0 ? DoctorCheck.Well($"{where}, place", found) : DoctorCheck.Note($"{where}, place", found, string.Join(" ", notes));
    }

    /// <summary>Which field holds what, as one line.</summary>
    internal static DoctorCheck Fields(string where, TrackerProfile profile) =>
        DoctorCheck.Well($"{where}, fields", string.Join("; ", profile.Fields.Select(FieldWords.Of)));

    /// <summary>How far this machine's clock is from the tracker's, as one line.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="ahead">How far it is ahead; negative where it is behind.</param>
    internal static DoctorCheck Clock(string connection, TimeSpan ahead)
    {
        var what = $"{connection}, clock";
        if (ahead.Duration() <= MostSkew)
        {
            return DoctorCheck.Well(what, "this machine's clock and the tracker's are at most 5 minutes apart");
        }

        var minutes = (long)ahead.Duration().TotalMinutes;
        var by = minutes < 120 ? FormattableString.Invariant($"{minutes} minutes") : minutes < 48 * 60 ? FormattableString.Invariant($"{minutes / 60} hours {minutes % 60} minutes") : FormattableString.Invariant($"{minutes / 60 / 24} days");
        return DoctorCheck.Note(what, $"this machine's clock is {by} {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} the tracker's", "Expected 5 minutes at most. Nothing is lost by it, since a sync compares stamps and not times, but ages of items and what counts as today are off by as much. Set this machine's clock, best by a time service.");
    }

    /// <summary>Names in the setting Workflow that are no state's, a line for each.</summary>
    internal static IEnumerable<DoctorCheck> States(string where, Team team, TrackerProfile profile, IEnumerable<string> met) =>
        WorkflowNames.Unknown(team, profile.Workflow, met).Select(note => DoctorCheck.Note($"{where}, workflow", "a name is no state's", Capital(note)));

    private static string Capital(string note) => string.Concat(note[..1].ToUpperInvariant(), note.AsSpan(1));

    /// <summary>What the query of a delivery finds, as one line.</summary>
    /// <param name="where">Connection and team.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="pulled">True where it is known which items belong to teams.</param>
    internal static DoctorCheck Delivery(string where, DeliveryAnswer answer, bool pulled)
    {
        var what = $"{where}, delivery {answer.Delivery}";
        return answer switch
        {
            { Problem: { } problem } => new DoctorCheck(what, answer.Code, "", problem),
            { Found: 0 } => DoctorCheck.Note(what, "its query finds no item", "Look whether it means what it should, best in the tracker's own search."),
            { Elsewhere: > 0 } => DoctorCheck.Note(
                what, FormattableString.Invariant($"{answer.Elsewhere} of {answer.Found} items that its query finds belong to no team here"), "They count for nothing. Add a team whose scope they are in, pull it, or narrow the query."),
            _ => DoctorCheck.Well(what, FormattableString.Invariant($"its query finds {answer.Found} {(answer.Found == 1 ? "item" : "items")}{(pulled ? ", all of teams here" : "")}")),
        };
    }

    private static async Task<(List<DoctorCheck> Checks, TimeSpan? ClockAhead)> Team(Team team, BacklogStore? store, ImmutableArray<DeliverySettings> deliveries, TimeProvider time, CancellationToken cancellation)
    {
        var where = $"{team.Connection!.Name}, team {team.Name}";
        var checks = new List<DoctorCheck>();
        IWorkTracker? tracker = null;
        try
        {
            tracker = Trackers.Open(team, time);
            var access = await tracker.CheckAccess(cancellation);
            checks.Add(DoctorCheck.Well($"{where}, credentials", $"{Trackers.Name(team.Connection.Kind)} at {team.Connection.BaseUrl.Host} accepts them"));
            checks.AddRange(Permissions(where, access));
            if (access.All(a => a.Granted || !a.Needed))
            {
                var profile = await tracker.Describe(cancellation);
                checks.Add(Place(where, team, profile));
                checks.AddRange(States(where, team, profile, store is null ? [] : await WorkflowNames.Met(store, team.Name, cancellation)));
                checks.AddRange(profile.Fields.IsEmpty ? [] : [Fields(where, profile)]);
                var known = store is not null && (await store.Teams(cancellation)).Any(t => t.Name == team.Name) ? store : null;
                foreach (var asked in await DeliveryQueries.Ask(team, tracker, deliveries, null, cancellation))
                {
                    checks.Add(Delivery(where, await DeliveryQueries.Judge(team, known, asked, cancellation), known is not null));
                }
            }
        }
        catch (Exception e) when (Faults.Explain(e) is { } known)
        {
            checks.Add(new DoctorCheck(where, known.Code, "", known.Message));
        }

        // A tracker that refuses us has told its time too, and a clock that is off may be why.
        using (tracker)
        {
            return (checks, tracker?.ClockAhead);
        }
    }

    // What is wrong with the database is told by the look at this machine.
    private static async Task<BacklogStore?> Opened(Call call, CancellationToken cancellation)
    {
        try
        {
            return await call.OpenStore(cancellation);
        }
        catch (Exception e) when (Faults.Explain(e) is not null)
        {
            return null;
        }
    }

    private static string Ago(int days) => days switch
    {
        <= 0 => "today",
        1 => "yesterday",
        _ => FormattableString.Invariant($"{days} days ago"),
    };

    private static DateTimeOffset Written(string file) => new(File.GetLastWriteTimeUtc(file), TimeSpan.Zero);
}
