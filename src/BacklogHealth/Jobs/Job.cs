using BacklogHealth.Jobs.Apart;
using BacklogHealth.Scheduling;
using BacklogHealth.Serving;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Jobs;

/// <summary>Which jobs wait for each other. What is sent must not wait for a first pull that takes hours.</summary>
internal enum Lane
{
    /// <summary>Pulling, scoring, reports: one after the other, in the order of the book.</summary>
    Data,

    /// <summary>What goes out.</summary>
    Delivery,
}

/// <summary>What is done again and again.</summary>
/// <param name="Name">Its name, in settings and in the database.</param>
/// <param name="Lane">What it waits for.</param>
/// <param name="Schedule">When it is due.</param>
/// <param name="Zone">The zone of the schedule.</param>
/// <param name="Misfire">What is done about a slot that was missed.</param>
/// <param name="Do">Does it.</param>
internal sealed record Job(string Name, Lane Lane, Schedule Schedule, TimeZoneInfo Zone, Misfire Misfire, Func<JobWork, CancellationToken, Task<JobEnd>> Do);

/// <summary>What a job has at hand.</summary>
/// <param name="Store">The store, which takes what this run writes as long as its claim holds.</param>
/// <param name="Settings">The settings.</param>
/// <param name="Host">The machine.</param>
/// <param name="Screen">Where steps say what they do.</param>
internal sealed record JobWork(BacklogStore Store, AppSettings Settings, AppHost Host, Screen Screen)
{
    /// <summary>Which of the job's times is done, by the clock of its zone.</summary>
    public DateTime Due { get; init; }

    /// <summary>Keeps what goes out among the reports of the past; null where nothing is kept.</summary>
    public Keeping? Keeping { get; init; }

    /// <summary>Does runs in a process of its own; null where they are to be done in this one.</summary>
    public ApartProcess? Apart { get; init; }

    /// <summary>The run that is done; null before it is known which.</summary>
    public ClaimedRun? Claim { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time => Host.Time;

    /// <summary>The same for one run: what it writes carries its claim.</summary>
    public JobWork Under(ClaimedRun claim) => this with { Store = Store.Under(claim), Claim = claim, Due = Slot.Read(claim.Run.Key.Slot) };

    /// <summary>Does something for each of some things, one after the other; one that fails keeps no other from being done.</summary>
    /// <param name="things">The things.</param>
    /// <param name="action">Does it; gives a code and, where there is something to say, a sentence.</param>
    /// <param name="cancellation">Stops it between two things.</param>
    public static async Task<IReadOnlyList<JobEnd>> Each<T>(IEnumerable<T> things, Func<T, Task<JobEnd>> action, CancellationToken cancellation)
    {
        var ends = new List<JobEnd>();
        foreach (var thing in things)
        {
            cancellation.ThrowIfCancellationRequested();
            ends.Add(await One(() => action(thing)));
        }

        return ends;
    }

    // What another worker does by now is not this one's to go on with.
    private static async Task<JobEnd> One(Func<Task<JobEnd>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException or StoreException { Fault: StoreFault.LeaseLost }))
        {
            return JobEnd.Of(e);
        }
    }
}

/// <summary>What a run of a job came to.</summary>
/// <param name="Code">The code that the command of the same work would have ended with.</param>
/// <param name="Note">What there is to say; empty for nothing.</param>
internal sealed record JobEnd(ExitCode Code, string Note)
{
    /// <summary>After what time there is more to do, before the next slot; null where there is not.</summary>
    public TimeSpan? Again { get; init; }

    /// <summary>Longer notes help nobody.</summary>
    private const int LongestNote = 2000;

    /// <summary>What an exception comes to. The message of an unknown one may quote what it failed on, an item's text too: its kind and where it happened stand for it.</summary>
    public static JobEnd Of(Exception e)
    {
        var (code, message) = Faults.Explain(e)
            ?? (ExitCode.Failed, $"This is a fault of the program ({e.GetType().Name}{Where(e)}). What was stored is kept. Please report it with the output of `{Product.CommandLine} doctor`.");
        return new JobEnd(code, message);
    }

    // The first line of our own, without its parameters and the file.
    private static string Where(Exception e) =>
        e.StackTrace?.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.StartsWith($"at {nameof(BacklogHealth)}.", StringComparison.Ordinal)) is { } line ? $" {line.Split('(')[0]}" : "";

    /// <summary>Joins the ends of several parts: the notes of those that failed, or what is said where none did.</summary>
    public static JobEnd Join(IReadOnlyCollection<JobEnd> ends, Func<string> done)
    {
        var notes = ends.Where(e => e.Note.Length > 0).Select(e => e.Note).Distinct(StringComparer.Ordinal).ToList();
        var text = notes.Count > 0 ? string.Join(' ', notes) : done();
        return new JobEnd(ExitCodes.Join(ends.Select(e => e.Code)), text.Length <= LongestNote ? text : $"{text[..LongestNote]}…") { Again = ends.Min(e => e.Again) };
    }
}
