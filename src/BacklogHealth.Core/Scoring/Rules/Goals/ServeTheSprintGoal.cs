using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Goals;

/// <summary>At the start of a sprint, a third of its items or more have something to do with its goal.</summary>
internal sealed class ServeTheSprintGoal : WholeRule
{
    private const int Fewest = 6;
    private const int FewestWords = 3;
    private const int MostDays = 3;
    private static readonly ExampleFact In = ExampleFact.Sprint("Sprint 5");

    public override string Id => "GO004";

    public override Criterion Criterion => Criterion.Goal;

    public override string Title => "Serve the sprint goal";

    public override string Rationale => "Where most of the work is about something else, the goal is reached late, or was not the goal.";

    public override Source Source => new("Scrum Guide 2020", "the Sprint Backlog holds the Sprint Goal and the items selected for it; that they share words is only a sign of it");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a third of them", "Pay with a voucher") { Facts = [In], Beside = [.. Others(["Sell a voucher", "Print a label", "Lock the gate", "Count the stock", "Call the driver"])], Sprints = [new("Sprint 5", "Buyers pay with vouchers at the counter")] },
        new("too few to tell", "Pay with a card") { Facts = [In], Sprints = [new("Sprint 5", "Parcels reach islands in two days")] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("none of seven", "Pay with a voucher") { Facts = [In], Beside = [.. Others(["Sell a voucher", "Print a label", "Lock the gate", "Count the stock", "Call the driver", "Clean the lists"])], Sprints = [new("Sprint 5", "Parcels reach islands in two days")] },
        new("one of six, in the next sprint", "Ship parcels to islands") { Facts = [In], Beside = [.. Others(["Print a label", "Lock the gate", "Count the stock", "Call the driver", "Clean the lists"])], Sprints = [new("Sprint 5", "Parcels reach islands in two days", SprintPhase.Future)] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.SubTask;

    internal override IEnumerable<BacklogFinding> Check(BacklogIndex backlog, TeamContext team)
    {
        var language = LanguageWords.For(team.Language);
        foreach (var (sprint, items) in SprintGoal.ActiveAndNext(backlog))
        {
            if (items.Count < Fewest || string.IsNullOrWhiteSpace(sprint.Goal) || !IsNew(sprint, team.Today))
            {
                continue;
            }

            var goal = SprintGoal.Read(sprint.Goal, backlog, language);
            var serving = items.Count(i => Serves(i, goal, backlog, language));
            if (goal.Meaning.Length >= FewestWords && serving * 3 < items.Count)
            {
                yield return new BacklogFinding(sprint.Name, Found(
                    null, null, ("n", serving.ToString(CultureInfo.InvariantCulture)), ("of", items.Count.ToString(CultureInfo.InvariantCulture)), ("goal", sprint.Goal.Trim())));
            }
        }
    }

    // What is finished is known no more: later in a sprint the items that served its goal may all be done.
    private static bool IsNew(Sprint sprint, DateOnly today) =>
        sprint.Phase == SprintPhase.Future || (sprint.Start is { } start && today.DayNumber - DateOnly.FromDateTime(start.UtcDateTime).DayNumber <= MostDays);

    private static bool Serves(IndexRow item, SprintGoal goal, BacklogIndex backlog, LanguageWords language) =>
        backlog.Above(item.ParentId).Select(a => a.Title).Prepend(item.Title).Any(title => TitleWords.Of(title, language).Any(w => goal.Meaning.Contains(w, StringComparer.Ordinal)));

    private static IEnumerable<Example> Others(string[] titles) => titles.Select(t => new Example("", t) { Facts = [In] });
}
