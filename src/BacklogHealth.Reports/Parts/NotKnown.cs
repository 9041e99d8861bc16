using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>What these forecasts cannot know.</summary>
internal sealed class NotKnown : ReportPart
{
    public override string Id => "not-known";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        if (report.Health.Deliveries.All(d => d.IsDone || !d.When.Enough))
        {
            yield break;
        }

        yield return new Heading("What is not known");
        var lines = new List<Sentence>
        {
            Added(report),
            $"They know how the pace of this team has moved so far, and how that of others has. {NotIn(report.Health)}",
        };
        var unclear = report.NotReady.Count;
        if (unclear > 0)
        {
            lines.Add(unclear == report.Next.Count
                ? "None of the next items is described well enough to be started yet; some may turn out larger than they look."
                : $"{Say.Number(unclear)} of the {Say.Number(report.Next.Count)} items that come next {(unclear == 1 ? "is" : "are")} not described well enough to be started yet; some may turn out larger than they look.");
        }

        if (report.Numbers.AllDeliveriesByDue is null && report.Health.Deliveries.Count(d => !d.IsDone) > 1)
        {
            lines.Add("The chance that all of these end by their days is lower than the chance of each.");
        }

        yield return new Bullets([.. lines]);
    }

    private static string NotIn(TeamHealth health) => health.DaysOff.Within(health.Today, Forecaster.LongestHorizon) is > 0 and var days
        ? $"Nothing is expected on the {Say.Count(days, "day")} off that {(days == 1 ? "is" : "are")} known for the next two years. Absences of single people and changes in the team are not in them."
        : "Holidays to come and changes in the team are not in them.";

    private static string Added(ReportContext report)
    {
        var open = report.Health.Deliveries.Where(d => !d.IsDone && d.When.Enough).ToList();
        var assumed = open.Where(d => d.Work is { Remaining: > 0, Growth: null }).ToList();
        return assumed.Count == open.Count ? "The forecasts assume that nothing is added to what is planned today. Whatever is added comes on top."
            : assumed.Count == 0 ? "How much will be added is taken from earlier work. What is unlike all of it is not in the forecasts."
            : $"How much will be added is taken from earlier work; for {Say.List([.. assumed.Select(d => Say.Short(d.Name, 60))])} the forecast assumes that nothing is.";
    }
}
