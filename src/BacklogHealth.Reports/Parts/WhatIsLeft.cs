using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What is left of a delivery item by item, closed until somebody wants it: titles and where they stand, no keys, no terms of the tracker.</summary>
internal static class WhatIsLeft
{
    private const int MostShown = 100;

    /// <summary>The list, what is being worked on first; null where nothing is left.</summary>
    /// <param name="report">The report.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="number">Which of the deliveries it is, from 1 on: names its table, as it names its charts.</param>
    public static Details? Of(ReportContext report, DeliveryOutlook delivery, int number)
    {
        var own = delivery.ItemIds.ToHashSet(StringComparer.Ordinal);
        var left = report.Health.Open.Where(i => own.Contains(i.Item.Id) && Counted.Is(i.Item.Kind)).OrderBy(i => i.State == WorkItemState.NotStarted).ToList();
        return left.Count == 0 ? null : new Details(
            $"What is left: {left.Count:# item|# items}",
            [
                Table.Of([new($"What"), new($"Where it stands")], left.Take(MostShown).Select(i => new Sentence[]
                {
                    new Run(Say.Short(i.Item.Title, 140), Emphasis.None, report.Key(i.Item.Key).Link), i.State == WorkItemState.NotStarted ? $"not begun" : (Sentence)$"being worked on",
                })) with { Name = Say.Text($"left-{number}") },
                .. left.Count > MostShown ? [ReportContext.More(left.Count - MostShown)] : Array.Empty<Block>(),
            ]);
    }
}
