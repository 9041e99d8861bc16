using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>How much of the work stands under a goal, week by week.</summary>
internal sealed class GoalCoverageChart(GoalCoverage data) : Chart
{
    private const int FewestWeeks = 4;

    public override string Id => "goal-coverage";

    public override Sentence Question => $"How much of the work serves a goal?";

    public override Sentence HowToRead => $"The blue line is how many of 100 items finished in the twelve weeks before stood under a goal, an epic or what lies above it; the grey line is the same for all open items. Support and repairs serve no goal and need none; a line that falls says that they take more room.";

    public override Sentence Title => data.Now.Finished.Items == 0
        ? $"{data.Now.Open.Under} of {data.Now.Open.Items:# open item|# open items} {data.Now.Open.Under:stands|stand} under a goal"
        : (Sentence)$"{data.Now.Finished.Under} of {data.Now.Finished.Items:# item|# items} finished in twelve weeks stood under a goal";

    public override Sentence Caption => $"Items under a goal, in % of those finished in twelve weeks and of those open, bugs left out, by week, {data.Weeks[0].Day:short full} to {data.Now.Day:short full}, n = {data.Weeks.Length:# week|# weeks}";

    public override Sentence Alt => $"{Title}; of the items in progress {data.Now.InProgress.Under} of {data.Now.InProgress.Items}, of all open items {data.Now.Open.Under} of {data.Now.Open.Items}.";

    public override Table Numbers => Table.Of(
        [new($"Week to"), new($"Finished in twelve weeks", ColumnKind.Number), new($"Of these under a goal", ColumnKind.Number), new($"Open", ColumnKind.Number), new($"Open under a goal", ColumnKind.Number)],
        data.Weeks.Select(w => new Sentence[] { $"{w.Day:short full}", w.Finished.Items, w.Finished.Under, w.Open.Items, w.Open.Under }));

    public override Sentence? TooLittle =>
        !data.HasGoals ? $"The tracker holds no epics and no item has a parent, so nothing can stand under a goal."
        : data.Weeks.Length < FewestWeeks ? $"{data.Weeks.Length:no weeks|# week|# weeks} of history so far; from {FewestWeeks} weeks on, goals are shown here."
        : data.Now.Open.Items + data.Now.Finished.Items < NumbersOf.FewestItems ? (Sentence)$"Too few items are open or were finished lately to speak of shares."
        : null;

    protected override Sentence NeutralTitle => $"Work that serves a goal";

    public override void Draw(ChartPaper paper)
    {
        double from = data.Weeks[0].Day.DayNumber, to = data.Now.Day.DayNumber;
        paper.Axes(from, to, 100);
        paper.DayLabels(data.Weeks[0].Day, data.Now.Day);
        Line(w => w.Open, paper.Soft);
        Line(w => w.Finished, paper.Blue);
        double open = Percent(data.Now.Open), finished = Percent(data.Now.Finished);
        var above = finished >= open;
        if (data.Now.Open.Items > 0)
        {
            paper.Label($"open {(int)open} %", to, open, SKTextAlign.Right, dy: above ? 16 : -6, bold: false);
        }

        if (data.Now.Finished.Items > 0)
        {
            paper.Label($"finished {(int)finished} %", to, finished, SKTextAlign.Right, dy: above ? -6 : 16);
        }

        void Line(Func<GoalWeek, Covered> which, ScottPlot.Color color)
        {
            var known = data.Weeks.Where(w => which(w).Items > 0).ToList();
            paper.Curve([.. known.Select(w => (double)w.Day.DayNumber)], [.. known.Select(w => Percent(which(w)))], color);
        }
    }

    private static double Percent(Covered covered) => Math.Round(100 * covered.Share ?? 0, MidpointRounding.AwayFromZero);
}
