using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>A story states a problem and leaves the solution open: no technique by name, no part of the software to be made.</summary>
internal sealed class StateTheProblem : ItemRule
{
    // Techniques by name: "neural network", "blockchain". Products and protocols may be what a feature is about, and are no technique.
    private static readonly WordList Techniques = WordList.Named("story.techniques");

    public override string Id => "CL009";

    public override Criterion Criterion => Criterion.ProblemOriented;

    public override string Title => "State the problem, not the solution";

    public override string Rationale => "Where the solution is given, nobody looks for a simpler one, and nobody can tell whether it helped.";

    public override Source Source => new("Quality User Story framework: problem-oriented; INCOSE guide: solution-free", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a problem", "As a clerk, I want to see which claims are likely to be false, so that I look at those first"),
        new("a feature", "As a clerk, I want to export claims to a file, so that I can send them to the court"),
        new("German, a feature", "Als Sachbearbeiterin möchte ich Schäden in eine Datei schreiben, damit ich sie dem Gericht schicken kann") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a technique by name", "As a clerk, I want a neural network to sort claims, so that I look at the false ones first"),
        new("something to be built", "As a product manager, I want to develop a framework for claims, so that clerks save time"),
        new("German, a technique by name", "Als Sachbearbeiterin möchte ich mit einem Sprachmodell Schäden sortieren, damit ich die falschen zuerst sehe") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        if (item.Story is not { } story)
        {
            return [];
        }

        if (story.Find(Techniques, story.Want) is var technique and >= 0)
        {
            return [Found([story.Text.WordsAsEvidence(technique, Techniques.At(story.Text.Words, technique))], null, ("for", "technique"))];
        }

        return StoryMaking.Work(story) is { } work ? [Found([story.Text.WordsAsEvidence(work.First, work.Count)], null, ("for", "work"))] : [];
    }
}
