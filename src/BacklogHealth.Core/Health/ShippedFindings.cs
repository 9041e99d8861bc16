using System.Collections.Immutable;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Health.Duties.Sixteen;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Health;

/// <summary>Asks what came of the epics of the last year. Where the tracker holds no feedback at all it is kept elsewhere, and nothing is said.</summary>
internal static class ShippedFindings
{
    /// <summary>What was found, in the order of the rule book; epics that the team has muted are not asked about.</summary>
    public static ImmutableArray<BacklogFinding> Of(DutyData data, TeamContext team)
    {
        var rules = RuleBook.All.Rules.OfType<ShippedRule>().Where(r => !team.IsOff(r.Id) && r.Severity >= team.MinimumSeverity).ToList();
        if (rules.Count == 0 || !data.FeedbackIsKept)
        {
            return [];
        }

        var epics = Echo.RestedEpics(data).ToList();
        return [.. rules.SelectMany(r => r.Check(
        [
            .. epics.Where(e => !Mutes.Of(e.Item.Key, data.FactsOf(e.Item.Id).Labels, team).Any(m => m.Covers(r.Id)))
                .Select(e => new ShippedEpic(e.Item.Key, data.DaysSince(e.Finished!.Value), Echo.First(data, e) is not null)),
        ]))];
    }
}
