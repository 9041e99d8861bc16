using System.Buffers;
using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Fetches issues with their whole history, all their comments and their links, and keeps what was sent for each.</summary>
internal static class JiraFetch
{
    public static async Task<FetchedItems> Fetch(JiraSite site, JiraFields fields, ImmutableArray<string> ids, KnownPayloads known, CancellationToken cancellation)
    {
        if (ids.IsEmpty)
        {
            return new FetchedItems([], []);
        }

        using var batch = await site.Dialect.Fetch(site, fields, ids, known, cancellation);
        if (batch.Oversized is { } oversized)
        {
            return await InHalves(site, fields, ids, known, oversized, cancellation);
        }

        var items = ImmutableArray.CreateBuilder<WorkItem>(ids.Length);
        var payloads = ImmutableArray.CreateBuilder<ItemPayload>(ids.Length);
        var unavailable = ImmutableArray.CreateBuilder<UnavailableItem>();
        var buffer = new ArrayBufferWriter<byte>(8192);
        foreach (var id in ids)
        {
            if (await Parts(site, batch, id, known, cancellation) is not { } parts)
            {
                unavailable.Add(batch.Missing(id));
                continue;
            }

            var (item, reason) = JiraItems.Read(parts, site.Dialect, fields);
            if (item is not null)
            {
                items.Add(item);
                payloads.Add(JiraPayload.Of(id, parts, site.Dialect, fields, buffer));
            }
            else
            {
                unavailable.Add(JiraAbsence.Unreadable(id, reason!));
            }
        }

        return new FetchedItems(items.ToImmutable(), unavailable.ToImmutable(), payloads.ToImmutable());
    }

    private static async Task<JiraParts?> Parts(JiraSite site, JiraBatch batch, string id, KnownPayloads known, CancellationToken cancellation)
    {
        if (batch.Issue(id) is not { } issue || await JiraComments.Read(site, batch, issue, cancellation) is not { } comments)
        {
            return null;
        }

        var (histories, whole) = batch.Histories(id);
        return new JiraParts(issue, histories, whole, comments, await JiraRemoteLinks.Read(site, batch, id, histories, whole, known, cancellation));
    }

    // One monstrous issue must not keep the other ninety-nine out.
    private static async Task<FetchedItems> InHalves(JiraSite site, JiraFields fields, ImmutableArray<string> ids, KnownPayloads known, string oversized, CancellationToken cancellation)
    {
        if (ids.Length == 1)
        {
            return new FetchedItems([], [JiraAbsence.Unreadable(ids[0], $"the tracker's answer for it has {oversized}")]);
        }

        var first = await Fetch(site, fields, ids[..(ids.Length / 2)], known, cancellation);
        var second = await Fetch(site, fields, ids[(ids.Length / 2)..], known, cancellation);
        return new FetchedItems([.. first.Items, .. second.Items], [.. first.Unavailable, .. second.Unavailable], [.. first.Payloads, .. second.Payloads]);
    }
}
