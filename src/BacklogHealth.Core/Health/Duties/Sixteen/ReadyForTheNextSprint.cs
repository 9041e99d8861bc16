namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>What is pulled next is ready, and not much more than that.</summary>
internal sealed class ReadyForTheNextSprint : Duty
{
    public override int Id => 8;

    public override string Name => "refinement for the upcoming sprint";

    public override string Trap => "To refine far ahead is waste, a team may work without sprints, and an order that nobody keeps says nothing of what comes next.";

    public override string Avoided => "The runway is a range in weeks and not a goal to exceed, teams without sprints are asked for two weeks, and where the tracker keeps no order that is said.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        var runway = data.Health.Runway;
        var why = data.Health.NextFourWeeks.WhyNot ?? "The history carries no forecast.";
        yield return Lasts("runway", "ready work lasts, with even odds", runway.Weeks50);
        yield return Lasts("runway-85", "ready work lasts, with 85 %", runway.Weeks85);
        yield return NextReady(data);

        DutyMeasure Lasts(string id, string name, double? weeks) => weeks is { } lasts && double.IsFinite(lasts)
            ? DutyMeasure.Number(id, name, "weeks", lasts, runway.ReadyItems, runway.ItemsConsidered, "waiting items")
            : DutyMeasure.Missing(id, name, "weeks", why);
    }

    private static DutyMeasure NextReady(DutyData data)
    {
        const string id = "next-not-ready", name = "of the items likely to be pulled next, not ready";
        var next = data.Next.ToList();
        return !data.Health.Ordered ? DutyMeasure.Missing(id, name, "items", "The tracker keeps no order, so nothing tells what comes next.")
            : DutyMeasure.Counted(id, name, "items", next.Count(i => !i.Ready.IsReady), next.Count, next.Count, "items likely to be pulled next");
    }
}
