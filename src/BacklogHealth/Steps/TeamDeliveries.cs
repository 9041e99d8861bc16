using System.Collections.Immutable;
using BacklogHealth.Core.Health;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>A team's deliveries at an instant, with the items that their queries had found by then.</summary>
/// <param name="Known">Those whose items are known, in the order of settings.</param>
/// <param name="Problems">What is not known of them, as sentences.</param>
internal sealed record TeamDeliveries(ImmutableArray<DeliveryDefinition> Known, ImmutableArray<string> Problems)
{
    /// <summary>Reads them. One whose query was never answered is left out: without its items it would look done.</summary>
    /// <param name="team">The team.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="store">Where the answers are.</param>
    /// <param name="isOwn">True for ids of the team's own items: what a query finds elsewhere is another team's, or nobody's.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<TeamDeliveries> Of(Team team, AppSettings settings, BacklogStore store, Func<string, bool> isOwn, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var known = ImmutableArray.CreateBuilder<DeliveryDefinition>();
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var delivery in settings.DeliveriesOf(team.Name))
        {
            // Where there is no tracker to ask, the settings name the items.
            var asks = delivery.Query.Length > 0 && team.Connection is not null;
            var members = asks ? await store.DeliveryMembers(team.Name, Trackers.Asked(team, delivery.Query), asOf, cancellation) : null;
            if (asks && members is null)
            {
                problems.Add($"Delivery {delivery.Name}: its query was never answered, so nothing is said of it. Run sync, which tells why where the tracker refuses it.");
                continue;
            }

            if (members?.Refusal is { } why)
            {
                problems.Add(FormattableString.Invariant($"Delivery {delivery.Name}: the tracker cannot run its query any more ({why}); its items are those of {members.AnsweredAt:yyyy-MM-dd HH:mm} UTC. Mend its Query under Deliveries."));
            }

            known.Add(new DeliveryDefinition(delivery.Name, delivery.Due, delivery.Fixed, [.. delivery.Items, .. (members?.Ids ?? []).Where(isOwn)]));
        }

        return new TeamDeliveries(known.ToImmutable(), problems.ToImmutable());
    }
}
