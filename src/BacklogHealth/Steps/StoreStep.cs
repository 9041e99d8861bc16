using System.Collections.Immutable;
using BacklogHealth.Connectors;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Pulling;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Telemetry;

namespace BacklogHealth.Steps;

/// <summary>A team's data as they lie in the store.</summary>
/// <param name="Team">The team.</param>
/// <param name="Place">What the store knows of the team.</param>
/// <param name="Profile">The tracker's profile, with the team's own meaning of states.</param>
/// <param name="Calendar">The team's calendar.</param>
/// <param name="Pull">The last pull or import; null where there was none.</param>
/// <param name="Code">0; 3 where the pull could not be proven whole, 2 where a delivery's query has to be mended.</param>
internal sealed record Stored(Team Team, StoredTeam Place, TrackerProfile Profile, TeamCalendar Calendar, PullResult? Pull, ExitCode Code)
{
    /// <summary>The team's workflow.</summary>
    public Workflow Workflow => Profile.Workflow;

    /// <summary>What this pull's queries of deliveries were answered; empty where nothing was pulled.</summary>
    public ImmutableArray<DeliveryAnswer> Deliveries { get; init; } = [];

    /// <summary>What the team's own items have taught.</summary>
    public OwnModels Learned { get; init; } = OwnModels.None;
}

/// <summary>Store: keeps what was pulled, page by page, and proves that it is whole.</summary>
internal static class StoreStep
{
    /// <summary>Lists the whole scope, fetches what moved, keeps it, reconciles the counts, and says in one line what was proven.</summary>
    /// <exception cref="TrackerException">The tracker could not be read to the end; what was stored stays, and the next pull goes on from there.</exception>
    public static async Task<Stored> Keep(Pulled pulled, BacklogStore store, PullOptions options, Screen screen, CancellationToken cancellation)
    {
        using var step = TimedStep.OfTeam("pull", pulled.Team.Name);
        var (team, tracker) = (pulled.Team, pulled.Tracker);
        var profile = HasPages(team) ? pulled.Profile : pulled.Profile with { BrowseUrl = null, AuthorUrl = null };
        await store.SaveTeam(new StoredTeam(team.Name, team.Connection!.Name, Trackers.Source(team), ZoneOf(team, profile), profile.BrowseUrl), cancellation);
        await store.SaveProfile(team.Name, profile, cancellation);
        var (result, deliveries) = await Pull();
        PullMeasures.Ended(result, pulled.Time);
        var stored = await AlreadyThere(team, store, cancellation);
        screen.Say($"{team.Name}: {PullWords.Proof(stored.Pull!)}");
        foreach (var problem in result.Problems)
        {
            screen.Say(problem);
        }

        foreach (var note in WorkflowNames.Unknown(team, profile.Workflow, await WorkflowNames.Met(store, team.Name, cancellation)))
        {
            screen.Warn($"{team.Name}: {note}");
        }

        foreach (var delivery in deliveries)
        {
            delivery.Tell(screen);
        }

        await TellDetails(store, result, screen, cancellation);
        return step.Done(stored with { Code = ExitCodes.Join([result.Complete ? ExitCode.Done : ExitCode.Incomplete, .. deliveries.Select(d => d.Code)]), Deliveries = deliveries });

        async Task<PullDone> Pull()
        {
            try
            {
                return await screen.Working($"{team.Name}: pulling", tell =>
                    new PullCycle(team, profile, tracker, store, options, new PullProgress(pulled.Time, tell)).Run(cancellation));
            }
            catch (TrackerException fault)
            {
                var broken = (await store.LastPull(team.Name, cancellation))!;
                PullMeasures.Ended(broken, pulled.Time, fault);
                // The fault itself is told by whoever called; what is known here is that nothing has to be read twice.
                if (PullWords.Kept(broken) is { } kept)
                {
                    screen.Say($"{team.Name}: {kept}");
                }

                throw;
            }
        }
    }

    private static async Task TellDetails(BacklogStore store, PullResult result, Screen screen, CancellationToken cancellation)
    {
        screen.Detail($"{result.Team}: {PullWords.Cost(result)}");
        foreach (var entry in screen.Verbose ? await store.Audit(result.Team, cancellation) : [])
        {
            screen.Detail($"{result.Team}: {PullWords.Accepted(entry, await store.Keys(result.Team, entry.Ids, cancellation))}");
        }
    }

    /// <summary>What the store holds of a team already.</summary>
    /// <exception cref="UserError">The store holds nothing of it.</exception>
    public static async Task<Stored> AlreadyThere(Team team, BacklogStore store, CancellationToken cancellation)
    {
        var place = (await store.Teams(cancellation)).FirstOrDefault(t => t.Name == team.Name)
            ?? throw UserError.Usage($"team {team.Name}: nothing of it is stored yet. Expected items from a pull or an import. Run `{Product.CommandLine} sync --team \"{team.Name}\"` or `import` first.");
        var profile = await store.Profile(team.Name, cancellation);
        var calendar = new TeamCalendar(team.Settings.TimeZone ?? Zones.Find(place.TimeZone) ?? TimeZoneInfo.Utc);
        var workflow = profile.Workflow.With(team.Settings.Workflow);
        return new Stored(team, place, profile with { Workflow = workflow }, calendar, Mapped(await store.LastPull(team.Name, cancellation), workflow), ExitCode.Done)
        {
            Learned = await KeptModels.Of(team.Name, store, cancellation),
        };
    }

    // The store knows the tracker's workflow alone; a state that the team gives a meaning is not unmapped.
    private static PullResult? Mapped(PullResult? pull, Workflow workflow)
    {
        var unmapped = pull?.UnmappedStates.RemoveAll(s => workflow.Find(s.Id, s.Name) is not null) ?? [];
        return pull is null ? null : pull with { UnmappedStates = unmapped, Unmapped = unmapped.Sum(s => s.Items) };
    }

    // A tracker on this machine has pages only while it runs: a report must not link to what will be gone.
    private static bool HasPages(Team team) => team.Connection!.BrowseUrl is not null || !team.Connection.BaseUrl.IsLoopback;

    private static string ZoneOf(Team team, TrackerProfile profile) => team.Settings.TimeZone?.Id ?? profile.TimeZoneId ?? "UTC";
}
