using System.Collections.Immutable;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Forecasting.Items;

/// <summary>A finished item as a service level needs it.</summary>
/// <param name="Days">Days from started to finished, 0 or more; the product counts whole calendar days, both included.</param>
/// <param name="Kind">What it is.</param>
/// <param name="StoryPoints">Its estimate; null where it has none.</param>
public sealed record TimedItem(double Days, WorkItemKind Kind, double? StoryPoints);

/// <summary>Which finished items a service level rests on.</summary>
public enum LikeItems
{
    /// <summary>Those of the same kind and of like estimate.</summary>
    KindAndSize,

    /// <summary>Those of like estimate, of every kind.</summary>
    Size,

    /// <summary>Those of the same kind, of every size.</summary>
    Kind,

    /// <summary>All of the team.</summary>
    Team,
}

/// <summary>Within how many days something is done, with a probability.</summary>
/// <param name="Probability">0.50, 0.70, 0.85 or 0.95.</param>
/// <param name="Days">Days, 0 or more.</param>
public readonly record struct WithinDays(double Probability, double Days);

/// <summary>How long one item takes.</summary>
/// <param name="Within">For each probability that the history carries, within how many days; a probability that would need more items than there are is left out. Empty where nothing can be said.</param>
/// <param name="Items">Finished items it rests on.</param>
/// <param name="Like">Which ones these are.</param>
/// <param name="WhyNot">Why nothing can be said, as whole sentences; null where something can.</param>
public sealed record ServiceLevel(ImmutableArray<WithinDays> Within, int Items, LikeItems Like, Sentence? WhyNot)
{
    /// <summary>Smallest and largest estimate of these items; null where they were not chosen by size.</summary>
    public (double From, double To)? StoryPoints { get; init; }

    /// <summary>The days for a probability; null where the history does not carry it.</summary>
    public double? Days(double probability) => Within.FirstOrDefault(w => w.Probability == probability) is { Probability: > 0 } found ? found.Days : null;
}
