using System.Globalization;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties;

/// <summary>
/// Measures what rules found, over open items that were scored and for which the rules make sense: an item of which a rule found nothing counts as
/// good. A rule that is not in the book, or that the team has switched off, tells nothing.
/// </summary>
internal static class RuleMeasure
{
    /// <summary>The value under which a finding tells how many days it has stood open.</summary>
    public const string AgeInDays = "days";

    /// <summary>The share of items of which none of the rules found anything.</summary>
    public static DutyMeasure Without(DutyData data, string id, Sentence name, IEnumerable<BacklogItem> items, Sentence among, params ReadOnlySpan<string> rules)
    {
        var asked = Ask(data, items, rules);
        return asked.WhyNot is { } reason ? DutyMeasure.Missing(id, name, DutyUnit.Percent, reason)
            : DutyMeasure.Share(id, name, asked.Looked.Count - asked.Found.Count, asked.Looked.Count, asked.All, among);
    }

    /// <summary>The share of items of which one of the rules found something.</summary>
    public static DutyMeasure With(DutyData data, string id, Sentence name, IEnumerable<BacklogItem> items, Sentence among, params ReadOnlySpan<string> rules)
    {
        var asked = Ask(data, items, rules);
        return asked.WhyNot is { } reason ? DutyMeasure.Missing(id, name, DutyUnit.Percent, reason)
            : DutyMeasure.Share(id, name, asked.Found.Count, asked.Looked.Count, asked.All, among);
    }

    /// <summary>The number of items of which one of the rules found something.</summary>
    public static DutyMeasure Count(DutyData data, string id, Sentence name, IEnumerable<BacklogItem> items, Sentence among, params ReadOnlySpan<string> rules)
    {
        var asked = Ask(data, items, rules);
        return asked.WhyNot is { } reason ? DutyMeasure.Missing(id, name, DutyUnit.Items, reason)
            : DutyMeasure.Counted(id, name, DutyUnit.Items, asked.Found.Count, asked.Looked.Count, asked.All, among);
    }

    /// <summary>The days for which the oldest finding of the rules has stood open.</summary>
    public static DutyMeasure Oldest(DutyData data, string id, Sentence name, IEnumerable<BacklogItem> items, Sentence among, params ReadOnlySpan<string> rules)
    {
        var asked = Ask(data, items, rules);
        if (asked.WhyNot is { } reason)
        {
            return DutyMeasure.Missing(id, name, DutyUnit.Days, reason);
        }

        var known = rules.ToArray();
        var ages = asked.Found.Select(i => i.Score.Findings.Where(f => known.Contains(f.RuleId, StringComparer.Ordinal)).Select(Age).Max()).OfType<int>().ToList();
        return ages.Count == 0 ? DutyMeasure.Missing(id, name, DutyUnit.Days, asked.Found.Count == 0 ? (Sentence)$"There is none." : $"Nothing tells since when they stand open.")
            : DutyMeasure.Number(id, name, DutyUnit.Days, ages.Max(), ages.Count, asked.Found.Count, among);
    }

    private static int? Age(Finding finding) =>
        finding.Values.TryGetValue(AgeInDays, out var days) && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var age) ? age : null;

    private static Asked Ask(DutyData data, IEnumerable<BacklogItem> items, ReadOnlySpan<string> ids)
    {
        var named = ids.ToArray();
        var rules = data.Rules.Where(r => named.Contains(r.Id, StringComparer.Ordinal)).ToList();
        var heard = rules.Where(r => !data.Muted.Contains(r.Id)).ToList();
        var fitting = items.Where(i => heard.Exists(r => r.AppliesTo(i.Item.Kind))).ToList();
        var looked = fitting.Where(i => i.Score.Scored).ToList();
        var found = looked.Where(i => i.Score.Findings.Any(f => heard.Exists(r => r.Id == f.RuleId))).ToList();
        Sentence? whyNot = (rules.Count, heard.Count) switch
        {
            (0, _) => $"No rule looks for it.",
            (_, 0) => $"The team has switched the rule off.",
            _ => null,
        };
        return new Asked(whyNot, found, looked, fitting.Count);
    }

    private sealed record Asked(Sentence? WhyNot, List<BacklogItem> Found, List<BacklogItem> Looked, int All);
}
