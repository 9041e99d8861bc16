using BacklogHealth.Core.Health;

namespace BacklogHealth.Json;

/// <summary>When features end.</summary>
internal sealed record FeaturesJson(string Schema, IReadOnlyList<FeatureTeamJson> Teams, IReadOnlyList<FeatureJson> Features, double? AllByDue)
{
    /// <summary>Makes it; a probability is rounded to six digits.</summary>
    public static FeaturesJson Of(IReadOnlyList<TeamHealth> teams, IReadOnlyList<OpenFeatures> features, PlannedFeatures planned)
    {
        ArgumentNullException.ThrowIfNull(teams);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(planned);
        return new(
            "backlog-health/features/1",
            [.. teams.Zip(features, (team, own) => new FeatureTeamJson(team.Team, team.Today, own.Work?.AtOnce, AddedJson.Of(own.Work?.Unplanned?.Rate), team.NextFourWeeks.WhyNot?.ToString()))],
            [.. planned.All.Select(f => new FeatureJson(
                f.Feature.Key, f.Feature.Title, f.Forecast is null ? [] : [.. f.Forecast.Teams], f.Feature.Total, f.Feature.Remaining, f.Feature.Running,
                f.Feature.Due, f.Forecast is null ? null : DoneByJson.Of(f.Forecast.By), f.Forecast?.ChanceByDue is { } chance ? Math.Round(chance, 6) : null))],
            planned.AllByDue is { } all ? Math.Round(all, 6) : null);
    }
}

/// <summary>A team with its limit; <c>reason</c> says why it has no forecast.</summary>
internal sealed record FeatureTeamJson(string Team, DateOnly AsOf, int? AtOnce, AddedJson? Unplanned, string? Reason);

/// <summary>A feature; <c>by</c> is null where nothing can be said, and empty where no end is in sight.</summary>
internal sealed record FeatureJson(
    string Key, string Title, IReadOnlyList<string> Teams, int Total, int Remaining, bool InProgress, DateOnly? Due, IReadOnlyList<DoneByJson>? By, double? ChanceByDue);
