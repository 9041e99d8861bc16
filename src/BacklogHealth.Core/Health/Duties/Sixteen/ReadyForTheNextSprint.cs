namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>What is pulled next is ready, and not much more than that.</summary>
internal sealed class ReadyForTheNextSprint : Duty
{
    private const string Among = "items begun within half a year whose text then and outcome are known";

    private const string NoOutcome = "No item was begun within half a year whose text at that time and outcome are known.";

    public override int Id => 8;

    public override string Name => "refinement for the upcoming sprint";

    public override string Trap => "To refine far ahead is waste, a team may work without sprints, an order that nobody keeps says nothing of what comes next, and a task that was talked over may be begun with little text.";

    public override string Avoided => "The runway is a range in weeks and not a goal to exceed, teams without sprints are asked for two weeks, where the tracker keeps no order that is said, and how unready items fared stands beside how ready ones did: readiness is put to the test and no rule to keep.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        var runway = data.Health.Runway;
        var why = data.Health.NextFourWeeks.WhyNot ?? "The history carries no forecast.";
        yield return Lasts("runway", "ready work lasts, with even odds", runway.Weeks50);
        yield return Lasts("runway-85", "ready work lasts, with 85 %", runway.Weeks85);
        yield return NextReady(data);
        yield return BegunUnready(data);
        yield return LateOf(data, "unready-late", "unready", p => p.Unready);
        yield return LateOf(data, "ready-late", "ready", p => p.Ready);

        DutyMeasure Lasts(string id, string name, double? weeks) => weeks is { } lasts && double.IsFinite(lasts)
            ? DutyMeasure.Number(id, name, "weeks", lasts, runway.ReadyItems, runway.ItemsConsidered, "waiting items")
            : DutyMeasure.Missing(id, name, "weeks", why);
    }

    private static DutyMeasure BegunUnready(DutyData data)
    {
        const string id = "begun-unready", name = "begun with something of the Definition of Ready missing, half a year";
        return data.Health.Pulled is { } pulled
            ? DutyMeasure.Share(id, name, pulled.Unready.Items, pulled.Unready.Items + pulled.Ready.Items, Math.Max(data.Begun(DutyData.HalfYear).Count(), pulled.Unready.Items + pulled.Ready.Items), Among)
            : DutyMeasure.Missing(id, name, DutyMeasure.Percent, NoOutcome);
    }

    /// <summary>Both kinds stand side by side, so that a reader sees whether readiness told anything.</summary>
    private static DutyMeasure LateOf(DutyData data, string id, string how, Func<PulledWork, PulledShare> of)
    {
        if (data.Health.Pulled is not { } pulled)
        {
            return DutyMeasure.Missing(id, $"begun {how} and late, half a year", DutyMeasure.Percent, NoOutcome);
        }

        var share = of(pulled);
        var name = $"of those begun {how}, {(pulled.BySprint ? "left over when their sprint ended" : "slower than 85 of 100 items")}";
        return DutyMeasure.Share(id, name, share.Spilled, share.Items, share.Items, $"items begun {how} within half a year");
    }

    private static DutyMeasure NextReady(DutyData data)
    {
        const string id = "next-not-ready", name = "of the items likely to be pulled next, not ready";
        var next = data.Next.ToList();
        return !data.Health.Ordered ? DutyMeasure.Missing(id, name, "items", "The tracker keeps no order, so nothing tells what comes next.")
            : DutyMeasure.Counted(id, name, "items", next.Count(i => !i.Ready.IsReady), next.Count, next.Count, "items likely to be pulled next");
    }
}
