using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>
/// Holds the days promised for open items against the forecast: an item comes once those that are begun and those before it in the backlog are done, as
/// far as the order holds. Days that have passed are told elsewhere.
/// </summary>
internal static class DueFindings
{
    /// <summary>The open items with what was found added to their scores; as they were where the history carries no forecast.</summary>
    public static ImmutableArray<BacklogItem> Add(ImmutableArray<BacklogItem> open, Forecaster? forecaster, DateOnly today, TeamContext team)
    {
        var rules = RuleBook.All.Rules.OfType<OutlookRule>().Where(r => !team.IsOff(r.Id) && r.Severity >= team.MinimumSeverity).ToList();
        if (forecaster is null || !open.Any(i => i.Item.Due >= today))
        {
            return open;
        }

        var begun = open.Count(i => i.State == WorkItemState.Started && Counted.Is(i.Item.Kind));
        return [.. open.Select(i => i.Item.Due is { } due && due >= today && i.Score.Scored ? With(i, Outlook(i, due)) : i)];

        DueOutlook Outlook(BacklogItem item, DateOnly due)
        {
            var place = item.Position is { } position ? begun + position : 1;
            var days = Math.Min(due.DayNumber - today.DayNumber + 1, Forecaster.LongestHorizon);
            return new DueOutlook(due, place, forecaster.Items(days).ChanceOfAtLeast(place));
        }

        BacklogItem With(BacklogItem item, DueOutlook outlook)
        {
            var mutes = Mutes.Of(item.Item.Key, item.Item.Labels, team);
            var found = rules.Where(r => r.AppliesTo(item.Item.Kind)).SelectMany(r => r.Check(outlook)).ToLookup(f => mutes.FirstOrDefault(m => m.Covers(f.RuleId)));
            return item with
            {
                Score = item.Score with
                {
                    Findings = item.Score.Findings.AddRange(found[null]),
                    Muted = item.Score.Muted.AddRange(found.Where(g => g.Key is not null).SelectMany(g => g.Select(f => new MutedFinding(f, g.Key!)))),
                },
            };
        }
    }
}
