using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>What a team wants to improve becomes an item and gets done.</summary>
internal sealed class Retrospectives : Duty
{
    public override int Id => 14;

    public override Sentence Name => $"retrospectives";

    public override Sentence Trap => $"Improvements may be tracked elsewhere, the type Improvement of a tracker means something else, and they are few.";

    public override Sentence Avoided => $"Only labels such as retro or kaizen count, without any of them nothing is said, and shares of fewer than five are not made.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        const string done = "improvements-done";
        Sentence doneName = $"improvements of half a year that are done";
        const string age = "improvements-age";
        Sentence ageName = $"age of the oldest open improvement";
        var all = data.Health.Flow.Where(f => !f.Item.Discarded && f.Item.Kind != WorkItemKind.SubTask && data.FactsOf(f.Item.Id).Labels.Any(l => Remarks.IsImprovementLabel(l, data.Health.Language))).ToList();
        if (all.Count == 0)
        {
            Sentence reason = $"No item carries a label such as retro or kaizen.";
            return [DutyMeasure.Missing(done, doneName, DutyUnit.Percent, reason), DutyMeasure.Missing(age, ageName, DutyUnit.Days, reason)];
        }

        var recent = all.Where(f => f.Item.Created >= data.Ago(DutyData.HalfYear)).ToList();
        var open = all.Where(f => f.State != WorkItemState.Finished).ToList();
        return
        [
            DutyMeasure.Share(done, doneName, recent.Count(f => f.State == WorkItemState.Finished), recent.Count, all.Count, $"items labelled as improvements"),
            open.Count == 0 ? DutyMeasure.Missing(age, ageName, DutyUnit.Days, $"There is none.")
                : DutyMeasure.Number(age, ageName, DutyUnit.Days, open.Max(f => data.DaysSince(f.Item.Created)), open.Count, all.Count, $"items labelled as improvements"),
        ];
    }
}
