using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Pictures;

namespace BacklogHealth.Reports.Parts;

/// <summary>The deliveries that several teams work on: each is done when its last part is.</summary>
internal sealed class DeliveredTogether : PortfolioPart
{
    public override string Id => "together";

    public override IEnumerable<Block> Blocks(PortfolioContext report)
    {
        var pieces = Shared(report);
        if (pieces.Count == 0)
        {
            yield break;
        }

        yield return new Heading($"{pieces.Count:One delivery is|# deliveries are} the work of several teams");
        yield return new Paragraph($"What several teams deliver is done when its last part is. Their paces are taken to move independently; what slows all at once makes late days likelier than said.", Tone.Note);
        foreach (var block in pieces.SelectMany((p, i) => Of(report, p, i + 1)))
        {
            yield return block;
        }
    }

    public override JsonObject Numbers(PortfolioContext report) => new()
    {
        ["deliveries"] = new JsonArray([.. Shared(report).Select(p => new JsonObject
        {
            ["name"] = p.Name,
            ["teams"] = new JsonArray([.. p.Teams.Select(t => (JsonNode)t)]),
            ["due"] = DateInWords.Iso(p.Due),
            ["done"] = p.Done,
            ["by"] = new JsonArray([.. (p.Joint?.By ?? []).Select(b => new JsonObject { ["probability"] = b.Probability, ["date"] = DateInWords.Iso(b.Date) })]),
            ["dots"] = new JsonArray([.. (p.Joint?.Dots ?? []).Select(d => (JsonNode?)DateInWords.Iso(d))]),
            ["chanceByDue"] = p.Joint?.ChanceByDue,
            ["notKnown"] = new JsonArray([.. p.NotKnown.Select(t => (JsonNode)t)]),
            ["parts"] = new JsonArray([.. (p.Joint?.Parts ?? []).Select(Part)]),
        })]),
    };

    private static List<PortfolioPiece> Shared(PortfolioContext report) => [.. report.Pieces.Where(p => report.Portfolio.Deliveries.Any(d => d.Name == p.Name))];

    private static IEnumerable<Block> Of(PortfolioContext report, PortfolioPiece piece, int number)
    {
        yield return new Heading(Sentence.Data(Say.Short(piece.Name, 80)), 3);
        if (piece.Whole is not { } whole)
        {
            yield return new Paragraph($"No day can be named: what {piece.NotKnown} {piece.NotKnown.Length:has|have} to do for it is not known, and without that every day would be too early.", Tone.Say);
            yield break;
        }

        yield return new Paragraph(DeliveryOutlooks.Statement(whole), Tone.Say);
        if (whole is { IsDone: false, When.Enough: false })
        {
            yield return new Bullets([.. piece.Joint!.WhyNot.Select(w => (Sentence)$"{w.Team}: {w.Reason}")]);
        }
        else if (!whole.IsDone)
        {
            if (Dotplot.Draw(whole, report.Voice) is { } dots)
            {
                yield return new Sketch(dots, $"Each dot is one of twenty equally likely futures.");
            }

            yield return new Bullets([.. Lines(piece, whole)]);
        }

        yield return Parts(piece.Joint!) with { Name = Say.Text($"parts-{number}") };
    }

    private static IEnumerable<Sentence> Lines(PortfolioPiece piece, DeliveryOutlook whole)
    {
        yield return DateInWords.Promise(whole);
        if (DateInWords.By(whole.When, 0.5) is { } even && DateInWords.By(whole.When, 0.95) is { } sure)
        {
            yield return $"10 of 20 futures end by {even}, 19 of 20 by {sure}.";
        }

        if (Last(piece.Joint!) is { } last)
        {
            yield return $"The part of **{Say.Short(last, 60)}** is likely the last one.";
        }
    }

    /// <summary>The team whose part alone takes longest with 85 %; null where two take as long, or only one is open.</summary>
    private static string? Last(JointDelivery joint)
    {
        var open = joint.Parts.Where(p => !p.Outlook.IsDone).Select(p => new { p.Team, Day = DateInWords.By(p.Outlook.When, 0.85) ?? DateOnly.MaxValue }).OrderByDescending(p => p.Day).ToList();
        return open.Count > 1 && open[0].Day > open[1].Day ? open[0].Team : null;
    }

    private static Table Parts(JointDelivery joint)
    {
        var moved = joint.Parts.Any(p => p.Move is { Days: not 0 });
        Column[] columns = [new($"Part of"), new($"Finished", ColumnKind.Day), new($"17 of 20 futures by", ColumnKind.Day)];
        return Table.Of(
            moved ? [.. columns, new($"Moved within a week", ColumnKind.Day)] : columns,
            joint.Parts.Select(p => moved ? [.. Row(p), Moved(p.Move)] : Row(p)));
    }

    private static Sentence[] Row(DeliveryPart part)
    {
        var (outlook, day) = (part.Outlook, DateInWords.By(part.Outlook.When, 0.85));
        return
        [
            Sentence.Data(Say.Short(part.Team, 60)),
            outlook.Total == 0 ? (Sentence)$"not cut yet" : $"{outlook.Total - outlook.Remaining} of {outlook.Total:# item|# items}",
            outlook.IsDone ? $"done" : !outlook.When.Enough ? $"not known" : day is { } by ? (Sentence)$"{by}" : $"not within two years",
        ];
    }

    private static Sentence Moved(DeliveryMove? move) => move is not { Days: not 0 } ? Sentence.None
        : MoveInWords.Why(move) is { IsEmpty: false } why ? $"{MoveInWords.Long(move)}: {why}" : MoveInWords.Long(move);

    private static JsonObject Part(DeliveryPart part)
    {
        var numbers = DateInWords.Numbers(part.Outlook);
        numbers["team"] = part.Team;
        numbers["movedDays"] = part.Move?.Days;
        return numbers;
    }
}
