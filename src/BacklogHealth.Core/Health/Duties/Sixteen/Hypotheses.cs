using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>Large pieces of work are guesses about what helps: they say how it will be known, and what came of it.</summary>
internal sealed class Hypotheses : Duty
{
    public override int Id => 1;

    public override Sentence Name => $"requirements as hypotheses";

    public override Sentence Trap => $"Maintenance, law and bugs need no hypothesis, words can be stuffed in, and outcomes may be kept in another tool.";

    public override Sentence Avoided => $"Only epics are asked for an outcome, an outcome must name a signal, and what nothing in the tracker tells of is not available and not bad.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        yield return RuleMeasure.Without(data, "epics-with-outcome", $"open epics that say how success will be measured", data.Epics, $"open epics", "GO005");
        yield return RuleMeasure.Count(data, "hypotheses-without-signal", $"hypotheses that name no signal", data.Health.Open, $"open items", "GO007");
        yield return OutcomesTold(data);
        yield return Learned(data);
    }

    private static DutyMeasure OutcomesTold(DutyData data)
    {
        const string id = "outcomes-told";
        Sentence name = $"epics of the last year of which somebody told what came";
        var epics = data.FinishedEpics(DutyData.Year).Count();
        var rested = Echo.RestedEpics(data).ToList();
        var told = rested.Count(e => Echo.First(data, e) is not null);
        return told == 0 && !data.FeedbackIsKept
            ? DutyMeasure.Missing(id, name, DutyUnit.Percent, Echo.NotKept)
            : DutyMeasure.Share(id, name, told, rested.Count, epics, $"epics finished within a year, those of the last four weeks left out");
    }

    // Dropping what is not wanted any more, once a part of it is in use, is what hypotheses are for.
    private static DutyMeasure Learned(DutyData data)
    {
        var dropped = data.Dropped(DutyData.HalfYear).ToList();
        var learned = dropped.Count(d => data.EpicAbove(d.Item.ParentId, out _) is { } epic
            && data.Tree.WithAllBelow([epic]).Any(other => Flow.Counted.Is(other.Item) && other.Finished < d.Finished));
        return DutyMeasure.Counted("dropped-after-learning", $"items dropped after a part of their epic was in use (a good sign)", DutyUnit.Items, learned, dropped.Count, dropped.Count, $"items dropped within half a year");
    }
}
