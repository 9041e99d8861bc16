using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>An item has no more business rules than one piece of work.</summary>
internal sealed class BeginWithOneRule : ItemRule
{
    private const int Fewest = 4;
    private static readonly WordList Variations = WordList.Named("variationWords");

    // "to see if it works" is no rule.
    private static readonly WordList NotAfter = WordList.Named("notVariationAfter");

    public override string Id => "SL007";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Begin with one business rule";

    public override string Rationale => "Most cases follow one rule; exceptions can be added while the rule is in use.";

    public override Source Source => new("Humanizing Work guide to splitting user stories", "Lawrence and Green, business-rule variations; SPIDR, rules; the number is our judgement");

    public override Reading? Reading { get; } = new(6, 4, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("one rule", "Ship free of charge", "Orders above 50 € should be shipped free of charge, except to islands."),
        new("how things are", "Wrong total", "If I open the page the total was wrong. If I reload it was right. If I log in it was wrong. Otherwise it was right."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("four variations", "Shipping costs", "Shipping must be free if the order is above 50 €. It must cost 3 € unless the buyer is a member. Books should cost 1 €, except for islands. Only if the parcel is heavy a fee should be added."),
        new("in the criteria", "Give a discount", "Acceptance criteria:\n- 5 % must be taken off if the buyer is a member\n- 10 % must be taken off only if it is the first order\n- nothing must be taken off books unless they are used\n- otherwise the usual price should be shown"),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var rules = item.Fields.Where(Variations.IsIn).SelectMany(f => Variants(f, item.Language)).ToList();
        return rules.Count < Fewest
            ? []
            : [Found(rules.Select(r => r.Text.WordsAsEvidence(r.First, 1)), null, ("n", rules.Count.ToString(CultureInfo.InvariantCulture))) with
            {
                Cut = Pieces.Cut(SplitPatterns.Rules, rules.Select(r => Pieces.Of(r.Text, r.First, r.End))),
            }];
    }

    // The first variation of each sentence that wishes, to the sentence's end.
    private static IEnumerable<Clause> Variants(TextReading text, LanguageWords language)
    {
        foreach (var sentence in text.Sentences)
        {
            var at = Variations.First(text.Words, sentence.FirstWord, sentence.EndWord);
            if (at >= 0 && (at == sentence.FirstWord || !NotAfter.Holds(text.Words[at - 1])) && MoodReader.Of(text, sentence, language) == Mood.Wishes)
            {
                yield return new Clause(text, at, sentence.EndWord);
            }
        }
    }
}
