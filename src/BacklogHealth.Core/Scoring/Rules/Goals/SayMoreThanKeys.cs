using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Goals;

/// <summary>A sprint goal says what for, not only which items.</summary>
internal sealed class SayMoreThanKeys : WholeRule
{
    private const int MostParts = 30;
    private const double NearlyAll = 0.75;

    public override string Id => "GO003";

    public override Criterion Criterion => Criterion.Goal;

    public override string Title => "Say more than keys in a sprint goal";

    public override string Rationale => "A list of items is the plan; the goal says what they are for, and lets the team find another way to it.";

    public override Source Source => new("Scrum Guide 2020", "the Sprint Goal gives flexibility in the exact work needed");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a goal", "Pay with a voucher") { Facts = [ExampleFact.Sprint("Sprint 5")], Sprints = [new("Sprint 5", "Buyers can pay with a voucher (CHK-1)")] },
        new("no goal at all", "Pay with a voucher") { Facts = [ExampleFact.Sprint("Sprint 5")], Sprints = [new("Sprint 5", null)] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("keys", "Pay with a voucher") { Facts = [ExampleFact.Sprint("Sprint 5")], Sprints = [new("Sprint 5", "Finish CHK-1, CHK-7 and CHK-9")] },
        new("titles", "Pay with a voucher") { Facts = [ExampleFact.Sprint("Sprint 5")], Beside = [new("", "Print a label") { Facts = [ExampleFact.Sprint("Sprint 5")] }], Sprints = [new("Sprint 5", "Pay with a voucher, print a label")] },
        new("what fits any sprint", "Pay with a voucher") { Facts = [ExampleFact.Sprint("Sprint 5")], Sprints = [new("Sprint 5", "Finish all stories, bug fixing")] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.SubTask;

    internal override IEnumerable<BacklogFinding> Check(BacklogIndex backlog, TeamContext team)
    {
        var language = LanguageWords.For(team.Language);
        foreach (var (sprint, items) in SprintGoal.ActiveAndNext(backlog))
        {
            if (string.IsNullOrWhiteSpace(sprint.Goal))
            {
                continue;
            }

            var goal = SprintGoal.Read(sprint.Goal, backlog, language);
            var why = goal.IsEmpty ? "empty" : goal is { Keys: > 0, Meaning.Length: <= 1 } ? "keys" : AreTitles(sprint.Goal, items, language) ? "titles" : null;
            if (why is not null)
            {
                yield return new BacklogFinding(sprint.Name, Found(null, null, ("for", why), ("goal", sprint.Goal.Trim())));
            }
        }
    }

    // Two parts or more, and each says what one of the titles says.
    private static bool AreTitles(string goal, List<IndexRow> items, LanguageWords language)
    {
        var parts = goal.Split([',', ';', '\n', '•', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => TitleWords.Of(p, language)).Where(p => p.Length > 0).ToList();
        if (parts.Count < 2 || parts.Count > MostParts)
        {
            return false;
        }

        var titles = items.ConvertAll(i => TitleWords.Of(i.Title, language));
        return parts.TrueForAll(p => titles.Exists(t => p.Length >= NearlyAll * t.Length && p.Count(w => t.Contains(w, StringComparer.Ordinal)) >= NearlyAll * p.Length));
    }
}
