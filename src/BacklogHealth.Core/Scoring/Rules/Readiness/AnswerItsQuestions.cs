using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>No question stands open in the description.</summary>
internal sealed class AnswerItsQuestions : ItemRule
{
    // No text needs more to show the point, and reading stays linear.
    private const int MostLookedAt = 20;

    public override string Id => "RD004";

    public override Criterion Criterion => Criterion.OpenQuestion;

    public override string Title => "Answer its questions";

    public override string Rationale => "A question that is open when the work begins is answered by whoever happens to do it.";

    public override Source Source => new("Definition of Ready: open questions are answered", "practice, not in the Scrum Guide; a spike asks on purpose and is not read");

    public override Reading? Reading { get; } = new(46, 32, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 8;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("no question", "Refuse used vouchers", "A used voucher is refused."),
        new("answered on the spot", "Refuse used vouchers", "Does it hold for gift cards too? No, they can be used until they are empty."),
        new("discussed since", "Refuse used vouchers", "Does it hold for gift cards too?") { Facts = [ExampleFact.Created(20), ExampleFact.Comment("ann", "Only for vouchers.", 10)] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("in the description", "Refuse used vouchers", "A used voucher is refused. Does it hold for gift cards too?"),
        new("for weeks", "Refuse used vouchers", "What is shown when a voucher was used in another shop?") { Facts = [ExampleFact.Created(30)] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Spike or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        List<Evidence>? open = null;
        var oldest = DateTimeOffset.MaxValue;
        foreach (var question in QuestionReader.Open(item.Description).Take(MostLookedAt))
        {
            var evidence = item.Description.Evidence(item.Description.Words[question.FirstWord].Start, question.End);
            var since = OpenPoints.Since(item.Item, evidence.Text);
            if (!item.Item.Comments.Any(c => c.At > since))
            {
                (open ??= []).Add(evidence);
                oldest = since < oldest ? since : oldest;
            }
        }

        if (open is null || team.StateOf(item.Item) == WorkItemState.Finished)
        {
            return [];
        }

        return [Found(open, null, ("days", OpenPoints.Days(oldest, team).ToString(CultureInfo.InvariantCulture)))];
    }
}
