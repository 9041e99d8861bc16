using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Json;

/// <summary>The pre-planning list of one team, as CONTRACT fixes it.</summary>
internal sealed record ReadyJson(
    string Schema, string Team, DateOnly AsOf, LikelyPulledJson? LikelyPulled, int Days, SortedDictionary<string, double>? RunwayWeeks, double WantedWeeks,
    int ReadyItems, int ItemsConsidered, FollowUp? FollowUp, PulledWorkJson? PulledUnready, IReadOnlyList<ReadyItemJson> Items)
{
    /// <summary>Made from a team's health.</summary>
    public static ReadyJson From(TeamHealth health, FindingText words) => new(
        "backlog-health/ready/1", health.Team, health.Today,
        health.Next is { From: { } from, To: { } to } ? new LikelyPulledJson(from, to) : null, health.Next.Days,
        Weeks(health.Runway), health.Runway.WantedWeeks, health.Runway.ReadyItems, health.Runway.ItemsConsidered, health.FollowUp, PulledWorkJson.From(health.Pulled),
        [.. health.NextOpen.Select(i => new ReadyItemJson(
            i.Item.Key, i.Position!.Value, i.Ready.IsReady, i.Ready.Missing, i.Ready.Lacks.FirstOrDefault() is { } lack ? words.Question(lack) : null))]);

    private static SortedDictionary<string, double>? Weeks(ReadyRunway runway) =>
        runway is { Weeks50: { } even, Weeks85: { } sure }
            ? new(StringComparer.Ordinal) { ["50"] = Math.Round(even, 1), ["85"] = Math.Round(sure, 1) }
            : null;
}

/// <summary>How many items are likely to be pulled: at least <paramref name="From"/> with 85 %, at least <paramref name="To"/> with even odds.</summary>
internal sealed record LikelyPulledJson(int From, int To);

/// <summary>One item of the list; the question belongs to what is missing first.</summary>
internal sealed record ReadyItemJson(string Key, int Position, bool Ready, IReadOnlyList<string> Missing, string? Question);

/// <summary>How items fared that were pulled ready, and those that were not.</summary>
internal sealed record PulledWorkJson(int Ready, int ReadySpilled, int Unready, int UnreadySpilled, int Weeks, string Spilled)
{
    /// <summary>Made from the measure; null where nothing was pulled.</summary>
    public static PulledWorkJson? From(PulledWork? pulled) =>
        pulled is null ? null : new(pulled.Ready.Items, pulled.Ready.Spilled, pulled.Unready.Items, pulled.Unready.Spilled, pulled.Weeks, pulled.BySprint ? "a sprint's end" : "85 of 100 items");
}
