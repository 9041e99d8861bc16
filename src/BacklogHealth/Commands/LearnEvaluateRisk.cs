using System.Globalization;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Json;
using BacklogHealth.Learning;
using BacklogHealth.Learning.Outcomes;
using BacklogHealth.Learning.Sizes;

namespace BacklogHealth.Commands;

/// <summary><c>learn evaluate --target risk</c>: how well it is told which items stay in progress for long, each project by what the others teach.</summary>
internal static class LearnEvaluateRisk
{
    /// <summary>Measures, and prints lines or a table.</summary>
    public static ExitCode Run(Call call, IReadOnlyList<string> files, bool shipped)
    {
        var corpus = new Corpus(Recipe.OwnSize.FewestItems);
        var (items, timed, code) = LearnFiles.Timed(call, files, corpus);
        var ranks = new Dictionary<(string, string), double>();
        foreach (var size in new SizeEvaluation(items, corpus, shipped ? SizeModel.Shipped : null).Run(SizeSplit.LeaveOneProjectOut))
        {
            ranks[(size.Project, size.Key)] = size.Rank;
        }

        var forecasts = RiskEvaluation.Run(timed, i => ranks[(i.Size.Project, i.Size.Key)]).ToList();
        if (forecasts.Count == 0)
        {
            throw new UserError(ExitCode.Incomplete, string.Create(
                CultureInfo.InvariantCulture,
                $"backlog-health learn evaluate: found no two projects with {RiskEvaluation.FewestItems} estimated items each that were in progress, in {string.Join(", ", files)}; expected columns project, storyPoints and inProgressMinutes. Risk cannot be measured without."));
        }

        if (call.Get(SharedOptions.JsonLines))
        {
            using var lines = new JsonLines(call.Host.Output);
            forecasts.ForEach(f => lines.Add(RiskForecastJson.From(f)));
        }
        else
        {
            Print(call, RiskSkill.Of(forecasts));
        }

        return code;
    }

    private static void Print(Call call, IReadOnlyList<RiskSkill> skills)
    {
        call.Screen.Table(
            ["Project", "Items", "Stays long (AUC)", "By the estimate alone"],
            skills.Select(s => (IReadOnlyList<string>)[s.Project, s.Items.ToString(CultureInfo.InvariantCulture), Number(s.Area), Number(s.AreaOfEstimate)]));
        if (ProjectMean.Of(skills.Select(s => s.Area)) is { } area && ProjectMean.Of(skills.Select(s => s.AreaOfEstimate)) is { } alone)
        {
            call.Host.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Mean AUC of {skills.Count} projects: {area.Mean:0.000} (in 90 of 100 such choices of projects {area.Low:0.00} to {area.High:0.00}); by the estimate alone {alone.Mean:0.000}; better in {skills.Count(s => s.Area > s.AreaOfEstimate)}, worse in {skills.Count(s => s.Area < s.AreaOfEstimate)}. 0.5 would be luck."));
        }
    }

    private static string Number(double? figure) => figure?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
}
