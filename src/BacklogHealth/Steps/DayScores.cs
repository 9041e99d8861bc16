using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Steps;

/// <summary>The open items of a team at one instant while they are read: all of them come once to be known, and once more to be scored. Texts go, scores stay.</summary>
/// <param name="stored">The team.</param>
/// <param name="past">The instant of the past; null for the items as stored.</param>
/// <param name="now">The clock.</param>
internal sealed class DayScores(Stored stored, DateTimeOffset? past, DateTimeOffset now)
{
    private readonly BacklogIndexBuilder _known = new(ScoreStep.Rules(stored, past ?? now));
    private readonly TeamContext _rules = ScoreStep.Rules(stored, past ?? now);
    private readonly ChanceReader? _chances = ScoreStep.Chances(stored, past ?? now);
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _missing = new(StringComparer.Ordinal);
    private readonly List<ScoredItem> _items = [];
    private BacklogIndex? _index;
    private Scorer? _scorer;

    /// <summary>The instant of the past; null for the items as stored.</summary>
    public DateTimeOffset? Past => past;

    /// <summary>What scores an item as among all; to be asked for when all are known.</summary>
    public Scorer Scorer => _scorer ??= new Scorer(RuleBook.All, _rules, Index, ScoreStep.Sizes(stored, past ?? now));

    /// <summary>True where mutes judge rules; to be asked for when all are known.</summary>
    public bool IsJudged => Index.IsJudged(_rules);

    private BacklogIndex Index => _index ??= _known.Build(stored.Profile.Sprints);

    /// <summary>Takes items to know them.</summary>
    public void Know(IEnumerable<PastItem> items)
    {
        foreach (var item in items)
        {
            _known.Add(item.Item);
        }
    }

    /// <summary>Scores those of them that are not finished.</summary>
    public void Score(IEnumerable<PastItem> items)
    {
        foreach (var (item, notRebuilt) in items)
        {
            _titles[item.Id] = item.Title;
            if (stored.Workflow.Find(item.StateId, item.OriginalState) == WorkItemState.Finished)
            {
                continue;
            }

            _items.Add(new ScoredItem(WorkItemSummary.Of(item), item.Rank, item.StateId, Scorer.Score(item), null)
            {
                LastTouched = Scorer.LastTouched(item),
                Chances = _chances is not null && _rules.StateOf(item) == WorkItemState.NotStarted ? _chances.Of(item) : null,
            });
            foreach (var field in Counted.Is(item.Kind) ? notRebuilt : [])
            {
                _missing[field] = _missing.GetValueOrDefault(field) + 1;
            }
        }
    }

    /// <summary>All scores, when all items came twice.</summary>
    public Scored Done()
    {
        var asOf = past ?? now;
        var precision = RulePrecision.Of(_items.Select(i => i.Score));
        var hints = RulePrecision.Hints(precision);
        return new Scored(
            stored, asOf,
            [.. _items.Select(i => i with { Score = RulePrecision.AsHints(i.Score, hints), ParentTitle = i.Item.ParentId is { } parent ? _titles.GetValueOrDefault(parent) : null })],
            past is null ? [] : NotRebuilt.Say(_missing, _items.Count(i => Counted.Is(i.Item.Kind)), fromFile: stored.Place.Connection.Length == 0))
        {
            Scorer = Scorer,
            Precision = precision,
            Findings = Scorer.ScoreBacklog(),
            Notes = past is null ? [.. stored.Learned.Notes.Select(n => $"{stored.Team.Name}: {n}"), .. ReadyNotes.Of(stored.Team), .. MuteNotes.Of(stored.Team, stored.Calendar.DayOf(asOf), _items)] : [],
        };
    }
}
