using System.CommandLine;
using System.Globalization;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Json;

namespace BacklogHealth.Commands;

/// <summary><c>rules evaluate</c>: how far the rules agree with people, and how often each rule speaks on items.</summary>
internal static class RulesEvaluateCommand
{
    private static readonly Option<string?> Labels = new("--labels") { Description = "A CSV file of user stories with what people said of them, after the Quality User Story criteria.", HelpName = "FILE" };

    private static readonly Option<string[]> Items = new("--items")
    {
        Description = "Files of items (CSV, JSON lines), or .txt files of one story a line: counts findings for each 100.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "evaluate", "Precision, recall and F1 of the rules against labelled stories; findings for each 100 items of files.",
            "rules evaluate --labels stories.csv", "rules evaluate --labels stories.csv --items backlog.csv --json")
        {
            Labels, Items, SharedOptions.Json,
        };
        return command.Does(host, Run);
    }

    private static ExitCode Run(Call call)
    {
        var labels = call.Get(Labels);
        var files = call.Get(Items) ?? [];
        if (labels is null && files.Length == 0)
        {
            throw UserError.Usage("backlog-health rules evaluate: found neither --labels nor --items; expected a file to measure the rules on. Add --labels FILE, or --items FILE.");
        }

        var labelled = labels is null ? null : LabelledStories.Measure(call, labels);
        var counted = files.Select(f => FindingCounts.Of(call, f)).ToList();
        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(call.Host.Output, new RulesEvaluateJson("backlog-health/rules-evaluate/1", labelled, counted), indented: true);
        }
        else
        {
            Print(call, labelled, counted);
        }

        return counted.Any(c => c.BadRows > 0) || labelled?.BadRows > 0 ? ExitCode.Incomplete : ExitCode.Done;
    }

    private static void Print(Call call, LabelledJson? labelled, List<FindingCountsJson> counted)
    {
        if (labelled is not null)
        {
            call.Host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{labelled.File}: {labelled.Stories} stories in {labelled.Groups} groups. {LabelledStories.Interval}"));
            call.Screen.Table(["criterion", "judged", "defects", "rules", "found", "right", "precision", "recall", "F1", "always yes F1"], labelled.Criteria.Select(c => (IReadOnlyList<string>)
            [
                c.Criterion, Whole(c.Judged), Whole(c.Defects), c.Rules.Count == 0 ? "none" : string.Join(' ', c.Rules), Whole(c.Found), Whole(c.Right),
                Share(c.Precision, c.PrecisionRange), Share(c.Recall, c.RecallRange), Share(c.F1, c.F1Range), Share(c.AlwaysYesF1, null),
            ]));
            call.Host.Output.WriteLine("F1 of each group:");
            call.Screen.Table(["group", .. labelled.Criteria.Select(c => c.Criterion)], labelled.Criteria.SelectMany(c => c.ByGroup).Select(g => g.Group).Distinct(StringComparer.Ordinal).Select(group => (IReadOnlyList<string>)
                [group, .. labelled.Criteria.Select(c => Share(c.ByGroup.FirstOrDefault(g => g.Group == group)?.F1, null))]));
        }

        if (counted.Count > 0)
        {
            call.Host.Output.WriteLine("Findings for each 100 items:");
            call.Screen.Table(["rule", "says", .. counted.Select(c => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(c.File)} ({c.Items})"))], RuleBook.All.Rules.Select((rule, i) => (IReadOnlyList<string>)
                [rule.Id, rule.Title, .. counted.Select(c => c.Rules[i].Per100 is { } share ? share.ToString("0.0", CultureInfo.InvariantCulture) : "–")]));
        }
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(double? share, RangeJson? range) => (share, range) switch
    {
        (null, _) => "–",
        ({ } s, null) => s.ToString("0.00", CultureInfo.InvariantCulture),
        ({ } s, { } r) => string.Create(CultureInfo.InvariantCulture, $"{s:0.00} ({r.From:0.00}–{r.To:0.00})"),
    };
}
