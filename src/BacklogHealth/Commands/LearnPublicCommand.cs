using System.CommandLine;
using System.Globalization;
using BacklogHealth.Core.Models;
using BacklogHealth.Learning;
using BacklogHealth.Learning.Sizes;

namespace BacklogHealth.Commands;

/// <summary><c>learn public</c>: learns from the items of several projects what texts tell of sizes anywhere, as the model that comes with the product was learned.</summary>
internal static class LearnPublicCommand
{
    private const int FewestProjects = 3;

    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files of items with story points, one project each or with a column project.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Out = new("--out") { Description = "Write the model to this file (default: standard output).", HelpName = "FILE" };
    private static readonly Option<string?> Source = new("--source") { Description = "Where the items come from, kept in the model.", HelpName = "TEXT" };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("public", "Learns from several projects what texts tell of sizes, for teams without data of their own.", "learn public a.csv b.csv c.csv --out size-model.json") { Files, Out, Source };
        return command.Does(host, Run);
    }

    private static ExitCode Run(Call call)
    {
        var files = call.Get(Files)!;
        var corpus = new Corpus(Recipe.PublicSize.FewestItems);
        var (items, code) = LearnFiles.Sized(call, files, corpus);
        var skills = SizeSkill.Of(new SizeEvaluation(items, corpus, null).Run(SizeSplit.LeaveOneProjectOut));
        if (skills.Length < FewestProjects || ProjectMean.Of(skills.Select(s => s.Rank)) is not { } rank)
        {
            throw new UserError(ExitCode.Incomplete, string.Create(CultureInfo.InvariantCulture, $"backlog-health learn public: found {skills.Length} {(skills.Length == 1 ? "project" : "projects")} with estimated items; expected {FewestProjects} or more, since only what holds in several is kept. Name more files."));
        }

        var model = SizeLearning.FromProjects(items, corpus, card => card with
        {
            Version = Product.Version,
            Data = call.Get(Source) ?? string.Join(", ", files.Select(Path.GetFileName)),
            Skill = [new SkillFigure("rank correlation", rank.Mean, rank.Low, rank.High, 0, items.Count, "leave-one-project-out")],
        });
        if (call.Get(Out) is { } file)
        {
            File.WriteAllText(file, ModelFile.Write(model));
        }
        else
        {
            call.Host.Output.Write(ModelFile.Write(model));
        }

        call.Screen.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"Learned from {items.Count} items of {skills.Length} projects: {model.Model.Words.Length} words. Each project foretold by the others: rank correlation {rank.Mean:0.000} ({rank.Low:0.00} to {rank.High:0.00})."));
        return code;
    }
}
