using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>A story asks for something that the product does for somebody who uses it.</summary>
internal sealed class WantSomethingForSomebody : ItemRule
{
    public override string Id => "CL008";

    public override Criterion Criterion => Criterion.ConceptuallySound;

    public override string Title => "Want something that somebody gains from";

    public override string Rationale => "Work told from inside the team, and wishes that no product fulfils, cannot be shown to anybody, so nobody can say that they are done.";

    public override Source Source => new("Quality User Story framework: conceptually sound", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("somebody who uses it", "As a clerk, I want to file a claim by phone, so that nobody has to come in"),
        new("a developer who is the customer", "As a developer, I want an error message with the line at fault, so that I find it at once"),
        new("an explanation is something to build", "As a buyer, I want to understand why my order was refused, so that I can mend it"),
        new("German, somebody who uses it", "Als Sachbearbeiterin möchte ich Schäden am Telefon aufnehmen, damit niemand kommen muss") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("work of the team", "As a developer, I want to refactor the claims module, so that it is easier to change"),
        new("work on the means", "As a researcher, I want to compare the accuracy of two models, so that the better one is taken"),
        new("a study, not a feature", "As a mayor, I want to explore the effects of tourism, so that I can plan ahead"),
        new("German, work of the team", "Als Entwickler möchte ich die Datenbank aufräumen, damit sie schneller wird") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        // For a role that the team names, making may be what the product is for.
        if (item.Story is not { } story || team.Names(story))
        {
            return [];
        }

        if ((StoryMaking.Work(story) ?? StoryMaking.Product(story)) is { } work)
        {
            var maker = StoryMaking.Maker(story);
            var evidence = maker ?? work;
            return [Found([story.Text.WordsAsEvidence(evidence.First, evidence.Count)], null, ("for", maker is null ? "work" : "maker"))];
        }

        return StoryStudy.Of(story, item.Language) is { } study ? [Found([story.Text.WordsAsEvidence(study.First, study.Count)], null, ("for", "study"))] : [];
    }
}
