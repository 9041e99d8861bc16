using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>
/// What the rules on vague words share. They give hints: on labelled stories a list of words tells ambiguity no better than saying yes to all. A bug that
/// is told at length shows what was seen, and is not read; its title may be short.
/// </summary>
internal abstract class VagueWordsRule : ItemRule
{
    public sealed override Severity Severity => Severity.Info;

    public sealed override Score Feeds => Score.Clarity;

    public sealed override Criterion Criterion => Criterion.Unambiguous;

    public override bool AppliesTo(WorkItemKind kind) => true;

    internal sealed override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        if (item.Item.Kind == WorkItemKind.Bug && item.WordCount > PerLength.UsualLength)
        {
            return [];
        }

        var hits = item.VagueWords(team).FindAll(h => Reads(h.Kind));
        return hits.Count == 0 ? [] : [Found(hits.Select(h => h.Evidence), null, ("for", hits[0].Kind))];
    }

    /// <summary>True for the kinds of vague words that the rule is about.</summary>
    protected abstract bool Reads(string kind);
}
