using System.Globalization;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;

namespace BacklogHealth.Commands;

/// <summary>When features end, in plain lines for the terminal.</summary>
internal static class FeatureWords
{
    private const int TitleLength = 40;

    /// <summary>The lines.</summary>
    /// <param name="teams">The teams.</param>
    /// <param name="features">The features of each of them, in the same order.</param>
    /// <param name="planned">What was planned for all of them together.</param>
    public static IEnumerable<string> Of(IReadOnlyList<TeamHealth> teams, IReadOnlyList<OpenFeatures> features, PlannedFeatures planned)
    {
        ArgumentNullException.ThrowIfNull(teams);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(planned);
        foreach (var (team, own) in teams.Zip(features))
        {
            yield return own.All.IsEmpty ? $"{team.Team}: no epic is open."
                : team.NextFourWeeks.WhyNot is { } why ? $"{team.Team}: no forecast. {why}"
                : FormattableString.Invariant($"{team.Team}: {DeliveryWords.Count(own.All.Length, "open feature")}, {(own.Work!.AtOnce is { } limit ? $"{limit} at a time" : "in backlog order")}, from {team.Today:yyyy-MM-dd} on.{Unplanned(own)}");
        }

        var several = teams.Count > 1;
        foreach (var (feature, forecast) in planned.All)
        {
            yield return $"{feature.Key}  {Short(feature.Title)}: {Left(feature)}{(several && forecast is not null ? $" ({string.Join(", ", forecast.Teams)})" : "")}";
            yield return forecast is null ? $"    {WhyNot(feature, features.All(f => f.Work is null))}" : $"    {Days(forecast.By)}";
            if (feature.Due is { } due)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"    the tracker promises {due:yyyy-MM-dd}{(forecast?.ChanceByDue is { } chance ? $": {ForecastWords.Percent(chance)}" : "")}");
            }
        }

        if (planned.AllByDue is { } all)
        {
            yield return $"All of them by the days that the tracker promises: {ForecastWords.Percent(all)}.";
        }

        if (planned.All.Any(f => f.Forecast is not null))
        {
            var limited = features.Any(f => f.Work?.AtOnce is not null);
            yield return $"{(limited ? "With a limit, features are taken up in backlog order, those in progress first, and share the work evenly" : "Items are done in the order of the backlog, those in progress first")}{(several ? "; the paces of the teams move independently" : "")}.";
        }
    }

    private static string Left(OpenFeature feature) => feature.Total == 0 ? "no items yet" : $"{feature.Remaining} of {DeliveryWords.Count(feature.Total, "item")} left";

    private static string WhyNot(OpenFeature feature, bool noHistory) => noHistory ? "no forecast"
        : feature.Sized ? $"no forecast: it stands behind {OpenFeatures.MostPlanned} others"
        : "no forecast: it holds no items, and too few past epics tell how many it will";

    private static string Days(IReadOnlyCollection<DoneBy> by) => by.Count == 0 ? "no end in sight within two years"
        : string.Join("   ", by.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Probability * 100:0}% {b.Date:yyyy-MM-dd}")))
            + (by.Any(b => b.Probability == 0.95) ? "" : "   no end in sight for more certainty than that");

    private static string Unplanned(OpenFeatures features) => features.Work!.Unplanned is { } unplanned
        ? string.Create(CultureInfo.InvariantCulture, $" For every 10 planned items {unplanned.Rate.Mean * 10:0.#} others are expected to come in between.") : "";

    private static string Short(string title) => title.Length <= TitleLength ? title : $"{title[..(TitleLength - 1)].TrimEnd()}…";
}
