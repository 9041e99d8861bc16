using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>Items are cut so that each brings something and is finished within a sprint.</summary>
internal sealed class SlicingForValue : Duty
{
    public override int Id => 3;

    public override Sentence Name => $"slicing for value";

    public override Sentence Trap => $"Work on a platform really comes in layers, and an item that waited long need not be a big one.";

    public override Sentence Avoided => $"Nothing but the words of an item and its place beside others is read, such an item is a hint to look and no verdict, and only sprints that ended after work on the item had begun count as carried over.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        yield return ToCut(data);
        yield return Carried(data);
        yield return RuleMeasure.Without(data, "epics-with-first-slice", $"open epics with a first slice that can be delivered", data.Epics, $"open epics", "SL011");
    }

    private static DutyMeasure ToCut(DutyData data)
    {
        var scored = data.Open.Where(i => i.Score.Scored).ToList();
        var found = scored.Count(i => i.Score.Findings.Any(f => RuleBook.All.Find(f.RuleId)?.Criterion.IsOfSize() == true));
        return DutyMeasure.Share("items-to-cut", $"open items that look too big or are cut by layer", found, scored.Count, data.Open.Length, $"open items");
    }

    private static DutyMeasure Carried(DutyData data)
    {
        const string id = "carried-over";
        Sentence name = $"sprints over which an item is carried, on average";
        if (data.Health.Sprints.IsEmpty)
        {
            return DutyMeasure.Missing(id, name, DutyUnit.Sprints, $"The team works without sprints.");
        }

        var finished = data.Finished(DutyData.Quarter).Where(f => f.Started is not null).ToList();
        var ends = data.ClosedSprints(DutyData.Year).ToDictionary(s => s.Sprint.Id, s => s.End, StringComparer.Ordinal);
        var histories = data.SprintHistories.ToDictionary(h => h.ItemId, StringComparer.Ordinal);
        var inSprints = finished.Where(f => histories.ContainsKey(f.Item.Id)).ToList();
        int Ends(FlowItem f) => ends.Count(s => s.Value > f.Started && s.Value < f.Finished && histories[f.Item.Id].IsIn(s.Key, s.Value));
        return DutyMeasure.TooFew(id, name, DutyUnit.Sprints, inSprints.Count, $"items finished in a sprint within twelve weeks")
            ?? DutyMeasure.Number(id, name, DutyUnit.Sprints, inSprints.Average(Ends), inSprints.Count, finished.Count, $"items finished within twelve weeks");
    }
}
