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
            yield return new Paragraph("Nothing is waiting, so there is nothing to forecast.", Tone.Say);
        }

        foreach (var (delivery, nth) in report.Health.Deliveries.Select((d, i) => (d, i)))
        {
            yield return new Heading(Say.Short(delivery.Name, 80));
            yield return new Paragraph(Sentence(report, delivery), Tone.Say);
            if (delivery.IsDone)
            {
                continue;
            }

            if (!delivery.When.Enough)
            {
                yield return new Paragraph(delivery.When.WhyNot ?? "");
                continue;
            }

            if (Dotplot.Draw(delivery, report.Voice) is { } picture)
            {
                yield return new Sketch(picture);
                yield return new Paragraph("Each dot is one of twenty equally likely futures.", Tone.Note);
            }

            yield return new Bullets([.. Lines(report, delivery)]);
            if (report.Numbers.BurnUps[nth] is { } way)
            {
                yield return new SideBySide([new BurnUpWithFan(way, delivery, nth + 1, report.Today).ToFigure(report.Voice)]);
            }
        }

        if (report.Numbers.AllDeliveriesByDue is { } all)
        {
            yield return new Paragraph(OldWords.Of("All of these end by their days in ", OldWords.Strong(LargePieces.Futures(all)), " futures."), Tone.Say);
        }
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["deliveries"] = new JsonArray([.. report.Health.Deliveries.Select(DateInWords.Numbers)]),
    };

    private static Sentence Sentence(ReportContext report, DeliveryOutlook delivery) =>
        delivery.IsDone ? $"Finished: all {Say.Count(delivery.Total, "item")} are done."
        : !delivery.When.Enough ? "No day can be named yet."
        : DateInWords.By(delivery.When, 0.85) is { } day ? OldWords.Of(OldWords.Strong("17 of 20"), $" futures end by {report.Day(day)}.")
        : "Fewer than 17 of 20 futures end within two years.";

    private static IEnumerable<Sentence> Lines(ReportContext report, DeliveryOutlook delivery)
    {
        if (delivery.Due is { } due && DateInWords.InTime(delivery) is { } inTime)
        {
            yield return $"{(delivery.Fixed ? "The date is fixed" : "The promised day is")}{(delivery.Fixed ? ": " : " ")}{report.Day(due)}; {Say.OfTwenty(inTime)} futures end by then.";
        }
        else
        {
            yield return DateInWords.By(delivery.When, 0.5) is { } even ? $"10 of 20 futures end by {report.Day(even)}; no day was promised." : "No day was promised.";
        }

        if (MoveInWords.Of(report, delivery) is { } move)
        {
            yield return move.Days == 0 ? $"Nothing moved since {report.Before}." : OldWords.Of(OldWords.Strong(MoveInWords.Long(move)), $" than it looked on {report.Before}{(MoveInWords.Why(move) is { Length: > 0 } why ? $": {why}" : "")}.");
        }
        else if (!delivery.IsNextItems)
        {
            yield return "There is no earlier statement to compare with yet.";
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
        yield return (done == 0 ? $"None of its {Say.Count(delivery.Total, "item")} is done yet" : $"{Say.Number(done)} of its {Say.Count(delivery.Total, "item")} {(done == 1 ? "is" : "are")} done")
            + (delivery.Ahead == 0 ? "." : $"; {Say.Count(delivery.Ahead, "other item")} {(delivery.Ahead == 1 ? "comes" : "come")} first.");
    }
}
