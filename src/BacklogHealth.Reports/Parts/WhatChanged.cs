using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What is different from a week before; only what is.</summary>
internal sealed class WhatChanged : ReportPart
{
    private const int MostKeys = 5;

    /// <summary>No item scores more.</summary>
    private const int MostClarity = 100;

    public override string Id => "changes";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading(report.Before is { } before ? (Sentence)$"What changed since {before}" : $"What changed since last week");
        var lines = Lines(report).ToList();
        if (lines.Count > 0)
        {
            yield return new Bullets([.. lines]);
        }

        if (report.Before is null)
        {
            yield return new Paragraph($"There is no earlier week to compare scores and dates with yet.");
        }
        else if (lines.Count == 0)
        {
            yield return new Paragraph($"Nothing that would alter a decision.");
        }
    }

    public override JsonObject Numbers(ReportContext report)
    {
        var changes = report.Numbers.Changes;
        return new JsonObject
        {
            ["comparedWith"] = report.Health.LastWeek is { } then ? Say.Text($"{report.Health.Calendar.DayOf(then.AsOf):yyyy-MM-dd}") : null,
            ["from"] = report.Health.LastWeek?.From,
            ["created"] = changes.Created,
            ["finished"] = changes.Finished,
            ["shift"] = changes.Shift is { } shift
                ? new JsonObject { ["since"] = Say.Text($"{shift.Since:yyyy-MM-dd}"), ["before"] = shift.BeforePerWeek, ["now"] = shift.NowPerWeek, ["chance"] = shift.Chance }
                : null,
            ["openItems"] = report.OpenItems,
            ["openItemsBefore"] = report.Health.LastWeek?.OpenItems,
            ["medianClarity"] = report.Numbers.Clarity.Median,
            ["medianClarityBefore"] = report.Health.LastWeek?.MedianClarity,
            ["becameReady"] = changes.BecameReady.Length,
            ["noLongerReady"] = changes.NoLongerReady.Length,
        };
    }

    private static IEnumerable<Sentence> Lines(ReportContext report)
    {
        var changes = report.Numbers.Changes;
        if (changes.Shift is { } shift)
        {
            yield return Pace(shift);
        }

        foreach (var delivery in report.Health.Deliveries)
        {
            var name = ShortName.Of(delivery.Title);
            if (MoveInWords.Of(report, delivery) is { Now: not null } move && Math.Abs(move.Days!.Value) >= 2)
            {
                yield return Moved(move);
            }
            else if (delivery is { AddedSinceLastWeek: > 0, Due: not null })
            {
                yield return $"**{name} grew** by {delivery.AddedSinceLastWeek:# item|# items}.";
            }
        }

        if (changes.BecameReady is { Length: > 0 } became)
        {
            yield return $"**{became.Length:# item|# items} became ready**: {Keys(report, became)}.";
        }

        if (changes.NoLongerReady is { Length: > 0 } lost)
        {
            yield return $"**{lost.Length:# item is|# items are} no longer ready**: {Keys(report, lost)}.";
        }

        if (report.Health.LastWeek?.MedianClarity is { } before && report.Numbers.Clarity.Median is { } median && Math.Abs(median - before) >= 1)
        {
            yield return median switch
            {
                MostClarity => $"**Clarity rose**: more than half of the open items score {median} of 100; before, half scored {before} or more.",
                _ when median > before => $"**Clarity rose**: half of the open items score {median} or more; it was {before}.",
                _ => (Sentence)$"**Clarity fell**: half of the open items score {median} or more; it was {before}.",
            };
        }

        if (changes.Created + changes.Finished > 0)
        {
            Sentence came = (changes.Created, changes.Finished) switch
            {
                (0, var done) => $"Nothing came in and {done:# item was|# items were} finished in seven days.",
                (var created, 0) => $"{created:# item|# items} came in and nothing was finished in seven days.",
                var (created, done) => $"{created:# item|# items} came in and {done:# item was|# items were} finished in seven days.",
            };
            yield return report.Health.LastWeek is { } week && week.OpenItems != report.OpenItems
                ? $"{came} {report.OpenItems:No items are|# item is|# items are} open; it was {week.OpenItems}."
                : came;
        }
    }

    /// <summary>A clear change of pace, with how often chance alone would show it.</summary>
    internal static Sentence Pace(ThroughputShift shift) => shift.NowPerWeek < shift.BeforePerWeek
        ? (Sentence)$"**Fewer items are finished**: {shift.NowPerWeek} a week since {shift.Since}, {shift.BeforePerWeek} in the {ThroughputShift.BeforeWeeks} weeks before. Chance alone shows such a difference {Odds(shift.Chance)}."
        : $"**More items are finished**: {shift.NowPerWeek} a week since {shift.Since}, {shift.BeforePerWeek} in the {ThroughputShift.BeforeWeeks} weeks before. Chance alone shows such a difference {Odds(shift.Chance)}.";

    /// <summary>How far the day of a delivery moved, and why.</summary>
    internal static Sentence Moved(DeliveryMove move)
    {
        var name = Say.Short(move.Name, 60);
        return MoveInWords.Why(move) is { IsEmpty: false } why
            ? $"**{name}: {MoveInWords.Long(move)} than it looked a week ago** ({why}). 17 of 20 futures now end by {move.Now}."
            : (Sentence)$"**{name}: {MoveInWords.Long(move)} than it looked a week ago**. 17 of 20 futures now end by {move.Now}.";
    }

    /// <summary>How often chance alone shows as much, as a number a person can picture; Core speaks of a shift only from one in a hundred on.</summary>
    internal static Sentence Odds(double chance) =>
        chance < 0.001 ? (Sentence)$"less than once in {1000} cases" : $"once in about {(int)Math.Round(1 / chance / 10) * 10} cases";

    private static Sentence Keys(ReportContext report, ImmutableArray<BacklogItem> items)
    {
        var keys = items.Take(MostKeys).Select(i => (Sentence)report.Key(i.Item.Key)).ToList();
        return items.Length > MostKeys ? $"{Sentence.JoinBy(", ", keys)} and {items.Length - MostKeys} more" : Sentence.JoinBy(", ", keys);
    }
}
