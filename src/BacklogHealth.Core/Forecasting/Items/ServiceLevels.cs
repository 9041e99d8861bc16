using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Forecasting.Items;

/// <summary>
/// How long will one item take from its start, and how much longer now that it has this age? Split conformal intervals for times that drift (Barber,
/// Candès, Ramdas and Tibshirani 2023): of the like items that were finished last, the newest weighs one and each older one a little less, half at the
/// twenty-sixth; the item asked about weighs one more and may take for ever. The shortest time that a share p of all this weight does not exceed holds
/// with probability p, whatever times look like, as far as the next item is like the last ones.
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
    private const int Most = 100;

    // Items after which one counts half as much. Shorter ones follow a drift more closely and say less surely what is rare.
    private const double HalfLife = 25;

    private readonly List<TimedItem> _newestFirst;
    private readonly double[] _quartiles;

    /// <summary>Prepares the service levels of a team.</summary>
    /// <param name="finished">Its finished items by day of finish, oldest first.</param>
    public ServiceLevels(IEnumerable<TimedItem> finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        _newestFirst = [.. finished.Reverse()];
        double[] estimates = [.. _newestFirst.Select(f => f.StoryPoints).OfType<double>().Order()];
        _quartiles = estimates.Length == 0 ? [] : [.. Enumerable.Range(1, 3).Select(q => estimates[estimates.Length * q / 4])];
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
            var found = _newestFirst.Where(f => f.Days >= age && isLike(f)).Take(Most).ToList();
            if (found.Count >= FewestLike || (like == LikeItems.Team && found.Count >= FewestItems))
            {
                return new ServiceLevel(Within(found, age), found.Count, like, null) { StoryPoints = SizesOf(found, like) };
            }
        }

        return new ServiceLevel([], 0, LikeItems.Team, TooFew(_newestFirst.Count(f => f.Days >= age), age));
    }

    private IEnumerable<Circle> Circles(WorkItemKind kind, double? storyPoints)
    {
        if (storyPoints is { } points)
        {
            var size = Quarter(points);
            bool SameSize(TimedItem f) => f.StoryPoints is { } other && Quarter(other) == size;
            yield return new Circle(LikeItems.KindAndSize, f => f.Kind == kind && SameSize(f));
            yield return new Circle(LikeItems.Size, SameSize);
        }
        else
        {
            yield return new Circle(LikeItems.Kind, f => f.Kind == kind);
        }

        yield return new Circle(LikeItems.Team, _ => true);
    }

    // 0 to 3: how many of the team's quartiles lie below the estimate. Estimates have no unit that two teams share.
    private int Quarter(double points)
    {
        var quarter = 0;
        while (quarter < _quartiles.Length && _quartiles[quarter] < points)
        {
            quarter++;
        }

        return quarter;
    }

    private static (double From, double To)? SizesOf(List<TimedItem> found, LikeItems like) =>
        like is LikeItems.KindAndSize or LikeItems.Size ? (found.Min(f => f.StoryPoints!.Value), found.Max(f => f.StoryPoints!.Value)) : null;

    private static ImmutableArray<WithinDays> Within(List<TimedItem> newestFirst, double age)
    {
        var weighed = newestFirst.Select((f, i) => (f.Days, Weight: Math.Pow(2, -i / HalfLife))).OrderBy(x => x.Days).ToList();
        var all = weighed.Sum(x => x.Weight) + 1;
        var within = ImmutableArray.CreateBuilder<WithinDays>();
        var (next, below) = (0, 0.0);
        foreach (var probability in ForecastMaker.Probabilities)
        {
            while (next < weighed.Count && below < (probability * all) - 1e-9)
            {
                below += weighed[next++].Weight;
            }

            if (below >= (probability * all) - 1e-9)
            {
                within.Add(new WithinDays(probability, weighed[next - 1].Days - age));
            }
        }

        return within.ToImmutable();
    }

    private static Sentence TooFew(int found, double age) => age > 0
        ? (Sentence)$"{found:No item|Only # item|Only # items} of this team took {age:# day|# days} or longer; {FewestItems} are needed to say how long one takes."
        : $"{found:No item of this team was|Only # item of this team was|Only # items of this team were} started and finished; {FewestItems} are needed to say how long one takes.";

    private sealed record Circle(LikeItems Like, Func<TimedItem, bool> Is);
}
