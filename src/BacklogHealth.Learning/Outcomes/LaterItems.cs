using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;

namespace BacklogHealth.Learning.Outcomes;

/// <summary>What was said of an item from earlier ones, and what became of it.</summary>
/// <param name="Chance">What the model said, 0 to 1.</param>
/// <param name="Usual">The simple way: the share of earlier items that it befell.</param>
/// <param name="Simple">The number by which items are ordered without a model; null where there is none.</param>
/// <param name="Met">Whether it befell the item.</param>
internal readonly record struct Foretold(double Chance, double Usual, double? Simple, bool Met);

/// <summary>
/// Foretells a team's later items from its earlier ones, again and again: the second half of its items in order of their start, in five parts, each from
/// all whose outcome was known on the day on which its first item began.
/// </summary>
internal static class LaterItems
{
    /// <summary>Foretells.</summary>
    /// <param name="target">What.</param>
    /// <param name="items">The items that the target speaks of, in order of their start.</param>
    /// <param name="asOf">The day on which outcomes are looked up.</param>
    public static List<Foretold> Of(OutcomeTarget target, List<StartedItem> items, DateOnly asOf)
    {
        var found = new List<Foretold>();
        foreach (var (cut, later) in TimeOrder.LaterHalf(items, i => i.Started))
        {
            if (Known.On(cut, target, items) is { Items.Count: > 0 } known)
            {
                found.AddRange(Foretell(known.Learn(), known, later, asOf));
            }
        }

        return found;
    }

    /// <summary>What a model says of items, and what became of them by a day; those of which nobody knows yet are left out.</summary>
    public static IEnumerable<Foretold> Foretell(LinearModel model, Known known, IReadOnlyList<StartedItem> items, DateOnly asOf)
    {
        foreach (var item in items)
        {
            if (known.Target.Met(item, asOf, known.UsualDays) is { } met)
            {
                yield return new Foretold(OutcomeModel.ChanceOf(model.Of([], known.Target.Read(item.Facts))), known.Share, known.Target.SimpleWay(item), met);
            }
        }
    }
}

/// <summary>What was known on a day.</summary>
/// <param name="Target">Of what.</param>
/// <param name="Items">Items whose outcome was known, with it.</param>
/// <param name="UsualDays">The days that 85 of 100 items had not exceeded by then.</param>
internal sealed record Known(OutcomeTarget Target, IReadOnlyList<(StartedItem Item, bool Met)> Items, int UsualDays)
{
    // Odds of more than a hundred to one, beyond which no chance is told.
    private const double Certain = 5;

    /// <summary>The share of the items that it befell.</summary>
    public double Share => (double)Met / Items.Count;

    /// <summary>How many it befell.</summary>
    public int Met => Items.Count(i => i.Met);

    /// <summary>What was known at the start of a day; null where nothing was finished.</summary>
    public static Known? On(DateOnly day, OutcomeTarget target, IReadOnlyList<StartedItem> items) =>
        StartedItem.UsualDays(items, day) is not { } usual ? null
        : new Known(target, [.. items.Where(i => i.Started < day).Select(i => (Item: i, Met: target.Met(i, day, usual))).Where(i => i.Met is not null).Select(i => (i.Item, i.Met!.Value))], usual);

    /// <summary>Learns from them. Where it befell all or none, nothing tells one from another, and every item has the smallest or the largest chance.</summary>
    public LinearModel Learn() => Met == 0 || Met == Items.Count
        ? new LinearModel(Met == 0 ? -Certain : Certain, [.. Target.Measures.Select(name => new Measure(name, 0, 1, 0))], [])
        : Trainer.Learn([.. Items.Select(i => new Example([], Target.Read(i.Item.Facts), 0) { Label = i.Met ? 1 : 0 })], Target.Recipe, Target.Measures, _ => "");
}
