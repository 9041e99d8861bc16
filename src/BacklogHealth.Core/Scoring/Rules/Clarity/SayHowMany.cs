using System.Collections.Immutable;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>An amount is a number or a range.</summary>
internal sealed class SayHowMany : VagueWordsRule
{
    public override string Id => "CL014";

    public override string Title => "Say how many";

    public override string Rationale => "Several is two to one reader and twenty to another; limits, tests and effort hang on the number.";

    public override Source Source => new("INCOSE guide to writing requirements: vague quantities", "the category; the list of words is our own");

    public override int Points => 14;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a number", "Show past orders", "The page should list the last 20 orders."),
        new("counted in the sentence", "Show past orders", "Several orders, at most 20 items, should be listed."),
        new("German, one or more", "Adressen speichern", "Der Käufer soll eine oder mehrere Adressen speichern können.") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("several", "Show past orders", "The page should list several past orders."),
        new("a lot", "Import articles", "It must be possible to import a lot of articles at once."),
        new("German, several", "Bestellungen zeigen", "Die Seite soll mehrere Bestellungen zeigen.") { Language = "de" },
    ];

    protected override bool Reads(string kind) => kind is "amount";
}
