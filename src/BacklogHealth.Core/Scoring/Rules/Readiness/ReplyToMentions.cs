using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>Who is called by name in a comment answers, or somebody does in their place.</summary>
internal sealed class ReplyToMentions : ItemRule
{
    private const int FewestDays = 2;

    public override string Id => "RD006";

    public override Criterion Criterion => Criterion.OpenQuestion;

    public override string Title => "Reply to mentions";

    public override string Rationale => "Somebody was called and has not come back; the item waits for them without looking blocked.";

    public override Source Source => new("Bug-tracking smells: no response", "Qamar et al. 2022; any reply counts, since others may answer in somebody's place");

    public override Severity Severity => Severity.Info;

    public override int Points => 8;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a reply", "Refuse used vouchers") { Facts = [ExampleFact.Comment("ann", "@ben please look at the shops.", 9), ExampleFact.Comment("ben", "Done.", 8)] },
        new("an address is nobody who is called", "Refuse used vouchers") { Facts = [ExampleFact.Comment("ann", "Mails to shop@example.org stay.", 9)] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("nobody came back", "Refuse used vouchers") { Facts = [ExampleFact.Comment("ann", "@ben please look at the shops.", 9)] },
        new("only who called wrote again", "Refuse used vouchers") { Facts = [ExampleFact.Comment("ann", "[~ben] which shops?", 9), ExampleFact.Comment("ann", "It is urgent.", 6)] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => true;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        foreach (var comment in OpenPoints.NotAnswered(item.Item, team))
        {
            var days = OpenPoints.Days(comment.At, team);
            if (days >= FewestDays && OpenPoints.Mentions(comment))
            {
                return [Found(null, null, ("days", days.ToString(CultureInfo.InvariantCulture)))];
            }
        }

        return [];
    }
}
