using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>No words that each reader measures differently.</summary>
internal sealed class UseExactWords : VagueWordsRule
{
    public override string Id => "CL005";

    public override string Title => "Use words that all read alike";

    public override string Rationale => "What is fast or easy to one reader is slow or hard to another; the difference shows in the review.";

    public override Source Source => new("Requirements smells: subjective and vague wording", "Femmer et al. 2017; the list of words is our own, and such lists are right more often on wishes than on reports");

    public override int Points => 20;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a number", "Show search results", "The first ten results are shown within 300 ms on a phone."),
        new("a name with such a word", "Fix quick search", "The quick search box keeps its text."),
        new("made exact in the sentence", "Show search results", "The list is fast: 95 of 100 searches take less than 300 ms."),
        new("German, a name with such a word", "Schnellsuche korrigieren", "Die Schnellsuche behält ihren Text.") { Language = "de" },
        new("German, a question of degree", "Antwortzeit messen", "Das Protokoll soll zeigen, wie schnell die Suche ist.") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("no number", "Show search results", "The search must be fast enough on a phone."),
        new("no criterion", "Redesign the form", "The form has to be user-friendly and intuitive."),
        new("no symptom", "Basket", "The basket does not work properly.", WorkItemKind.Bug),
        new("German, no number", "Treffer anzeigen", "Die Trefferliste muss möglichst schnell erscheinen.") { Language = "de" },
    ];

    protected override bool Reads(string kind) => kind is "speed" or "ease" or "quality" or "time" or "behaviour" or VagueWords.Own;
}
