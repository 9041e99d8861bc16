using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>A question in a comment is answered by somebody else, or by a change of the description.</summary>
internal sealed class AnswerTheComments : ItemRule
{
    private const int FewestDays = 2;

    public override string Id => "RD005";

    public override Criterion Criterion => Criterion.OpenQuestion;

    public override string Title => "Answer the comments";

    public override string Rationale => "Who asked is still waiting, or has gone on with a guess.";

    public override Source Source => new("Bug-tracking smells: no response", "Qamar et al. 2022; a change of the description counts as an answer, and a talk in the hallway cannot be seen");

    public override Severity Severity => Severity.Info;

    public override int Points => 8;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("answered", "Refuse used vouchers") { Facts = [ExampleFact.Comment("ann", "What about gift cards?", 9), ExampleFact.Comment("ben", "They stay as they are.", 8)] },
        new("asked today", "Refuse used vouchers") { Facts = [ExampleFact.Comment("ann", "What about gift cards?", 0)] },
        new("answered in the text", "Refuse used vouchers", "Gift cards stay as they are.")
        {
            Facts = [ExampleFact.Comment("ann", "What about gift cards?", 9), ExampleFact.Changed(FieldNames.Description, null, "Gift cards stay as they are.", 7)],
        },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("nobody answered", "Refuse used vouchers") { Facts = [ExampleFact.Comment("ann", "What about gift cards?", 9)] },
        new("only who asked wrote again", "Refuse used vouchers") { Facts = [ExampleFact.Comment("ann", "Which shops does it concern?", 9), ExampleFact.Comment("ann", "See also the list of shops.", 5)] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => true;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        foreach (var comment in OpenPoints.NotAnswered(item.Item, team))
        {
            var days = OpenPoints.Days(comment.At, team);
            if (days < FewestDays || OpenPoints.Mentions(comment) || !comment.Text.Plain.Contains('?', StringComparison.Ordinal))
            {
                continue;
            }

            var text = TextReading.Of("comment", comment.Text, item.Language);
            foreach (var question in QuestionReader.Open(text))
            {
                return [Found(null, null, ("asked", text.Plain[text.Words[question.FirstWord].Start..question.End].Trim()), ("days", days.ToString(CultureInfo.InvariantCulture)))];
            }
        }

        return [];
    }
}
