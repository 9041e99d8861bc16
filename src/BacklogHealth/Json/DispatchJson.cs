using BacklogHealth.Scheduling;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Json;

/// <summary>What is due of one subscription, to whom, and how far it has come; schema <c>backlog-health/deliver/1</c>. Instants are UTC.</summary>
internal sealed record SubscriptionJson(
    string Schema, string Subscription, string Audience, IReadOnlyList<string> Teams, string Schedule, string TimeZone, string? Period, string? DueAt, bool Late, string? Next,
    IReadOnlyList<DispatchJson> Dispatches)
{
    public static SubscriptionJson From(SubscriptionSettings subscription, TimeZoneInfo zone, Slot? due, DateTimeOffset now, IEnumerable<Dispatch> dispatches) => new(
        "backlog-health/deliver/1", subscription.Name, Reports.Audiences.NameOf(subscription.Audience), subscription.Teams, subscription.Schedule.Cron, zone.Id,
        due?.Period, UtcInstant.Text(due?.At), due?.IsLate(now) ?? false, UtcInstant.Text(subscription.Schedule.Next(now, zone)?.At), [.. dispatches.Select(DispatchJson.From)]);
}

/// <summary>One report on its way to one recipient.</summary>
internal sealed record DispatchJson(string Channel, string Recipient, string State, int Attempts, int Doubts, string? NextAt, string? EndedAt, string? Note)
{
    public static DispatchJson From(Dispatch dispatch) => new(
        dispatch.Key.Channel, dispatch.Key.Recipient, NameOf(dispatch.State), dispatch.Attempts, dispatch.Doubts, UtcInstant.Text(dispatch.NextAt), UtcInstant.Text(dispatch.EndedAt), dispatch.Note);

    /// <summary><c>pending</c>, <c>sending</c>, <c>accepted</c>, <c>failed</c>, <c>unknown</c> or <c>left-out</c>.</summary>
    public static string NameOf(DispatchState state) => state switch
    {
        DispatchState.Pending => "pending",
        DispatchState.Sending => "sending",
        DispatchState.Accepted => "accepted",
        DispatchState.Failed => "failed",
        DispatchState.LeftOut => "left-out",
        _ => "unknown",
    };
}
