using BacklogHealth.Core.Scoring.Evaluation;

namespace BacklogHealth.Json;

/// <summary>How the rules fare against people and on files. Shares are 0 to 1, rounded to four digits; null where there is nothing to divide by.</summary>
/// <param name="Schema">Name and version of the shape.</param>
/// <param name="Labels">Agreement with people; null without <c>--labels</c>.</param>
/// <param name="Items">Findings on files, in the order named.</param>
internal sealed record RulesEvaluateJson(string Schema, LabelledJson? Labels, IReadOnlyList<FindingCountsJson> Items);

/// <summary>Agreement with people on one file of stories.</summary>
internal sealed record LabelledJson(string File, int Stories, int BadRows, int Groups, string Intervals, IReadOnlyList<CriterionJson> Criteria);

/// <summary>Agreement by one criterion; what counts is that a story has a defect. Without a rule that judges it there are no shares.</summary>
internal sealed record CriterionJson(
    string Criterion, int Judged, int Defects, IReadOnlyList<string> Rules, int Found, int Right,
    double? Precision, RangeJson? PrecisionRange, double? Recall, RangeJson? RecallRange, double? F1, RangeJson? F1Range, double? AlwaysYesF1,
    IReadOnlyList<GroupJson> ByGroup)
{
    /// <summary>The shape of an agreement.</summary>
    public static CriterionJson From(string criterion, IReadOnlyList<string> rules, GroupedAgreement agreement)
    {
        var all = agreement.All;
        if (rules.Count == 0)
        {
            return new CriterionJson(
                criterion, all.Count, all.Defects, rules, 0, 0, null, null, null, null, null, null, Round(all.AlwaysYesF1),
                [.. agreement.ByGroup.Select(g => new GroupJson(g.Key, g.Value.Count, g.Value.Defects, 0, 0, null))]);
        }

        return new CriterionJson(
            criterion, all.Count, all.Defects, rules, all.Found, all.Right,
            Round(all.Precision), RangeJson.Of(agreement.Precision), Round(all.Recall), RangeJson.Of(agreement.Recall), Round(all.F1), RangeJson.Of(agreement.F1), Round(all.AlwaysYesF1),
            [.. agreement.ByGroup.Select(g => new GroupJson(g.Key, g.Value.Count, g.Value.Defects, g.Value.Found, g.Value.Right, Round(g.Value.F1)))]);
    }

    private static double? Round(double? share) => share is { } s ? Math.Round(s, 4) : null;
}

/// <summary>One group of stories.</summary>
internal sealed record GroupJson(string Group, int Judged, int Defects, int Found, int Right, double? F1);

/// <summary>From where to where a share may lie.</summary>
internal sealed record RangeJson(double From, double To)
{
    /// <summary>The shape of a range; null for none.</summary>
    public static RangeJson? Of(ShareRange? range) => range is { } r ? new RangeJson(Math.Round(r.From, 4), Math.Round(r.To, 4)) : null;
}

/// <summary>Findings on one file.</summary>
internal sealed record FindingCountsJson(string File, int Items, int Scored, int BadRows, IReadOnlyList<RuleCountJson> Rules);

/// <summary>On how many items a rule found something.</summary>
internal sealed record RuleCountJson(string Rule, string Criterion, int Findings, double? Per100);
