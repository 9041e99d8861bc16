using System.Text.Json.Nodes;
using BacklogHealth.Reports;
using BacklogHealth.Scheduling;

namespace BacklogHealth.Delivery;

/// <summary>Writes a parcel as data, schema <c>backlog-health/delivery/1</c>: the mail's text, and the numbers of each report.</summary>
internal static class DeliveryDocument
{
    /// <summary>The document.</summary>
    /// <param name="subscription">Name of the subscription.</param>
    /// <param name="slot">The period.</param>
    /// <param name="mail">The first page.</param>
    /// <param name="reports">The reports; none where none could be made, which the text says.</param>
    public static string Write(string subscription, Slot slot, MailPage mail, IEnumerable<RenderedReport> reports) => new JsonObject
    {
        ["schema"] = "backlog-health/delivery/1",
        ["subscription"] = subscription,
        ["period"] = slot.Period,
        ["subject"] = mail.Subject,
        ["text"] = mail.Text,
        ["reports"] = new JsonArray([.. reports.Select(r => r.Json.DeepClone())]),
    }.ToJsonString();
}
