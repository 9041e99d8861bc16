using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>
/// What the rules on vague words share. Points fall with the length of the text: one vague word in a page weighs less than one in a line. A bug that is
/// told at length shows what was seen, and is not read; its title may be short.
/// </summary>
internal abstract class VagueWordsRule : ItemRule
{
    public sealed override Severity Severity => Severity.Warning;

    public sealed override Score Feeds => Score.Clarity;

    public sealed override Criterion Criterion => Criterion.Unambiguous;

    /// <summary>Points for one of them in a text of usual length.</summary>
    protected abstract int PointsEach { get; }

    public override bool AppliesTo(WorkItemKind kind) => true;

    internal sealed override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        if (item.Item.Kind == WorkItemKind.Bug && item.WordCount > PerLength.UsualLength)
        {
            return [];
        }

        var hits = item.VagueWords(team).FindAll(h => Reads(h.Kind));
        if (hits.Count == 0)
        {
            return [];
        }

        return [Found(hits.Select(h => h.Evidence), PerLength.Points(PointsEach, hits.Count, item.WordCount), ("for", hits[0].Kind))];
    }

    /// <summary>True for the kinds of vague words that the rule is about.</summary>
    protected abstract bool Reads(string kind);
}
