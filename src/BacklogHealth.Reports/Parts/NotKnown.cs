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
        var lines = new List<Line>
        {
            "The forecasts assume that nothing is added to what is planned today. Whatever is added comes on top.",
            "They know how the pace of this team has moved so far, and how that of others has. Holidays to come and changes in the team are not in them.",
        };
        foreach (var delivery in report.Health.Deliveries.Where(d => d.UnslicedEpics > 0))
        {
            lines.Add($"{Say.Short(delivery.Name, 60)}: {Say.Count(delivery.UnslicedEpics, "large part")} {(delivery.UnslicedEpics == 1 ? "has" : "have")} not been cut into pieces yet, and {(delivery.UnslicedEpics == 1 ? "its" : "their")} work is not in the forecast.");
        }

        var unclear = report.NotReady.Count;
        if (unclear > 0)
        {
            lines.Add(unclear == report.Next.Count
                ? "None of the next items is described well enough to be started yet; some may turn out larger than they look."
                : $"{Say.Number(unclear)} of the {Say.Number(report.Next.Count)} items that come next {(unclear == 1 ? "is" : "are")} not described well enough to be started yet; some may turn out larger than they look.");
        }

        if (report.Health.Deliveries.Count(d => !d.IsDone) > 1)
        {
            lines.Add("The chance that all of these end by their days is lower than the chance of each.");
        }

        yield return new Bullets([.. lines]);
    }
}
