using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>What is to hold for all and always has been thought through.</summary>
internal sealed class DoubtAllAndNever() : WishWordsRule("universals")
{
    // "must in the end never": so many words may stand between.
    private const int Reach = 5;
    private static readonly WordList Binding = WordList.Named("binding");

    // "always, unless …": somebody has thought of it.
    private static readonly WordList Exceptions = WordList.Named("exceptions");

    public override string Id => "CL020";

    public override string Title => "Doubt all and never";

    public override string Rationale => "A rule without an exception is rare; the exception shows up in the middle of the work.";

    public override Source Source => new("INCOSE guide to writing requirements: universal quantifiers", "the category, also in Berry's Ambiguity Handbook; the list is our own");

    public override Reading? Reading { get; } = new(18, 12, "public items of Jira projects, November 2026");

    public override int Points => 4;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("bounded", "Show the delivery day", "The day is shown for each article that is in stock."),
        new("a report", "Round the total", "The total was always one cent too low."),
        new("an exception", "Send the newsletter", "It must reach all users, unless they have declined it."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("always", "Show the delivery day", "The day must always be shown."),
        new("everybody", "Send the newsletter", "The newsletter should reach all users."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Epic or WorkItemKind.Other;

    // "The day must always be shown", "all users must see it": what binds stands close before or behind.
    protected override int Words(ItemReading item, SentenceReading sentence, int first, int length)
    {
        var words = sentence.Text.Words;
        var binds = first == sentence.FirstWord
            || Binding.First(words, Math.Max(sentence.FirstWord, first - Reach), first) >= 0
            || (first + length < sentence.EndWord && Binding.At(words, first + length) > 0);
        return binds && !sentence.Says(Exceptions) ? length : 0;
    }
}
