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

        yield return new Heading($"What is not known");
        var lines = new List<Sentence>
        {
            Added(report),
            Sentence.Join($"The forecasts know how the pace of this team has moved so far, and how that of others has.", NotIn(report.Health)),
        };
        var unclear = report.NotReady.Count;
        if (unclear > 0)
        {
            lines.Add(unclear == report.Next.Count
                ? (Sentence)$"{unclear:The next item is not|None of the next # items is} described well enough to be started yet; {unclear:it|some} may turn out larger than {unclear:it looks|they look}."
                : $"{unclear} of the {report.Next.Count} items that come next {unclear:is|are} not described well enough to be started yet; {unclear:it|some} may turn out larger than {unclear:it looks|they look}.");
        }

        if (report.Numbers.AllDeliveriesByDue is null && report.Health.Deliveries.Count(d => !d.IsDone) > 1)
        {
            lines.Add($"That all of these end by their days is at best as likely as the least likely of them.");
        }

        yield return new Bullets([.. lines]);
    }

    private static Sentence NotIn(TeamHealth health) => health.DaysOff.Within(health.Today, Forecaster.LongestHorizon) is > 0 and var days
        ? (Sentence)$"Nothing is expected on the {days:# day off that is|# days off that are} known for the next two years. Absences of single people and changes in the team are not in them."
        : $"Holidays to come and changes in the team are not in them.";

    private static Sentence Added(ReportContext report)
    {
        var open = report.Health.Deliveries.Where(d => !d.IsDone && d.When.Enough).ToList();
        var assumed = open.Where(d => d.Work is { Remaining: > 0, Growth: null }).ToList();
        return assumed.Count == open.Count ? (Sentence)$"The forecasts assume that nothing is added to what is planned today. Whatever is added comes on top."
            : assumed.Count == 0 ? $"How much will be added is taken from earlier work. What is unlike all of it is not in the forecasts."
            : (Sentence)$"How much will be added is taken from earlier work; for {assumed.Select(d => ShortName.Of(d.Title)).ToList()} the forecast assumes that nothing is.";
    }
}
