using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting.Scope;

namespace BacklogHealth.Core.Forecasting.Features;

/// <summary>When a feature is done: when the last team is done with its part.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Teams">The teams that have a part in it.</param>
/// <param name="By">Done by a day at 50, 70, 85 and 95 %; what is not reached within the longest horizon is left out.</param>
/// <param name="ChanceByDue">Chance that it is done on or before the day asked for, that day included; null where none is.</param>
public sealed record FeatureForecast(string Feature, ImmutableArray<string> Teams, ImmutableArray<DoneBy> By, double? ChanceByDue);

/// <summary>
/// When features are done that teams take up in order, some at once, on one calendar. The paces of teams are taken to move independently.
/// </summary>
/// <param name="Features">The features, in the order of the first queue that has them.</param>
/// <param name="AllByDue">Chance that all features with a day are done by it; null where none has one.</param>
public sealed record FeaturePlan(ImmutableArray<FeatureForecast> Features, double? AllByDue)
{
    /// <summary>Plans.</summary>
    /// <param name="teams">The teams, each with its queue.</param>
    /// <param name="due">Days to be met, by feature.</param>
    public static FeaturePlan Of(ImmutableArray<TeamFeatures> teams, IReadOnlyDictionary<string, DateOnly> due)
    {
        ArgumentNullException.ThrowIfNull(due);
        if (teams.IsEmpty)
        {
            return new FeaturePlan([], null);
        }

        var first = teams.Max(t => t.AsOf);
        var parts = teams.SelectMany(team => new Finishing(team).Parts()).Where(p => p.Place.Known != 0).GroupBy(p => p.Feature, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var features = teams.SelectMany(t => t.Parts).Select(p => p.Feature).Distinct(StringComparer.Ordinal).Where(parts.ContainsKey).Select(f => One(f, parts[f])).ToImmutableArray();
        var asked = parts.Where(p => due.ContainsKey(p.Key)).SelectMany(p => p.Value.Select(part => new Demand(part.Team.Team, part.Team.Forecaster, part.Place, DaysUntil(due[p.Key], part.Team.AsOf)))).ToList();
        return new FeaturePlan(features, asked.Count == 0 ? null : JointChance.Of(asked));

        FeatureForecast One(string feature, List<TeamPart> of) => new(
            feature,
            [.. of.Select(p => p.Team.Team)],
            ForecastMaker.ByOf(Forecaster.Shortest(days => Chance(of, first.AddDays(days - 1)), ForecastMaker.Probabilities), first, ForecastMaker.Probabilities),
            due.TryGetValue(feature, out var day) ? Chance(of, day) : null);
    }

    private static double Chance(List<TeamPart> parts, DateOnly day) => parts.Aggregate(1.0, (chance, part) =>
        DaysUntil(day, part.Team.AsOf) is > 0 and var days ? chance * part.Chance(Math.Min(days, Forecaster.LongestHorizon)) : 0);

    private static int DaysUntil(DateOnly day, DateOnly asOf) => day.DayNumber - asOf.DayNumber + 1;

    private sealed record TeamPart(string Feature, TeamFeatures Team, Work Place, Func<int, double> Chance);

    // A team's parts with the items that have to be finished for each; what it finishes within so many days is computed once for all that are not certain.
    private sealed class Finishing(TeamFeatures team)
    {
        private readonly Dictionary<int, Distribution> _within = [];

        public IEnumerable<TeamPart> Parts() => team.Parts.Zip(team.Places(), (part, place) => new TeamPart(
            part.Feature, team, place, place.Known is null ? days => place.ChanceOf(Within(days)) : days => team.Forecaster.ChanceOf(place, days)));

        private Distribution Within(int days)
        {
            if (!_within.TryGetValue(days, out var items))
            {
                _within.Add(days, items = team.Forecaster.Items(days));
            }

            return items;
        }
    }
}
