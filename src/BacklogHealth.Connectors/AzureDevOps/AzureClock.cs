using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// Finds the instants of an item's updates, asked in their order. A revision carries its own instant as the new value of its changed date; its
/// <c>revisedDate</c> is the instant of the revision after it, and the year 9999 on the last one. A change of links alone makes no revision and has no
/// changed date: there the <c>revisedDate</c> is its own instant.
/// </summary>
internal sealed class AzureClock
{
    private double _revision;
    private DateTimeOffset? _next;
    private DateTimeOffset? _last;

    /// <summary>The instant of the next update; null where it cannot be known.</summary>
    public DateTimeOffset? Of(JsonElement update)
    {
        var revision = update.Number("rev") ?? _revision;
        var revised = AzureInstant.Of(update.Get("revisedDate"));
        var own = AzureInstant.Of(update.Get("fields")?.Get(AzureFields.Changed)?.Get("newValue"));
        if (revision > _revision)
        {
            own ??= _next;
            _next = revised;
        }
        else
        {
            // Not earlier than the update before it, which is all that is known where the service gives no instant.
            own ??= revised ?? _last;
        }

        _revision = revision;
        _last = own ?? _last;
        return own;
    }
}
