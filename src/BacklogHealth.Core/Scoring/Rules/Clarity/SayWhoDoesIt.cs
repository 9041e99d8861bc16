using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>What is to be approved, decided or told to somebody says by whom.</summary>
internal sealed class SayWhoDoesIt() : WishWordsRule("obligedToBe")
{
    // What somebody has to do, not a program: "approved", "notified".
    private static readonly WordList ActsOfPeople = WordList.Named("actsOfPeople");
    private static readonly WordList Agents = WordList.Named("agents");
    private static readonly WordList Adverbs = WordList.Named("adverbsInPassive");

    public override string Id => "CL019";

    public override string Title => "Say who does it";

    public override string Rationale => "What has to be approved and not by whom waits for somebody who does not know of it.";

    public override Source Source => new("INCOSE guide to writing requirements: active voice", "a hint only: Frattini et al. find that passive voice does little harm, so only acts of people are looked for");

    public override Reading? Reading { get; } = new(17, 12, "public items of Jira projects, November 2026");

    public override int Points => 3;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("by whom", "Refund large amounts", "Refunds above 500 € must be approved by two clerks."),
        new("done by the product", "Export orders", "The file must be written every night."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("nobody is named", "Refund large amounts", "Refunds above 500 € must be approved."),
        new("nobody decides", "Choose a map provider", "The provider still has to be agreed upon.", WorkItemKind.Task),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Bug or WorkItemKind.SubTask);

    protected override int Words(ItemReading item, SentenceReading sentence, int first, int length)
    {
        var words = sentence.Text.Words;
        var verb = first + length;
        if (verb < sentence.EndWord && Adverbs.Holds(words[verb]))
        {
            verb++;
        }

        var act = verb < sentence.EndWord && words[verb].Joined && ActsOfPeople.Holds(words[verb]) && !sentence.Says(Agents);
        return act ? verb + 1 - first : 0;
    }
}
