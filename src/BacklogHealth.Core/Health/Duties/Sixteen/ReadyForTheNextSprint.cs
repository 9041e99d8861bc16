using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>What is pulled next is ready, and not much more than that.</summary>
internal sealed class ReadyForTheNextSprint : Duty
{
    private static Sentence Among => $"items begun within half a year whose text then and outcome are known";

    private static Sentence NoOutcome => $"No item was begun within half a year whose text at that time and outcome are known.";

    public override int Id => 8;

    public override Sentence Name => $"refinement for the upcoming sprint";

    public override Sentence Trap => $"To refine far ahead is waste, a team may work without sprints, an order that nobody keeps says nothing of what comes next, and a task that was talked over may be begun with little text.";

    public override Sentence Avoided => $"The runway is a range in weeks and not a goal to exceed, teams without sprints are asked for two weeks, where the tracker keeps no order that is said, and how unready items fared stands beside how ready ones did: readiness is put to the test and no rule to keep.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        var runway = data.Health.Runway;
        var why = data.Health.NextFourWeeks.WhyNot ?? $"The history carries no forecast.";
        yield return Lasts("runway", $"ready work lasts, with even odds", runway.Weeks50);
        yield return Lasts("runway-85", $"ready work lasts, with 85 %", runway.Weeks85);
        yield return NextReady(data);
        yield return BegunUnready(data);
        yield return UnreadyLate(data);
        yield return ReadyLate(data);

        DutyMeasure Lasts(string id, Sentence name, double? weeks) => weeks is { } lasts && double.IsFinite(lasts)
            ? DutyMeasure.Number(id, name, DutyUnit.Weeks, lasts, runway.ReadyItems, runway.ItemsConsidered, $"waiting items")
            : DutyMeasure.Missing(id, name, DutyUnit.Weeks, why);
    }

    private static DutyMeasure BegunUnready(DutyData data)
    {
        const string id = "begun-unready";
        Sentence name = $"begun with something of the Definition of Ready missing, half a year";
        return data.Health.Pulled is { } pulled
            ? DutyMeasure.Share(id, name, pulled.Unready.Of, pulled.Unready.Of + pulled.Ready.Of, Math.Max(data.Begun(DutyData.HalfYear).Count(), pulled.Unready.Of + pulled.Ready.Of), Among)
            : DutyMeasure.Missing(id, name, DutyUnit.Percent, NoOutcome);
    }

    // Both kinds stand side by side, so that a reader sees whether readiness told anything.
    private static DutyMeasure UnreadyLate(DutyData data) => data.Health.Pulled is { Unready: var share, BySprint: var bySprint }
        ? Late("unready-late", bySprint ? (Sentence)$"of those begun unready, left over when their sprint ended" : $"of those begun unready, slower than 85 of 100 items", share, $"items begun unready within half a year")
        : DutyMeasure.Missing("unready-late", $"begun unready and late, half a year", DutyUnit.Percent, NoOutcome);

    private static DutyMeasure ReadyLate(DutyData data) => data.Health.Pulled is { Ready: var share, BySprint: var bySprint }
        ? Late("ready-late", bySprint ? (Sentence)$"of those begun ready, left over when their sprint ended" : $"of those begun ready, slower than 85 of 100 items", share, $"items begun ready within half a year")
        : DutyMeasure.Missing("ready-late", $"begun ready and late, half a year", DutyUnit.Percent, NoOutcome);

    private static DutyMeasure Late(string id, Sentence name, Share share, Sentence among) => DutyMeasure.Share(id, name, share.Times, share.Of, share.Of, among);

    private static DutyMeasure NextReady(DutyData data)
    {
        const string id = "next-not-ready";
        Sentence name = $"of the items likely to be pulled next, not ready";
        var next = data.Next.ToList();
        return !data.Health.Ordered ? DutyMeasure.Missing(id, name, DutyUnit.Items, $"The tracker keeps no order, so nothing tells what comes next.")
            : DutyMeasure.Counted(id, name, DutyUnit.Items, next.Count(i => !i.Ready.IsReady), next.Count, next.Count, $"items likely to be pulled next");
    }
}
