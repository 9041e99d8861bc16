using System.CommandLine;
using System.Globalization;
using BacklogHealth.Core.Scoring.Sizes;
using BacklogHealth.Json;
using BacklogHealth.Learning;
using BacklogHealth.Learning.Sizes;

namespace BacklogHealth.Commands;

/// <summary><c>learn evaluate</c>: how well models foretell items of files that nothing was learned from.</summary>
internal static class LearnEvaluateCommand
{
    private static readonly Option<string[]> Items = new("--items") { Description = "Files of items with story points (CSV, JSON lines).", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };

    private static readonly Option<string?> Target = new("--target") { Description = "What is foretold: size (default), or risk: which items stay in progress for longer than 85 of 100.", HelpName = "TARGET" };

    private static readonly Option<string?> Split = new("--split")
    {
        Description = "What is kept back: last-fifth of each project (default), published (by the file's own marks), or leave-one-project-out.",
        HelpName = "SPLIT",
    };

    private static readonly Option<bool> NoShippedModel = new("--no-shipped-model") { Description = "Leave out what was learned elsewhere." };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "evaluate", "How well models foretell items that nothing was learned from.",
            "learn evaluate --items backlog.csv --target size", "learn evaluate --items a.csv b.csv c.csv --target size --split leave-one-project-out --jsonl", "learn evaluate --items a.csv b.csv c.csv --target risk")
        {
            Items, Target, Split, NoShippedModel, SharedOptions.JsonLines,
        };
        return command.Does(host, Run);
    }

    private static ExitCode Run(Call call)
    {
        var files = call.Get(Items) ?? [];
        if (files.Length == 0)
        {
            throw UserError.Usage("backlog-health learn evaluate: found no --items; expected files of items with story points. Add --items FILE.");
        }

        if (call.Get(Target) is { } target && target is not ("size" or "risk"))
        {
            throw UserError.Usage($"backlog-health learn evaluate: --target: found '{target}'; expected size or risk. Correct it.");
        }

        if (call.Get(Target) == "risk")
        {
            return call.Get(Split) is null or "leave-one-project-out"
                ? LearnEvaluateRisk.Run(call, files, !call.Get(NoShippedModel))
                : throw UserError.Usage($"backlog-health learn evaluate: --split: found '{call.Get(Split)}' for --target risk; expected leave-one-project-out, since points of several projects are compared. Correct it or leave it out.");
        }

        var split = SplitOf(call.Get(Split));
        var corpus = new Corpus(Recipe.OwnSize.FewestItems);
        var (items, code) = LearnFiles.Sized(call, files, corpus);
        if (items.Count == 0)
        {
            throw new UserError(ExitCode.Incomplete, $"backlog-health learn evaluate: found no item with story points in {string.Join(", ", files)}; expected a column storyPoints with numbers. Sizes cannot be measured without.");
        }

        var evaluation = new SizeEvaluation(items, corpus, call.Get(NoShippedModel) ? null : SizeModel.Shipped);
        var forecasts = new List<SizeForecast>();
        using (var lines = new JsonLines(call.Host.Output))
        {
            foreach (var forecast in evaluation.Run(split))
            {
                forecasts.Add(forecast);
                if (call.Get(SharedOptions.JsonLines))
                {
                    lines.Add(SizeForecastJson.From(forecast));
                }
            }
        }

        foreach (var note in evaluation.Notes)
        {
            call.Screen.Say(note);
        }

        if (!call.Get(SharedOptions.JsonLines))
        {
            Print(call, SizeSkill.Of(forecasts));
        }

        return code;
    }

    private static SizeSplit SplitOf(string? name) => name switch
    {
        null or "last-fifth" => SizeSplit.LastFifth,
        "published" => SizeSplit.Published,
        "leave-one-project-out" => SizeSplit.LeaveOneProjectOut,
        _ => throw UserError.Usage($"backlog-health learn evaluate: --split: found '{name}'; expected last-fifth, published or leave-one-project-out. Correct it."),
    };

    private static void Print(Call call, IReadOnlyList<SizeSkill> skills)
    {
        call.Screen.Table(
            ["Project", "Items", "Rank correlation", "Largest fifth (AUC)", "Mean error", "Of the median"],
            skills.Select(s => (IReadOnlyList<string>)[s.Project, s.Items.ToString(CultureInfo.InvariantCulture), Number(s.Rank), Number(s.TooLarge), Number(s.Error), Number(s.MedianError)]));
        if (ProjectMean.Of(skills.Select(s => s.Rank)) is { } rank)
        {
            call.Host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Rank correlation, mean of {skills.Count} projects: {rank.Mean:0.000} (in 90 of 100 such choices of projects {rank.Low:0.00} to {rank.High:0.00}); 0 would be none."));
        }

        if (ProjectMean.Of(skills.Select(s => s.TooLarge)) is { } large)
        {
            call.Host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Largest fifth, mean AUC: {large.Mean:0.000} ({large.Low:0.00} to {large.High:0.00}); 0.5 would be luck."));
        }

        call.Host.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Mean error: {skills.Average(s => s.Error):0.000} points, of the median {skills.Average(s => s.MedianError):0.000}; better in {skills.Count(s => s.Error < s.MedianError)}, worse in {skills.Count(s => s.Error > s.MedianError)} of {skills.Count} projects."));
    }

    private static string Number(double? figure) => figure?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
}
