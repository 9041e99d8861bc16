using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>Who reads an item knows what is wanted: by its text, and by how little had to be asked and rewritten once work had begun.</summary>
internal sealed class ClearItems : Duty
{
    public override int Id => 2;

    public override Sentence Name => $"clearly expressed items";

    public override Sentence Trap => $"A team that shares its context writes little, and an edit after the start may only log a result, tick a box or mend a link.";

    public override Sentence Avoided => $"Beside the text stands what people did, and an edit counts only where it changes words; a tick or a link does not.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        var scores = data.Open.Select(i => i.Score.Clarity).OfType<int>().Select(c => (double)c);
        yield return DutyMeasure.Median("clarity", $"clarity of open items, 0 to 100, the one in the middle", DutyUnit.Points, scores, data.Open.Length, $"open items");
        yield return Clarified(data);
    }

    private static DutyMeasure Clarified(DutyData data)
    {
        var begun = data.Begun(DutyData.Quarter).ToList();
        var load = begun.Count(f =>
        {
            var facts = data.FactsOf(f.Item.Id);
            return facts.TextEdits.Concat(facts.Remarks.Where(r => r.Asks).Select(r => r.At)).Any(at => at > f.Started && at < (f.Finished ?? data.AsOf));
        });
        return DutyMeasure.Share("clarification-load", $"items rewritten or asked about after work had begun, twelve weeks", load, begun.Count, begun.Count, $"items begun within twelve weeks");
    }
}
