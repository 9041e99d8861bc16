using System.Collections.Immutable;
using BacklogHealth.Connectors;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Pulling;

/// <summary>A delivery whose query was asked.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Answer">The tracker's answer; null where it could not be proven whole.</param>
/// <param name="Doubt">Why it could not, as sentences; null where it was.</param>
internal sealed record AskedDelivery(DeliverySettings Delivery, QueryAnswer? Answer, string? Doubt = null);

/// <summary>
/// Asks a team's tracker which items the queries of its deliveries find. What comes of them never casts doubt on the items themselves: a query that is
/// refused, and an answer that contradicts itself, leave the last known members as they are.
/// </summary>
internal static class DeliveryQueries
{
    /// <summary>Asks all of them.</summary>
    /// <exception cref="TrackerException">The tracker could not be read.</exception>
    public static async Task<ImmutableArray<AskedDelivery>> Ask(
        Team team, IWorkTracker tracker, ImmutableArray<DeliverySettings> deliveries, PullProgress? progress, CancellationToken cancellation)
    {
        var asked = ImmutableArray.CreateBuilder<AskedDelivery>();
        foreach (var delivery in deliveries.Where(d => d.Query.Length > 0))
        {
            progress?.Asking(delivery.Name);
            try
            {
                asked.Add(new(delivery, await tracker.Find(delivery.Query, cancellation)));
            }
            catch (TrackerException fault) when (fault.Fault == TrackerFault.Incomplete)
            {
                asked.Add(new(delivery, null, $"Delivery {delivery.Name}, team {team.Name}: {fault.Message}"));
            }
        }

        return asked.ToImmutable();
    }

    /// <summary>Keeps the answers and counts what of them belongs to no team.</summary>
    public static async Task<ImmutableArray<DeliveryAnswer>> Keep(Team team, BacklogStore store, ImmutableArray<AskedDelivery> asked, CancellationToken cancellation)
    {
        var told = ImmutableArray.CreateBuilder<DeliveryAnswer>(asked.Length);
        foreach (var one in asked)
        {
            if (one.Answer is { } answer)
            {
                await store.SaveQueryAnswer(team.Name, Trackers.Asked(team, one.Delivery.Query), answer, cancellation);
            }

            told.Add(await Judge(team, store, one, cancellation));
        }

        return told.MoveToImmutable();
    }

    /// <summary>What came of one of them; changes nothing.</summary>
    /// <param name="team">The team that was asked.</param>
    /// <param name="store">The store; null where none can be opened, so that nothing is known of other teams and of earlier answers.</param>
    /// <param name="one">What was asked and answered.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<DeliveryAnswer> Judge(Team team, BacklogStore? store, AskedDelivery one, CancellationToken cancellation)
    {
        var name = one.Delivery.Name;
        if (one.Answer is not { } answer)
        {
            return new(name, 0, 0, $"{one.Doubt} {await Kept(team, store, one.Delivery.Query, cancellation)}", ExitCode.Incomplete);
        }

        if (answer.Refusal is null)
        {
            return new(name, answer.Ids.Length, store is null ? 0 : answer.Ids.Length - await store.CountStored(team.Name, answer.Ids, cancellation));
        }

        var kind = team.Connection!.Kind;
        var language = kind == TrackerKind.AzureDevOps ? "WIQL" : "JQL";
        return new(
            name, 0, 0,
            $"Delivery {name}, team {team.Name}: {Trackers.Name(kind)} cannot run its query {one.Delivery.Query} ({answer.Refusal}). Expected {language} that finds its items. Mend its Query under Deliveries. {await Kept(team, store, one.Delivery.Query, cancellation)}",
            ExitCode.Usage);
    }

    private static async Task<string> Kept(Team team, BacklogStore? store, string query, CancellationToken cancellation) =>
        store is not null && await store.DeliveryMembers(team.Name, Trackers.Asked(team, query), DateTimeOffset.MaxValue, cancellation) is { } members
            ? FormattableString.Invariant($"Until then it has the {(members.Ids.Length == 1 ? "1 item that was" : $"{members.Ids.Length} items that were")} found on {members.AnsweredAt:yyyy-MM-dd HH:mm} UTC.")
            : "Until then nothing is said of it.";
}
