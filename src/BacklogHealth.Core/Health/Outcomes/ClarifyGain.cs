using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Outcomes;

/// <summary>
/// What clarifying the first unready items would do to the day by which the next items are done with 85 %. A team that works on as many items at once as
/// before finishes the more the less time each takes (Little's law): an item that takes half as long leaves room for half another one. Said only where
/// unready items took longer and luck is hardly behind it.
/// </summary>
/// <param name="Keys">The items to clarify, in backlog order.</param>
/// <param name="Items">Number of the next items.</param>
/// <param name="Day">The day as things stand.</param>
/// <param name="Clarified">The day if clear items go on taking less time by as much as they did.</param>
/// <param name="AtLeast">The day at the cautious end of that.</param>
/// <param name="Effect">What it rests on.</param>
public sealed record ClarifyGain(ImmutableArray<string> Keys, int Items, DateOnly Day, DateOnly Clarified, DateOnly AtLeast, StartEffect Effect)
{
    /// <summary>Most items that are asked to be clarified: what fits into one refinement.</summary>
    public const int Most = 5;

    private const double Sure = 0.85;

    /// <summary>The gain for a team; null where unready items took no longer, none of the next is unready, nothing can be forecast, or the day would not move at the cautious end.</summary>
    public static ClarifyGain? Of(TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        if (health.Learned.ReadyEffect is not { IsThere: true } effect || health.Forecaster is not { } forecaster)
        {
            return null;
        }

        var next = DeliveryMeasure.NextItems(health.Open);
        ImmutableArray<string> unready = [.. next.Where(i => i.State == WorkItemState.NotStarted && i.Score.Scored && !i.Ready.IsReady).Take(Most).Select(i => i.Item.Key)];
        if (unready.IsEmpty || DayOf(forecaster, health.Today, next.Count) is not { } day
            || DayOf(forecaster, health.Today, Left(next.Count, unready.Length, effect, effect.Ratio)) is not { } clarified
            || DayOf(forecaster, health.Today, Left(next.Count, unready.Length, effect, effect.From)) is not { } atLeast)
        {
            return null;
        }

        return atLeast < day ? new ClarifyGain(unready, next.Count, day, clarified, atLeast, effect) : null;
    }

    /// <summary>It in words.</summary>
    public Sentence Said => Sentence.Join(
        $"**Clarify {Keys.Select(k => (object)k).ToList()} before {Keys.Length:it is|they are} begun, and the 85 % day of the next {Items} items moves from {Day} to {Clarified}.** Unready items took {Effect.Ratio:0.00} times as long as ready ones so far (with 95 % certainty {Effect.From:0.00} to {Effect.To:0.00}; {Effect.With} unready, {Effect.Without} ready), and what takes less time leaves room for the next.",
        $"At the lower end of that it moves to {AtLeast}.",
        $"This counts on clarity being what made the difference.");

    // How many items of the usual mix are as much work as these when so many of them have become clear.
    private static double Left(int items, int clarified, StartEffect effect, double ratio)
    {
        var usual = 1 + ((ratio - 1) * effect.With / (effect.With + effect.Without));
        return Math.Max(1, items - (clarified * (ratio - 1) / usual));
    }

    // Between two whole numbers of items the days lie between theirs; rounded up, since no part of a day is promised.
    private static DateOnly? DayOf(Forecaster forecaster, DateOnly today, double items)
    {
        var whole = (int)Math.Floor(items);
        return Days(whole) is not { } less || (items > whole ? Days(whole + 1) : less) is not { } more ? null
            : today.AddDays((int)Math.Ceiling(less + ((items - whole) * (more - less)) - 1e-9) - 1);

        int? Days(int count) => forecaster.When(count, [Sure])[0];
    }
}
