using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting.Features;

namespace BacklogHealth.Core.Health;

/// <summary>A feature with its forecast.</summary>
/// <param name="Feature">The feature, the parts of all teams counted together.</param>
/// <param name="Forecast">When it is done; null where nothing can be said: see <see cref="OpenFeature.Sized"/> and <see cref="OpenFeatures.MostPlanned"/>.</param>
public sealed record PlannedFeature(OpenFeature Feature, FeatureForecast? Forecast);

/// <summary>When the open features of one or several teams end, all on one calendar.</summary>
/// <param name="All">In the order in which the teams take them up, the first team's first.</param>
/// <param name="AllByDue">Chance that those with a promised day are all done by it; null where fewer than two have one and a forecast.</param>
public sealed record PlannedFeatures(ImmutableArray<PlannedFeature> All, double? AllByDue)
{
    /// <summary>Plans the features of one team.</summary>
    public static PlannedFeatures Of(OpenFeatures features) => Of([("", features)]);

    /// <summary>Plans the features of several teams; what has the same id in the same tracker is one feature.</summary>
    /// <param name="teams">The name of each team's connection, and its features.</param>
    public static PlannedFeatures Of(IReadOnlyCollection<(string Connection, OpenFeatures Features)> teams)
    {
        ArgumentNullException.ThrowIfNull(teams);
        var features = teams.SelectMany(t => t.Features.All.Select(f => new { Id = IdOf(t.Connection, f.Id), Feature = f }))
            .GroupBy(f => f.Id, StringComparer.Ordinal).Select(g => new { Id = g.Key, Feature = Joined([.. g.Select(f => f.Feature)]) }).ToList();

        // One part that nobody can size leaves the whole without a day.
        var sized = features.Where(f => f.Feature.Sized).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var plan = FeaturePlan.Of(
            [.. teams.Where(t => t.Features.Work is not null).Select(t => t.Features.Work! with { Parts = [.. t.Features.Work!.Parts.Select(p => p with { Feature = IdOf(t.Connection, p.Feature) })] })],
            features.Where(f => f.Feature.Due is not null && sized.Contains(f.Id)).ToDictionary(f => f.Id, f => f.Feature.Due!.Value, StringComparer.Ordinal));
        var forecasts = plan.Features.ToDictionary(f => f.Feature, StringComparer.Ordinal);
        ImmutableArray<PlannedFeature> all = [.. features.Select(f => new PlannedFeature(f.Feature, sized.Contains(f.Id) ? forecasts.GetValueOrDefault(f.Id) : null))];
        return new PlannedFeatures(all, all.Count(f => f.Forecast?.ChanceByDue is not null) > 1 ? plan.AllByDue : null);
    }

    private static string IdOf(string connection, string id) => $"{connection}\n{id}";

    // The team that stores the epic knows its key; the others know it by its id.
    private static OpenFeature Joined(IReadOnlyList<OpenFeature> parts) => (parts.FirstOrDefault(p => p.Key != p.Id) ?? parts[0]) with
    {
        Total = parts.Sum(p => p.Total),
        Remaining = parts.Sum(p => p.Remaining),
        Running = parts.Any(p => p.Running),
        Sized = parts.Any(p => p.Remaining > 0) || parts.All(p => p.Sized),
    };
}
