using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>One block for each delivery: what to expect, the dots, what moved and why, and what is not known. No item keys, no terms of the trade.</summary>
internal sealed class DeliveryOutlooks : ReportPart
{
    public override string Id => "deliveries";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        if (report.Health.Deliveries.IsEmpty)
        {
            yield return new Paragraph($"Nothing is waiting, so there is nothing to forecast.", Tone.Say);
        }

        foreach (var (delivery, nth) in report.Health.Deliveries.Select((d, i) => (d, i)))
        {
            yield return new Heading(ShortName.Of(delivery.Title, 80));
            yield return new Paragraph(Statement(delivery), Tone.Say);
            if (delivery.IsDone)
            {
                continue;
            }

            if (!delivery.When.Enough)
            {
                yield return new Paragraph($"{delivery.When.WhyNot}");
            }
            else
            {
                foreach (var block in Outlook(report, delivery, nth))
                {
                    yield return block;
                }
            }

            if (report.TellsStakeholdersItems && WhatIsLeft.Of(report, delivery, nth + 1) is { } left)
            {
                yield return left;
            }
        }

        if (report.Numbers.AllDeliveriesByDue is { } all)
        {
            yield return new Paragraph($"All of these end by their days in **{Futures.OfTwenty(all)}** futures.", Tone.Say);
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["deliveries"] = new JsonArray([.. report.Health.Deliveries.Select(DateInWords.Numbers)]),
    };

    private static IEnumerable<Block> Outlook(ReportContext report, DeliveryOutlook delivery, int nth)
    {
        if (Dotplot.Draw(delivery, report.Voice) is { } picture)
        {
            yield return new Sketch(picture, $"Each dot is one of twenty equally likely futures.");
        }

        yield return new Bullets([.. Lines(report, delivery)]);
        if (report.Numbers.BurnUps[nth] is { } way)
        {
            yield return new SideBySide(
            [
                new BurnUpWithFan(way, delivery, nth + 1).ToFigure(report.Voice),
                .. report.Numbers.Curves.Where(c => c.Title.Equals(delivery.Title)).Take(1).Select(c => report.Shared.Curve(c, nth + 1)),
            ]);
        }
    }

    internal static Sentence Statement(DeliveryOutlook delivery) =>
        delivery.IsDone ? (Sentence)$"Finished: {delivery.Total:the one item is|all # items are} done."
        : !delivery.When.Enough ? $"No day can be named yet."
        : DateInWords.By(delivery.When, 0.85) is { } day ? $"**17 of 20** futures end by {day}."
        : (Sentence)$"Fewer than 17 of 20 futures end within two years.";

    private static IEnumerable<Sentence> Lines(ReportContext report, DeliveryOutlook delivery)
    {
        if (delivery.Due is { } due && DateInWords.InTime(delivery) is { } inTime)
        {
            yield return delivery.Fixed
                ? (Sentence)$"The date is fixed: {due}; {Futures.OfTwenty(inTime)} futures end by then."
                : $"The promised day is {due}; {Futures.OfTwenty(inTime)} futures end by then.";
        }
        else
        {
            yield return DateInWords.By(delivery.When, 0.5) is { } even ? (Sentence)$"10 of 20 futures end by {even}; no day was promised." : $"No day was promised.";
        }

        if (MoveInWords.Of(report, delivery) is { } move)
        {
            yield return move.Days == 0 ? (Sentence)$"Nothing moved since {report.Before}."
                : MoveInWords.Why(move) is { IsEmpty: false } why ? $"**{MoveInWords.Long(move)}** than it looked on {report.Before}: {why}."
                : (Sentence)$"**{MoveInWords.Long(move)}** than it looked on {report.Before}.";
        }
        else if (!delivery.IsNextItems)
        {
            yield return $"There is no earlier statement to compare with yet.";
        }

        if (delivery.IsNextItems)
        {
            yield break;
        }

        foreach (var scope in ScopeInWords.Of(report, delivery))
        {
            yield return scope;
        }

        var done = delivery.Total - delivery.Remaining;
        yield return (done, delivery.Ahead) switch
        {
            (0, 0) => $"{delivery.Total:Its one item is not|None of its # items is} done yet.",
            (0, var ahead) => $"{delivery.Total:Its one item is not|None of its # items is} done yet; {ahead:# other item comes|# other items come} first.",
            (_, 0) => $"{done} of its {delivery.Total:# item|# items} {done:is|are} done.",
            var (_, ahead) => $"{done} of its {delivery.Total:# item|# items} {done:is|are} done; {ahead:# other item comes|# other items come} first.",
        };
    }
}
