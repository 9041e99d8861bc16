using System.CommandLine;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Json;

namespace BacklogHealth.Commands;

/// <summary><c>rules</c>: the rule book, or one rule with its reason, source and examples.</summary>
internal static class RulesCommand
{
    private static readonly Argument<string?> Id = new("ID") { Description = "Id of a rule, for example CL005.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("rules", "The rule catalogue, or one rule.", "rules", "rules CL005", "rules --json") { Id };
        command.Add(SharedOptions.Json);
        command.Add(RulesEvaluateCommand.Make(host));
        return command.Does(host, Show);
    }

    private static ExitCode Show(Call call)
    {
        var id = call.Get(Id);
        var rules = id is null ? RuleBook.All.Rules : [RuleBook.All.Find(id) ?? throw Unknown(id)];
        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(call.Host.Output, new RulesJson("backlog-health/rules/1", [.. rules.Select(RuleCatalogue.Of)]), indented: true);
        }
        else if (id is null)
        {
            call.Screen.Table(["Rule", "Says", "Criterion", "Weight", "Score"], rules.Select(r => (IReadOnlyList<string>)
                [r.Id, r.Title, r.Criterion.Name(), r.Severity == Severity.Info ? "hint" : $"{r.Points} points", r.Feeds.ToString().ToLowerInvariant()]));
        }
        else
        {
            Print(call.Host.Output, rules[0]);
        }

        return ExitCode.Done;
    }

    private static void Print(TextWriter output, Rule rule)
    {
        output.WriteLine($"{rule.Id}  {rule.Title}");
        output.WriteLine($"  why       {rule.Rationale}");
        output.WriteLine($"  source    {rule.Source.Name}, {rule.Source.Note}");
        output.WriteLine($"  weight    {(rule.Severity == Severity.Info ? "a hint, no points" : $"{rule.Points} points of {rule.Feeds.ToString().ToLowerInvariant()}")}");
        output.WriteLine($"  criterion {rule.Criterion.Name()}");
        output.WriteLine(rule.Reading is { } read ? FormattableString.Invariant($"  right     {read.Right} of {read.Findings} times when read: {read.On}") : "  right     not counted yet");
        foreach (var example in rule.Good)
        {
            output.WriteLine($"  good      {One(example)}");
        }

        foreach (var example in rule.Bad)
        {
            output.WriteLine($"  bad       {One(example)}");
        }
    }

    private static string One(Example example) =>
        example.Description.Length == 0 ? $"{example.Name}: \"{example.Title}\"" : $"{example.Name}: \"{example.Title}\": {example.Description.ReplaceLineEndings(" / ")}";

    private static UserError Unknown(string id)
    {
        var nearest = NearestWord.To(id, RuleBook.All.Rules.Select(r => r.Id));
        return UserError.Usage($"backlog-health rules: there is no rule '{id}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} `{Product.CommandLine} rules` lists all.");
    }
}
