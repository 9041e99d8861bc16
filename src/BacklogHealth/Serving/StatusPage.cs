using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Json;
using BacklogHealth.Reports;
using BacklogHealth.Storage;

namespace BacklogHealth.Serving;

/// <summary>The first page: of each team what was proven, of each subscription what was sent, of each job what ran and what is next. Texts of items are not there.</summary>
internal static class StatusPage
{
    /// <summary>The page.</summary>
    /// <param name="status">What is stored, sent and done.</param>
    public static ProgramPage Of(StatusJson status)
    {
        var open = status.Teams.Count(t => StateOf(t) == ProgramState.Act) + status.Subscriptions.Count(s => StateOf(s) == ProgramState.Act) + status.Jobs.Count(j => JobWords.ErrorBeside(j, status.Teams) is not null);
        var waiting = status.Teams.Count(t => StateOf(t) == ProgramState.Watch) + status.Subscriptions.Count(s => StateOf(s) == ProgramState.Watch);
        var title = status.Teams.Count == 0 ? "Nothing is stored yet"
            : open > 0 ? $"{Counted(open, "thing needs", "things need")} a look"
            : waiting > 0 ? $"Nothing needs a look; {Counted(waiting, "thing is", "things are")} not done yet"
            : "Nothing needs a look";
        return new ProgramPage(title, $"As of {Minute(status.Now)}; BacklogHealth {status.Version}.", [.. Teams(status.Teams), .. Subscriptions(status.Subscriptions), .. Jobs(status.Jobs, status.Teams)]);
    }

    private static IEnumerable<ProgramBlock> Teams(IReadOnlyList<TeamStatusJson> teams)
    {
        if (teams.Count == 0)
        {
            yield return new ProgramText("No team has any items here. Once a first pull or import has run, this page tells what was proven.");
            yield break;
        }

        var (pulled, complete) = (teams.Count(t => t.Complete is not null), teams.Count(t => t.Complete == true));
        yield return new ProgramHeading(
            pulled == 0 ? "No team is pulled from a tracker"
            : $"{complete} of {Counted(pulled, "team is", "teams are")} proven complete");
        yield return new ProgramTable(
            "Teams", ["Team", "State", "Items", "Last proven", "Last run", "Waited for limits"],
            [.. teams.Select(t => ImmutableArray.Create<ProgramCell>(
                t.Team,
                new ProgramCell(t switch { { PulledAt: null } => "Nothing pulled yet", { Complete: null } => "Imported", { Complete: true } => "Complete", _ => "Not proven complete" }, StateOf(t)),
                t switch
                {
                    { Stored: null } => "",
                    { InTracker: null } => string.Create(CultureInfo.InvariantCulture, $"{t.Stored:#,0} stored"),
                    _ => string.Create(CultureInfo.InvariantCulture, $"{t.Stored:#,0} of {t.InTracker:#,0}"),
                },
                t.Complete is null ? $"{(t.PulledAt is null ? "" : $"imported {Minute(t.PulledAt)}")}" : t.ProvenAt is null ? "never" : Minute(t.ProvenAt),
                t.RunAt is null ? "never" : Minute(t.RunAt),
                t.WaitedSeconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{t.WaitedSeconds:0} s") : ""))]);
        var problems = teams.SelectMany(t => t.Problems.Select(p => new ProgramCell($"{t.Team}: {p}"))).ToImmutableArray();
        if (!problems.IsEmpty)
        {
            yield return new ProgramList(problems);
        }
    }

    private static IEnumerable<ProgramBlock> Subscriptions(IReadOnlyList<SubscriptionJson> subscriptions)
    {
        if (subscriptions.Count == 0)
        {
            yield return new ProgramHeading("No report goes out by itself");
            yield return new ProgramText("Settings name no subscription.");
            yield break;
        }

        var waiting = subscriptions.Count(s => StateOf(s) is ProgramState.Act or ProgramState.Watch);
        yield return new ProgramHeading(waiting == 0 ? "Every report that was due went to everybody" : $"{Counted(waiting, "report has", "reports have")} not gone to everybody");
        yield return new ProgramTable(
            "Subscriptions", ["Report", "For", "Due", "Sent", "Next"],
            [.. subscriptions.Select(s => ImmutableArray.Create<ProgramCell>(
                s.Subscription,
                $"{s.Audience}, {string.Join(", ", s.Teams)}",
                s.DueAt is null ? "not yet" : Minute(s.DueAt),
                s.DueAt is null ? "" : new ProgramCell(s.Dispatches.Count == 0 ? "not yet" : string.Create(CultureInfo.InvariantCulture, $"{Sent(s)} of {s.Dispatches.Count}"), StateOf(s)),
                s.Next is null ? "never" : Minute(s.Next)))]);
        var open = subscriptions.SelectMany(s => s.Dispatches.Where(d => d.State != Accepted).Select(d => new ProgramCell($"{s.Subscription}, {d.Channel} to {d.Recipient}: {d.State}{(d.Note is { } note ? $": {note}" : ".")}"))).ToImmutableArray();
        if (!open.IsEmpty)
        {
            yield return new ProgramList(open);
        }
    }

    // Where nothing ever ran by itself, the jobs are no news: commands do the same work.
    private static IEnumerable<ProgramBlock> Jobs(IReadOnlyList<JobJson> jobs, IReadOnlyList<TeamStatusJson> teams)
    {
        if (jobs.All(j => j.Last is null))
        {
            yield break;
        }

        var failed = jobs.Count(JobWords.HasFailed);
        yield return new ProgramHeading(failed == 0 ? "Every job went well when it last ran" : $"{Counted(failed, "job", "jobs")} of {jobs.Count} went wrong");
        yield return new ProgramTable(
            "Jobs", ["Job", "Last run", "What came of it", "Next"],
            [.. jobs.Select(j => ImmutableArray.Create<ProgramCell>(
                j.Job,
                JobWords.LastRun(j),
                new ProgramCell(JobWords.Outcome(j), JobWords.HasFailed(j) ? ProgramState.Act : j.Last is null ? ProgramState.None : ProgramState.Keep),
                j.Next is { } next ? Minute(next) : "never"))]);
        var errors = jobs.Select(j => (j.Job, Error: JobWords.ErrorBeside(j, teams))).Where(e => e.Error is not null).Select(e => new ProgramCell($"{e.Job}: {e.Error}")).ToImmutableArray();
        if (!errors.IsEmpty)
        {
            yield return new ProgramList(errors);
        }
    }

    private static readonly string Accepted = DispatchJson.NameOf(DispatchState.Accepted);

    private static int Sent(SubscriptionJson subscription) => subscription.Dispatches.Count(d => d.State == Accepted);

    private static ProgramState StateOf(TeamStatusJson team) => team switch
    {
        { PulledAt: null } => ProgramState.Watch,
        { Complete: false } => ProgramState.Act,
        _ => ProgramState.Keep,
    };

    private static ProgramState StateOf(SubscriptionJson subscription) =>
        subscription.DueAt is null ? ProgramState.None
        : subscription.Dispatches.Any(d => d.State == DispatchJson.NameOf(DispatchState.Failed) || d.State == DispatchJson.NameOf(DispatchState.Unknown)) ? ProgramState.Act
        : subscription.Dispatches.Count == 0 || Sent(subscription) < subscription.Dispatches.Count ? ProgramState.Watch
        : ProgramState.Keep;

    private static string Counted(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    private static string Minute(string? instant) => UtcInstant.Minute(instant!);
}
