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

    public override string Id => "changes";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        yield return new Heading($"What changed since {report.Before ?? "last week"}");
        var lines = Lines(report).ToList();
        if (lines.Count > 0)
        {
            yield return new Bullets([.. lines]);
        }

        if (report.Before is null)
        {
            yield return new Paragraph("There is no earlier week to compare scores and dates with yet.");
        }
        else if (lines.Count == 0)
        {
            yield return new Paragraph("Nothing that would alter a decision.");
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
            var word = shift.NowPerWeek < shift.BeforePerWeek ? "Fewer" : "More";
            yield return OldWords.Of(
                OldWords.Strong($"{word} items are finished"),
                $": {Say.Decimal(shift.NowPerWeek)} a week since {report.Day(shift.Since)}, {Say.Decimal(shift.BeforePerWeek)} in the {ThroughputShift.BeforeWeeks} weeks before. Chance alone shows such a difference {Odds(shift.Chance)}.");
        }

        foreach (var delivery in report.Health.Deliveries)
        {
            var name = Say.Short(delivery.Name, 60);
            if (MoveInWords.Of(report, delivery) is { Now: { } now } move && Math.Abs(move.Days!.Value) >= 2)
            {
                var why = MoveInWords.Why(move);
                yield return OldWords.Of(OldWords.Strong($"{name}: {MoveInWords.Long(move)} than it looked a week ago"), $"{(why.Length == 0 ? "" : $" ({why})")}. 17 of 20 futures now end by {report.Day(now)}.");
            }
            else if (delivery is { AddedSinceLastWeek: > 0, Due: not null })
            {
                yield return OldWords.Of(OldWords.Strong($"{name} grew"), $" by {Say.Count(delivery.AddedSinceLastWeek, "item")}.");
            }
        }

        if (changes.BecameReady is { Length: > 0 } became)
        {
            yield return OldWords.Join(OldWords.Of(OldWords.Strong($"{Say.Capital(Say.Count(became.Length, "item"))} became ready"), ": "), Keys(report, became), ".");
        }

        if (changes.NoLongerReady is { Length: > 0 } lost)
        {
            yield return OldWords.Join(OldWords.Of(OldWords.Strong($"{Say.Capital(Say.Count(lost.Length, "item"))} {(lost.Length == 1 ? "is" : "are")} no longer ready"), ": "), Keys(report, lost), ".");
        }

        if (report.Health.LastWeek?.MedianClarity is { } before && report.Numbers.Clarity.Median is { } median && Math.Abs(median - before) >= 1)
        {
            yield return OldWords.Of(OldWords.Strong($"Clarity {(median > before ? "rose" : "fell")}"), $": {(median == 100 ? "more than half of the open items score 100" : $"half of the open items score {Say.Decimal(median)} or more")}; it was {Say.Decimal(before)}.");
        }

        if (changes.Created + changes.Finished > 0)
        {
            var open = report.Health.LastWeek is { } week && week.OpenItems != report.OpenItems ? $" {Say.Capital(Say.Count(report.OpenItems, "item"))} {(report.OpenItems == 1 ? "is" : "are")} open; it was {Say.Number(week.OpenItems)}." : "";
            var came = changes.Created == 0 ? "Nothing" : Say.Count(changes.Created, "item");
            var done = changes.Finished == 0 ? "nothing was" : $"{Say.Count(changes.Finished, "item")} {(changes.Finished == 1 ? "was" : "were")}";
            yield return $"{came} came in and {done} finished in seven days.{open}";
        }
    }

    /// <summary>How often chance alone shows as much, as a number a person can picture; Core speaks of a shift only from one in a hundred on.</summary>
    private static string Odds(double chance) => chance < 0.001 ? "less than once in 1,000 cases" : $"once in about {Say.Number((int)Math.Round(1 / chance / 10) * 10)} cases";

    private static Sentence Keys(ReportContext report, ImmutableArray<BacklogItem> items)
    {
        var runs = new List<object>();
        foreach (var item in items.Take(MostKeys))
        {
            if (runs.Count > 0)
            {
                runs.Add(", ");
            }

            runs.Add(report.Key(item.Item.Key));
        }

        if (items.Length > MostKeys)
        {
            runs.Add($" and {Say.Number(items.Length - MostKeys)} more");
        }

        return OldWords.Of([.. runs]);
    }
}
