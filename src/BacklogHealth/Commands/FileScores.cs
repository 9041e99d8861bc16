using BacklogHealth.Connectors.Files;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Scoring.Sizes;

namespace BacklogHealth.Commands;

/// <summary>Scores the rows of a file: once through to know the backlog, once more to score. Rows stream, so that a large file needs little memory.</summary>
internal static class FileScores
{
    /// <summary>Scores each good row; tells of bad ones. The code is 3 where there were any.</summary>
    public static ExitCode Of(Call call, string file, Action<string, string, ItemScore, Readiness, FindingText> add)
    {
        var reader = ItemFile.Open(file);
        var team = new TeamContext { Today = DateOnly.FromDateTime(call.Now.UtcDateTime) };
        var scorer = new Scorer(RuleBook.All, team, BacklogIndex.Build(reader.FirstLook(), team), SizeModel.Of(team.Language, SizeModel.Shipped));
        var words = FindingText.For(team.Language);
        var (good, bad) = (0, 0);
        foreach (var row in reader.Rows())
        {
            if (row is FileRow.Good(var item, _))
            {
                good++;
                var score = scorer.Score(item);
                add(item.Type, item.Title, score, DefinitionOfReady.Default.Of(WorkItemSummary.Of(item), score, words.Missing), words);
            }
            else if (row is FileRow.Bad(var problem) && bad++ < 20)
            {
                call.Screen.Warn(problem.Message);
            }
        }

        if (bad > 0)
        {
            call.Screen.Warn(FormattableString.Invariant($"{file}: {good} rows scored, {bad} bad rows left out."));
        }

        return bad > 0 ? ExitCode.Incomplete : ExitCode.Done;
    }
}
