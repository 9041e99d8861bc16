using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Evaluation;
using BacklogHealth.Json;

namespace BacklogHealth.Commands;

/// <summary>Lets the rule book judge labelled stories. The stories of one group are one backlog: whoever is alike is looked for among them.</summary>
internal static class LabelledStories
{
    /// <summary>How the intervals come about, as a sentence.</summary>
    public const string Interval = "In brackets: 95 % of 2,000 draws of whole groups.";

    private const int Shown = 20;

    /// <summary>Measures the rules on a file; tells of bad rows.</summary>
    /// <exception cref="UserError">The file is no file of labelled stories.</exception>
    public static LabelledJson Measure(Call call, string file)
    {
        var read = Read(file);
        foreach (var bad in read.BadRows.Take(Shown))
        {
            call.Screen.Warn(bad.Message);
        }

        if (read.BadRows.Length > 0)
        {
            call.Screen.Warn(FormattableString.Invariant($"{file}: {read.Stories.Length} stories read, {read.BadRows.Length} bad rows left out."));
        }

        var judged = Judge(read.Stories, new TeamContext { Today = DateOnly.FromDateTime(call.Now.UtcDateTime) });
        var named = read.Stories.SelectMany(s => s.Defects.Keys).ToHashSet(StringComparer.Ordinal);
        var criteria = Enum.GetValues<Criterion>().Where(c => named.Contains(c.Name())).Select(c => Criterion(c, judged)).ToList();
        return new LabelledJson(file, read.Stories.Length, read.BadRows.Length, read.Stories.Select(s => s.Group).Distinct(StringComparer.Ordinal).Count(), Interval, criteria);
    }

    private static LabelFileResult Read(string file)
    {
        try
        {
            return LabelFile.Read(file);
        }
        catch (FileException e) when (e.Fault == FileFault.Unusable)
        {
            // A file of another kind was named: that is a mistake on the command line.
            throw UserError.Usage(e.Message);
        }
    }

    private static List<(LabelledStory Story, ItemScore Score)> Judge(IEnumerable<LabelledStory> stories, TeamContext team) =>
    [
        .. stories.GroupBy(s => s.Group, StringComparer.Ordinal).SelectMany(group =>
        {
            var items = group.Select(s => (Story: s, Item: LineItems.Of(s.Line, s.Text))).ToList();
            var scorer = new Scorer(RuleBook.All, team, BacklogIndex.Build(items.Select(i => i.Item), team));
            return items.Select(i => (i.Story, scorer.Score(i.Item)));
        }),
    ];

    private static CriterionJson Criterion(Criterion criterion, List<(LabelledStory Story, ItemScore Score)> judged)
    {
        var rules = RuleBook.All.Rules.Where(r => r.Criterion == criterion).Select(r => r.Id).ToList();
        var agreement = GroupedAgreement.Of(judged
            .Where(j => j.Story.Defects.ContainsKey(criterion.Name()))
            .Select(j => new Judged(j.Story.Group, j.Story.Defects[criterion.Name()], j.Score.Findings.Any(f => rules.Contains(f.RuleId, StringComparer.Ordinal)))));
        return CriterionJson.From(criterion.Name(), rules, agreement);
    }
}
