using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>Weeks of ready work as each week's last run said them, against the weeks wanted.</summary>
/// <param name="data">The weeks.</param>
/// <param name="wanted">Weeks of ready work that the team wants.</param>
internal sealed class RunwayTrendChart(HealthTrend data, double wanted) : Chart
{
    private const int FewestWeeks = 3;

    public override string Id => "runway-trend";

    public override Sentence Question => $"Is there always enough ready work?";

    public override Sentence HowToRead => $"Each bar is a week: how many weeks the ready work would last in 17 of 20 futures, as the last run of that week said it. The dashed line is what the team wants; vermilion bars stay below it. Much more than wanted is work that may be refined for nothing.";

    public override Sentence Title => (Low, Known.Count) switch
    {
        (0, var all) => $"There was enough ready work in all of {all} weeks",
        var (low, all) when low == all => $"There was less ready work than wanted in all of {all} weeks",
        var (low, all) => $"There was less ready work than wanted in {low} of {all} weeks",
    };

    public override Sentence Caption => $"Weeks that the ready work lasts with 85 %, by week, {Known[0].Monday:short full} to {Known[^1].Monday:short full}, n = {Known.Count:# week|# weeks}; wanted: {wanted}";

    public override Sentence Alt => $"{Title}; {wanted:# week is|# weeks are} wanted. Now it lasts {Known[^1].Weeks:# week|# weeks}.";

    public override Table Numbers => Table.Of(
        [new($"Week from"), new($"Weeks of ready work", ColumnKind.Number)],
        Known.Select(w => new Sentence[] { $"{w.Monday:short full}", Math.Round(w.Weeks, 1) }));

    public override Sentence? TooLittle => Known.Count < FewestWeeks
        ? (Sentence)$"The trend grows with each weekly run: {Known.Count:no week|# week|# weeks} so far; from {FewestWeeks} on, it is drawn here."
        : null;

    protected override Sentence NeutralTitle => $"Ready work from week to week";

    private List<ReadyWork> Known =>
        [.. data.Weeks.Where(w => w.Point.RunwayWeeks85 is { } weeks && double.IsFinite(weeks)).Select(w => new ReadyWork(w.Monday, w.Point.RunwayWeeks85!.Value))];

    private int Low => Known.Count(w => w.Weeks < wanted);

    public override void Draw(ChartPaper paper)
    {
        var weeks = Known;
        double from = weeks[0].Monday.DayNumber, to = weeks[^1].Monday.DayNumber + 7;
        var top = paper.Axes(from, to, Math.Max(wanted * 1.5, Math.Min(weeks.Max(w => w.Weeks), wanted * 6)));
        paper.DayLabels(weeks[0].Monday, weeks[^1].Monday.AddDays(7));
        foreach (var (monday, ready) in weeks)
        {
            paper.Bar(monday.DayNumber + 0.9, monday.DayNumber + 6.1, Math.Min(ready, top), ready < wanted ? paper.Vermilion : paper.Blue);
        }

        paper.Level(from, to, wanted, 1.5f, LinePattern.Dashed);
        paper.Label($"wanted: {wanted}", from, wanted);
        paper.Label($"{weeks[^1].Weeks:# week|# weeks} now", to, Math.Min(weeks[^1].Weeks, top), SKTextAlign.Right);
    }

    /// <param name="Monday">The week.</param>
    /// <param name="Weeks">How long the ready work lasts.</param>
    private sealed record ReadyWork(DateOnly Monday, double Weeks);
}
