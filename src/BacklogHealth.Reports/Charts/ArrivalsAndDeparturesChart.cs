using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>What comes into the backlog and what leaves it, week by week.</summary>
internal sealed class ArrivalsAndDeparturesChart(ArrivalsAndDepartures data) : Chart
{
    private const int FewestWeeks = 4;

    public override string Id => "arrivals-and-departures";

    public override Sentence Question => $"Does the backlog grow or shrink?";

    public override Sentence HowToRead => $"Two bars a week: the pale one is what came in, the blue one what left, whether finished, dropped or removed. Where pale bars are higher for long, the backlog grows, and what waits in it waits longer. Dropping an item on purpose is a good way to leave.";

    public override Sentence Title => data.Net switch
    {
        > 0 => $"{data.Created:# item|# items} came in and {Departed} left in {data.Weeks.Length} weeks: the backlog grew",
        < 0 => $"{data.Created:No item|# item|# items} came in and {Departed} left in {data.Weeks.Length} weeks: the backlog shrank",
        _ => $"As many items came in as left in {data.Weeks.Length} weeks: {data.Created}",
    };

    public override Sentence Caption => $"Items a week, those removed since included, {data.Weeks[0].First:short full} to {data.Weeks[^1].First.AddDays(6):short full}; open before: {data.OpenBefore}, now: {data.Weeks[^1].OpenAtEnd}";

    public override Sentence Alt => $"{Title}. Of those that left, {data.Finished} were finished, {data.Dropped} dropped and {data.Removed} removed.";

    public override Table Numbers => Table.Of(
        [new($"Week from"), new($"Came in", ColumnKind.Number), new($"Finished", ColumnKind.Number), new($"Dropped", ColumnKind.Number), new($"Removed", ColumnKind.Number), new($"Open at its end", ColumnKind.Number)],
        data.Weeks.Select(w => new Sentence[] { $"{w.First:short full}", w.Created, w.Finished, w.Dropped, w.Removed, w.OpenAtEnd }));

    public override Sentence? TooLittle =>
        data.Weeks.Length < FewestWeeks ? $"{data.Weeks.Length:no whole weeks|# whole week|# whole weeks} of history so far; from {FewestWeeks} weeks on, what comes and goes is shown here."
        : data.Created + Departed == 0 ? (Sentence)$"Nothing came in and nothing left in {data.Weeks.Length} weeks." : null;

    protected override Sentence NeutralTitle => $"What comes in and what leaves";

    private int Departed => data.Finished + data.Dropped + data.Removed;

    public override void Draw(ChartPaper paper)
    {
        var most = data.Weeks.Max(w => Math.Max(w.Created, w.Departed));
        paper.Axes(data.Weeks[0].First.DayNumber, data.Weeks[^1].First.DayNumber + 7, most);
        paper.DayLabels(data.Weeks[0].First, data.Weeks[^1].First.AddDays(7));
        foreach (var week in data.Weeks)
        {
            double left = week.First.DayNumber;
            paper.Band(left + 0.5, left + 3.4, 0, week.Created, paper.Soft, 0.45);
            paper.Bar(left + 3.6, left + 6.5, week.Departed, paper.Blue);
        }

        paper.Label($"{data.Created} came in, {Departed} left", data.Weeks[^1].First.DayNumber + 7, most, SKTextAlign.Right, dy: -10);
    }
}
