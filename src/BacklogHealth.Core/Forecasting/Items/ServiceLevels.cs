using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Forecasting.Items;

/// <summary>
/// How long will one item take from its start, and how much longer now that it has this age? Split conformal intervals: of n like items that were
/// finished last, the ⌈(n + 1) · p⌉-th shortest time is not exceeded with probability p, whatever times look like, as long as the next item is like
/// them. Times drift, so only the last fifty count.
/// <para>
/// Like are items of the same kind whose estimate lies in the same quarter of the team's estimates. Where there are fewer than twenty, those of like
/// estimate of every kind are taken, then all of the team. An item without an estimate is not given one: it is set beside items of its kind and every
/// size, which makes its range wider. Given an age, only items that took at least as long are looked at.
/// </para>
/// </summary>
public sealed class ServiceLevels
{
    /// <summary>Finished items below which nothing is said.</summary>
    public const int FewestItems = 5;

    private const int FewestLike = 20;
    private const int Most = 50;

    private readonly List<TimedItem> _newestFirst;
    private readonly double[] _estimates;

    /// <summary>Prepares the service levels of a team.</summary>
    /// <param name="finished">Its finished items by day of finish, oldest first.</param>
    public ServiceLevels(IEnumerable<TimedItem> finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        _newestFirst = [.. finished.Reverse()];
        _estimates = [.. _newestFirst.Select(f => f.StoryPoints).OfType<double>().Order()];
    }

    /// <summary>The service levels of the counted items that a team has started and finished, in whole calendar days, both included.</summary>
    public static ServiceLevels Of(IEnumerable<FlowItem> flow, TeamCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return new ServiceLevels(flow
            .Where(f => f.Finished is not null && Counted.Is(f.Item) && CycleTime.Days(f, calendar) is not null)
            .OrderBy(f => f.Finished).ThenBy(f => f.Item.Id, StringComparer.Ordinal)
            .Select(f => new TimedItem(CycleTime.Days(f, calendar)!.Value, f.Item.Kind, f.Item.StoryPoints)));
    }

    /// <summary>How long an item takes from its start.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="storyPoints">Its estimate; null where it has none.</param>
    public ServiceLevel FromStart(WorkItemKind kind, double? storyPoints) => Left(kind, storyPoints, 0);

    /// <summary>How many more days an item takes that has been in progress for so long.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="storyPoints">Its estimate; null where it has none.</param>
    /// <param name="age">Days since its start, counted as <see cref="TimedItem.Days"/> are, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public ServiceLevel Left(WorkItemKind kind, double? storyPoints, double age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        foreach (var (like, isLike) in Circles(kind, storyPoints))
        {
            var times = _newestFirst.Where(f => f.Days >= age && isLike(f)).Take(Most).Select(f => f.Days).Order().ToList();
            if (times.Count >= FewestLike || (like == LikeItems.Team && times.Count >= FewestItems))
            {
                return new ServiceLevel(Within(times, age), times.Count, like, null);
            }
        }

        return new ServiceLevel([], 0, LikeItems.Team, TooFew(_newestFirst.Count(f => f.Days >= age), age));
    }

    private IEnumerable<(LikeItems Like, Func<TimedItem, bool> Is)> Circles(WorkItemKind kind, double? storyPoints)
    {
        if (storyPoints is { } points)
        {
            var size = Quarter(points);
            bool SameSize(TimedItem f) => f.StoryPoints is { } other && Quarter(other) == size;
            yield return (LikeItems.KindAndSize, f => f.Kind == kind && SameSize(f));
            yield return (LikeItems.Size, SameSize);
        }
        else
        {
            yield return (LikeItems.Kind, f => f.Kind == kind);
        }

        yield return (LikeItems.Team, _ => true);
    }

    // 0 to 3: how many of the team's quartiles lie below the estimate. Estimates have no unit that two teams share.
    private int Quarter(double points) =>
        _estimates.Length == 0 ? 0 : Enumerable.Range(1, 3).Count(q => _estimates[_estimates.Length * q / 4] < points);

    private static ImmutableArray<WithinDays> Within(List<double> ascending, double age) =>
        [.. ForecastMaker.Probabilities
            .Select(p => (Probability: p, Rank: (int)Math.Ceiling(((ascending.Count + 1) * p) - 1e-9)))
            .Where(x => x.Rank <= ascending.Count)
            .Select(x => new WithinDays(x.Probability, ascending[x.Rank - 1] - age))];

    private static string TooFew(int found, double age)
    {
        var took = age > 0 ? FormattableString.Invariant($" took {age:0.#} days or longer") : " was started and finished";
        return found switch
        {
            0 => $"No item of this team{took}; {FormattableString.Invariant($"{FewestItems}")} are needed to say how long one takes.",
            1 => $"Only 1 item of this team{took}; {FormattableString.Invariant($"{FewestItems}")} are needed to say how long one takes.",
            _ => $"Only {FormattableString.Invariant($"{found}")} items of this team{took.Replace(" was ", " were ", StringComparison.Ordinal)}; {FormattableString.Invariant($"{FewestItems}")} are needed to say how long one takes.",
        };
    }
}
