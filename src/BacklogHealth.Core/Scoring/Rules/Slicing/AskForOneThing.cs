using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Rules.Clarity;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>The wish of a user story is one: no two deeds, qualities or things joined by "and".</summary>
internal sealed class AskForOneThing : ItemRule
{
    private const int WordsBefore = 1;
    private const int WordsBehind = 2;

    public override string Id => "SL015";

    public override Criterion Criterion => Criterion.Atomic;

    public override string Title => "Ask for one thing in a story";

    public override string Rationale => "What is joined by “and” is estimated, built and accepted as one, although each half may be worth having alone.";

    public override Source Source => new("Quality User Story framework: atomic", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("one deed", "As a clerk, I want to file a claim by phone, so that nobody has to come in and wait"),
        new("one thing by custom", "As a buyer, I want to read the terms and conditions, so that I know them"),
        new("a purpose with two halves", "As a mayor, I want a map of bus stops to shorten ways and save fuel"),
        new("German, one thing by custom", "Als Kundin möchte ich meine Rechte und Pflichten lesen, damit ich sie kenne") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("two deeds", "As a clerk, I want the desk to recognise and report false claims, so that none is paid"),
        new("two things", "As a clerk, I want to receive alerts and monthly statements, so that I miss nothing"),
        new("two qualities", "As a customer, I want a fair and transparent price, so that I can trust it"),
        new("German, two qualities", "Als Kundin möchte ich einen fairen und transparenten Preis sehen, damit ich ihm traue") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        if (item.Story is not { Role.IsEmpty: false } story || JoinedWishes.In(story, item.Language) is not { } joined)
        {
            return [];
        }

        // Where the wish is a study, there is nothing yet that could be split; joined operations are another rule's.
        var skip = StoryStudy.Of(story, item.Language) is not null || item.Clauses.Exists(c => JoinedGoals.ArePlain(item, c, JoinedVerbs.In(c.Text, c.First, c.End, item.Language)));
        return skip ? [] : [Found([Around(story, joined.First, joined.Second)])];
    }

    // Enough words on both sides to know what is meant, within one run of words.
    private static Evidence Around(Story story, int first, int second)
    {
        var from = first;
        while (from > story.Want.First && from > first - WordsBefore && story.Text.Words[from].Joined)
        {
            from--;
        }

        var end = second + 1;
        while (end < story.Want.End && end <= second + WordsBehind && story.Text.Words[end].Joined)
        {
            end++;
        }

        return story.Text.WordsAsEvidence(from, end - from);
    }
}
