using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What the reports on one team share, worked out and drawn once however many of them are written side by side.</summary>
internal sealed class SharedByReports(TeamHealth health, int weeks)
{
    private readonly Once _once = new();

    /// <summary>Says sentences in the reports' language.</summary>
    public Voice Voice { get; } = new(ReportLanguages.For(health.Language), health.Today);

    public NumbersOf Numbers { get; } = new(health, weeks);

    // Charts that stand in more than one report. Those that stand in one are made where they stand.
    public Figure Throughput => _once.Of(() => new ThroughputRunChart(Numbers.Throughput).ToFigure(Voice));

    public Figure Ageing => _once.Of(() => new WorkItemAgeing(Numbers.Ageing, health.Today).ToFigure(Voice));

    public Figure Arrivals => _once.Of(() => new ArrivalsAndDeparturesChart(Numbers.Arrivals).ToFigure(Voice));

    /// <summary>How the chance of a delivery grows with the day.</summary>
    public Figure Curve(DeliveryCurve curve, int number) => _once.Of(() => new ForecastCurve(curve, number).ToFigure(Voice), (curve, number));

    /// <summary>True where this is of a team over so many weeks.</summary>
    public bool IsOf(TeamHealth team, int span) => ReferenceEquals(team, health) && span == weeks;
}
