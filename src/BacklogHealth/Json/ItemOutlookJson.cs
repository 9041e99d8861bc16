using BacklogHealth.Core.Forecasting.Items;

namespace BacklogHealth.Json;

/// <summary>How long an open item takes, and how much longer; age and left are null where it is not in progress.</summary>
internal sealed record ItemOutlookJson(ServiceLevelJson FromStart, int? Age, ServiceLevelJson? Left)
{
    /// <summary>As JSON; null where there is none.</summary>
    public static ItemOutlookJson? Of(ItemOutlook? said) => said is null ? null
        : new(ServiceLevelJson.Of(said.FromStart), said.Age, said.Left is null ? null : ServiceLevelJson.Of(said.Left));
}

/// <summary>Within how many days, from which like items: <c>kind-and-size</c>, <c>size</c>, <c>kind</c> or <c>team</c>; reason is null where something can be said.</summary>
internal sealed record ServiceLevelJson(IReadOnlyList<WithinDaysJson> Within, string Like, int Items, LikeSizeJson? StoryPoints, string? Reason)
{
    /// <summary>As JSON.</summary>
    public static ServiceLevelJson Of(ServiceLevel level) => new(
        [.. level.Within.Select(w => new WithinDaysJson(w.Probability, w.Days))],
        level.Like switch { LikeItems.KindAndSize => "kind-and-size", LikeItems.Size => "size", LikeItems.Kind => "kind", _ => "team" },
        level.Items,
        level.StoryPoints is { } points ? new LikeSizeJson(points.From, points.To) : null,
        level.WhyNot?.ToString());
}

/// <summary>One certainty with its days; 0 is today.</summary>
internal sealed record WithinDaysJson(double Probability, double Days);

/// <summary>Smallest and largest estimate of the like items.</summary>
internal sealed record LikeSizeJson(double From, double To);
