using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>The items likely to be pulled next: as many from the top of the backlog as the team finishes in its next sprint, or in two weeks.</summary>
internal static class NextItemsMeasure
{
    /// <summary>Days where the team has no sprints.</summary>
    public const int DefaultDays = 14;

    /// <summary>Fewest items looked at, so that a slow team also sees what comes.</summary>
    public const int Fewest = 5;

    /// <summary>Items looked at where the history carries no forecast.</summary>
    public const int WithoutForecast = 10;

    /// <summary>The next items.</summary>
    public static NextItems Of(ImmutableArray<BacklogItem> open, ForecastMaker forecasts, ImmutableArray<Sprint> sprints, DateTimeOffset asOf)
    {
        var days = SprintDays(sprints, asOf) ?? DefaultDays;
        var said = forecasts.Forecaster?.Items(days);
        var (from, to) = (said?.AtLeast(0.85), said?.AtLeast(0.50));
        var count = to is { } likely ? Math.Max(likely, Fewest) : WithoutForecast;
        return new NextItems(days, from, to, [.. open.Where(i => i.Position <= count).Select(i => i.Position!.Value)]);
    }

    /// <summary>Whole days of the next sprint to begin, else of the running one, else of the last one; null without sprints that have both dates.</summary>
    private static int? SprintDays(ImmutableArray<Sprint> sprints, DateTimeOffset asOf)
    {
        var dated = sprints.Where(s => s.Start is not null && s.End > s.Start).OrderBy(s => s.Start).ThenBy(s => s.Id, StringComparer.Ordinal).ToList();
        var next = dated.Find(s => s.Start >= asOf) ?? dated.FindLast(s => s.Start < asOf);
        return next is null ? null : Math.Clamp((int)Math.Round((next.End!.Value - next.Start!.Value).TotalDays), 1, 90);
    }
}
