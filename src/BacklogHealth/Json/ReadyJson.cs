using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Json;

/// <summary>The pre-planning list of one team, as CONTRACT fixes it.</summary>
internal sealed record ReadyJson(
    string Schema, string Team, DateOnly AsOf, LikelyPulledJson? LikelyPulled, int Days, SortedDictionary<string, double>? RunwayWeeks, double WantedWeeks,
    int ReadyItems, int ItemsConsidered, FollowUpJson? FollowUp, PulledWorkJson? PulledUnready, IReadOnlyList<ReadyItemJson> Items)
{
    /// <summary>Made from a team's health.</summary>
    public static ReadyJson From(TeamHealth health, FindingText words) => new(
        "backlog-health/ready/1", health.Team, health.Today,
        health.Next is { From: { } from, To: { } to } ? new LikelyPulledJson(from, to) : null, health.Next.Days,
        Weeks(health.Runway), health.Runway.WantedWeeks, health.Runway.ReadyItems, health.Runway.ItemsConsidered, FollowUpJson.From(health.FollowUp), PulledWorkJson.From(health.Pulled),
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

/// <summary>What became of the items that were pointed out a week before; the counts add up to <paramref name="Of"/>.</summary>
internal sealed record FollowUpJson(int Of, int Mended, int Pulled, int Open, int Left, IReadOnlyList<FollowedItemJson> Items)
{
    /// <summary>Made from the follow-up; null where there is none.</summary>
    public static FollowUpJson? From(FollowUp? follow) => follow is null ? null : new(
        follow.Of, follow.Count(FollowedAs.Mended), follow.Count(FollowedAs.Pulled), follow.Count(FollowedAs.Open), follow.Count(FollowedAs.Finished) + follow.Count(FollowedAs.Dropped),
        [.. follow.Items.Select(i => new FollowedItemJson(i.Key, i.Became.ToString().ToLowerInvariant(), i.Missing))]);
}

/// <summary>One of these items: <c>mended</c>, <c>pulled</c>, <c>open</c>, <c>finished</c> or <c>dropped</c>, and what is still missing.</summary>
internal sealed record FollowedItemJson(string Key, string Became, IReadOnlyList<string> Missing);

/// <summary>How items fared that were pulled ready, and those that were not.</summary>
internal sealed record PulledWorkJson(int Ready, int ReadySpilled, int Unready, int UnreadySpilled, int Weeks, string Spilled, DifferenceJson? Difference)
{
    /// <summary>Made from the measure; null where nothing was pulled.</summary>
    public static PulledWorkJson? From(PulledWork? pulled) =>
        pulled is null ? null : new(pulled.Ready.Of, pulled.Ready.Times, pulled.Unready.Of, pulled.Unready.Times, pulled.Weeks, pulled.BySprint ? "a sprint's end" : "85 of 100 items",
            pulled.CanCompare ? new DifferenceJson(Math.Round(pulled.Difference.From, 3), Math.Round(pulled.Difference.To, 3)) : null);
}

/// <summary>How much larger the share that spilled is among unready items: between <paramref name="From"/> and <paramref name="To"/> with 95 % certainty.</summary>
internal sealed record DifferenceJson(double From, double To);
