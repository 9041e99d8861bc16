using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Evaluation;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Json;

namespace BacklogHealth.Commands;

/// <summary>Counts how often each rule speaks on the items of a file: one that speaks on half of them says little to anybody.</summary>
internal static class FindingCounts
{
    private const string Lines = ".txt";

    /// <summary>Counts; tells of bad rows. A .txt file is one of stories, one a line; blank lines count for nothing.</summary>
    public static FindingCountsJson Of(Call call, string file)
    {
        var isLines = Path.GetExtension(file).Equals(Lines, StringComparison.OrdinalIgnoreCase);
        var team = new TeamContext { Today = DateOnly.FromDateTime(call.Now.UtcDateTime) };
        var counts = RuleBook.All.Rules.ToDictionary(r => r.Id, _ => 0, StringComparer.Ordinal);
        var (items, scored, bad) = (0, 0, 0);
        var reader = isLines ? null : ItemFile.Open(file);
        var scorer = new Scorer(RuleBook.All, team, BacklogIndex.Build(Items(file, reader, null), team));
        foreach (var item in Items(file, reader, problem =>
                 {
                     bad++;
                     if (bad <= 20)
                     {
                         call.Screen.Warn(problem.Message);
                     }
                 }))
        {
            items++;
            var score = scorer.Score(item);
            scored += score.Scored ? 1 : 0;
            foreach (var rule in score.Findings.Select(f => f.RuleId).Distinct(StringComparer.Ordinal))
            {
                counts[rule]++;
            }
        }

        if (bad > 0)
        {
            call.Screen.Warn(FormattableString.Invariant($"{file}: {items} rows scored, {bad} bad rows left out."));
        }

        return new FindingCountsJson(file, items, scored, bad, [.. RuleBook.All.Rules.Select(r => new RuleCountJson(r.Id, r.Criterion.Name(), counts[r.Id], items == 0 ? null : Math.Round(100.0 * counts[r.Id] / items, 2)))]);
    }

    private static IEnumerable<WorkItem> Items(string file, ItemFileReader? reader, Action<BadRow>? bad)
    {
        if (reader is null)
        {
            foreach (var (line, text) in StoryLines.Read(file))
            {
                yield return LineItems.Of(line, text);
            }

            yield break;
        }

        foreach (var row in reader.Rows())
        {
            if (row is FileRow.Good(var item, _))
            {
                yield return item;
            }
            else if (row is FileRow.Bad(var problem))
            {
                bad?.Invoke(problem);
            }
        }
    }
}
