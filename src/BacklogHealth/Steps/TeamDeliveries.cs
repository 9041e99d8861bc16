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
    /// <param name="asOf">The instant.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<TeamDeliveries> Of(Team team, AppSettings settings, BacklogStore store, DateTimeOffset asOf, CancellationToken cancellation)
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

            known.Add(new DeliveryDefinition(delivery.Name, delivery.Due, delivery.Fixed, delivery.Items)
            {
                Found = members?.Ids ?? [],
                StoredElsewhere = await Elsewhere(team, delivery, settings, store, cancellation),
            });
        }

        return new TeamDeliveries(known.ToImmutable(), problems.ToImmutable());
    }

    // An epic of several teams is stored with one of them; ids are only the same within one tracker.
    private static async Task<ImmutableSortedDictionary<string, string>> Elsewhere(Team team, DeliverySettings delivery, AppSettings settings, BacklogStore store, CancellationToken cancellation)
    {
        var elsewhere = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var others = settings.Teams.Where(t => t.Name != team.Name && t.Connection == team.Settings.Connection).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var key in others.Count == 0 ? [] : delivery.Items)
        {
            if (await store.Find(key, null, cancellation) is { } found && others.Contains(found.Team))
            {
                elsewhere[key] = found.Item.Id;
            }
        }

        return elsewhere.ToImmutable();
    }
}
