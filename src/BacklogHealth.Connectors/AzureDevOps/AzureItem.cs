using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>One item that was fetched, with what was sent for it; or why it did not come.</summary>
internal sealed record AzureItem(WorkItem? Item, ItemPayload? Payload, UnavailableItem? Unavailable)
{
    /// <summary>Why an item is not there, as far as the service tells.</summary>
    public const string Missing = "it does not exist any more, or the account may not see it";

    /// <summary>Fetches the updates and the comments of an item, joins all that was sent, and reads the item from that.</summary>
    /// <param name="site">The organisation or collection.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="workItem">The item as it came in the batch.</param>
    /// <param name="known">What was sent for it before; null for nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<AzureItem> Fetch(AzureSite site, AzureScope scope, JsonElement workItem, ItemPayload? known, CancellationToken cancellation)
    {
        var id = workItem.Text("id")!;
        var fields = workItem.Get("fields") ?? default;
        var path = $"/{Uri.EscapeDataString(fields.Text(AzureFields.Project) ?? scope.Project.Name)}/_apis/wit/workItems/{id}";
        using var stream = new MemoryStream();
        using (var before = Open(known))
        using (var json = new Utf8JsonWriter(stream))
        {
            void Write(JsonElement part) => AzurePayload.Write(json, part, scope.Fields.People);
            json.WriteStartObject();
            json.WritePropertyName(AzurePayload.WorkItem);
            Write(workItem);
            json.WriteStartArray(AzurePayload.Updates);
            if (await AzureUpdates.Read(site, path, workItem.Number("rev") ?? 0, [.. (before?.RootElement ?? default).Entries(AzurePayload.Updates)], Write, cancellation) is { } refused)
            {
                return new(null, null, refused == HttpStatusCode.Forbidden ? new(id, "the account may not read its history", Absence.Forbidden) : new(id, Missing));
            }

            json.WriteEndArray();
            await Comments(site, path, fields, json, Write, cancellation);
            json.WriteEndObject();
        }

        var payload = new ItemPayload(id, stream.ToArray());
        var (item, reason) = AzureItems.Read(payload, scope);
        return item is null ? new(null, null, new(id, reason!, Absence.Unreadable)) : new(item, payload, null);
    }

    private static async Task Comments(AzureSite site, string path, JsonElement fields, Utf8JsonWriter json, Action<JsonElement> write, CancellationToken cancellation)
    {
        var comments = new List<JsonElement>();
        var read = fields.Number(AzureFields.CommentCount) is not > 0 || await AzureComments.Read(site, path, c => comments.Add(c.Clone()), cancellation);
        json.WritePropertyName(AzurePayload.Comments);
        if (!read)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        comments.ForEach(write);
        json.WriteEndArray();
    }

    private static JsonDocument? Open(ItemPayload? known)
    {
        try
        {
            return known is null ? null : JsonBody.Parse(known.Json.ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
