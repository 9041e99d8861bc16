using System.Text.Json.Nodes;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>The backlog as stock: how long it lasts, how old it is, and what nobody looks at any more.</summary>
internal sealed class BacklogAsStock : ReportPart
{
    private const double WeeksAYear = 52, WeeksAMonth = 4.345;

    public override string Id => "stock";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        if (report.Numbers.Inventory.Items == 0)
        {
            yield break;
        }

        yield return new Heading(Finding(report.Numbers.Inventory));
        yield return new Paragraph(Sentence.Join(Rests(report.Numbers.Inventory), Zombies(report)));
        yield return new SideBySide([new AgePyramid(report.Numbers.BacklogAge).ToFigure(report.Voice), report.Shared.Arrivals]);
    }

    public override JsonObject Numbers(ReportContext report) => new()
    {
        ["openItems"] = report.Numbers.Inventory.Items,
        ["finishedAWeek"] = report.Numbers.Inventory.PerWeek,
        ["weeks"] = report.Numbers.Inventory.Weeks is { } weeks && double.IsFinite(weeks) ? Math.Round(weeks, 3) : null,
        ["medianAgeDays"] = report.Numbers.BacklogAge.MedianDays,
        ["zombies"] = report.Numbers.BacklogAge.Zombies,
        ["touchKnown"] = report.Numbers.BacklogAge.TouchKnown,
    };

    private static Sentence Finding(Inventory stock) => stock.Weeks switch
    {
        null => $"{stock.Items:# item is|# items are} open",
        < 2 * WeeksAMonth and var weeks => $"The backlog holds work for {Math.Round(weeks):# week|# weeks} at the present pace",
        < 2 * WeeksAYear and var weeks => $"The backlog holds work for {Math.Round(weeks / WeeksAMonth):# month|# months} at the present pace",
        { } weeks => $"The backlog holds work for {Math.Round(weeks / WeeksAYear, 1):# year|# years} at the present pace",
    };

    private static Sentence Rests(Inventory stock) => (stock.PerWeek, stock.Weeks) switch
    {
        (null, _) => $"How long they last is not known: {stock.Finished:no item was|# item was|# items were} finished in {stock.WeeksLookedAt:no weeks|# week|# weeks}.",
        (_, null) => $"How long they last cannot be said: in half of the last {stock.WeeksLookedAt} weeks nothing was finished.",
        var (pace, _) => $"{stock.Items:# item is|# items are} open; in a typical week of the last {stock.WeeksLookedAt}, {pace.Value} were finished. No forecast, only stock by pace, were nothing added.",
    };

    private static Sentence Zombies(ReportContext report) => report.Numbers.BacklogAge switch
    {
        { TouchKnown: 0 } => Sentence.None,
        { Zombies: 0 } => $"Every waiting item was touched by a person within {BacklogAge.Asleep} days.",
        var age => $"{age.Zombies} of {age.TouchKnown:# waiting item|# waiting items} {age.Zombies:has|have} not been touched by a person for {BacklogAge.Asleep} days. Who would miss them, were they closed?",
    };
}
