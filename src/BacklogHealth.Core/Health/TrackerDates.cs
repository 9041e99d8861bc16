using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>A single day promised in the tracker, set against what the forecast says.</summary>
/// <param name="Name">Name of the release, or title of the item.</param>
/// <param name="Key">Key of the item; null for a release.</param>
/// <param name="Day">The promised day.</param>
/// <param name="Remaining">Open items, those of a release counted together.</param>
/// <param name="Chance">Chance that they are done on or before the day; 0 where it has passed, null where the history carries no forecast.</param>
/// <param name="By">Done by a day at 50, 70, 85 and 95 %, as far as they are reached.</param>
public sealed record TrackerDate(string Name, string? Key, DateOnly Day, int Remaining, double? Chance, ImmutableArray<DoneBy> By);

/// <summary>The days promised in the tracker for releases and for single open items; those of epics stand with the features.</summary>
/// <param name="Releases">Releases with open items and a day, soonest first.</param>
/// <param name="Items">The first items with a day that has not passed, soonest first.</param>
/// <param name="MoreItems">How many more there are.</param>
/// <param name="Passed">Open items whose day has passed.</param>
public sealed record TrackerDates(ImmutableArray<TrackerDate> Releases, ImmutableArray<TrackerDate> Items, int MoreItems, int Passed)
{
    /// <summary>Most single items that are shown.</summary>
    public const int MostItems = 10;

    /// <summary>None.</summary>
    public static TrackerDates None { get; } = new([], [], 0, 0);

    /// <summary>True where no day is promised for anything that is open.</summary>
    public bool IsEmpty => Releases.IsEmpty && Items.IsEmpty && Passed == 0;

    internal static TrackerDates Of(WorkMeasure measure, ImmutableArray<Release> releases, Forecaster? forecaster, DateOnly asOf)
    {
        var flow = measure.Flow.ToDictionary(f => f.Item.Id, StringComparer.Ordinal);
        var open = measure.Open.Where(i => flow.ContainsKey(i.Item.Id)).ToList();
        var promised = open.Where(i => Counted.Is(i.Item.Kind) && i.Item.Due is not null).OrderBy(i => i.Item.Due).ThenBy(i => i.Item.Id, StringComparer.Ordinal).ToList();
        var ahead = promised.Where(i => i.Item.Due >= asOf).ToList();
        return new TrackerDates(
            [.. from release in releases
                where release is { Released: false, Date: not null }
                let items = open.Where(i => i.Item.FixVersions.Contains(release.Name, StringComparer.Ordinal)).ToList()
                where items.Count > 0
                orderby release.Date, release.Name
                select Judge(release.Name, null, release.Date!.Value, items)],
            [.. ahead.Take(MostItems).Select(i => Judge(i.Item.Title, i.Item.Key, i.Item.Due!.Value, [i]))],
            Math.Max(0, ahead.Count - MostItems),
            promised.Count - ahead.Count);

        TrackerDate Judge(string name, string? key, DateOnly day, IReadOnlyList<BacklogItem> items)
        {
            var (work, _, unsliced) = measure.Of(items.Select(i => flow[i.Item.Id]));
            if (forecaster is null || work.Unsliced.Length < unsliced)
            {
                return new TrackerDate(name, key, day, work.Remaining, null, []);
            }

            var all = work.All;
            var days = Math.Min(day.DayNumber - asOf.DayNumber + 1, Forecaster.LongestHorizon);
            return new TrackerDate(
                name, key, day, work.Remaining, days < 1 ? 0 : all.ChanceOf(forecaster.Items(days)), ForecastMaker.ByOf(forecaster.When(all, ForecastMaker.Probabilities), asOf, ForecastMaker.Probabilities));
        }
    }
}
