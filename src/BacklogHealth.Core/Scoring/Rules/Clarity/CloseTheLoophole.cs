using System.Collections.Immutable;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>What is wanted is wanted, or the condition is named.</summary>
internal sealed class CloseTheLoophole : VagueWordsRule
{
    public override string Id => "CL016";

    public override string Title => "Close the loophole";

    public override string Rationale => "“If possible” lets everybody be right: who builds it leaves it out, who asked for it expects it.";

    public override Source Source => new("INCOSE guide to writing requirements: escape clauses", "the category; the list of words is our own");

    public override int Points => 14;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a condition that can be checked", "Warn of late parcels", "The buyer should get a mail if the carrier reports a delay of a day or more."),
        new("decided", "Warn of late parcels", "The buyer gets one mail and no text message."),
        new("German, a condition that can be checked", "Vor Verspätung warnen", "Falls der Spediteur einen Tag oder mehr Verspätung meldet, soll der Käufer eine Mail bekommen.") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("if possible", "Warn of late parcels", "If possible, the buyer should also get a text message."),
        new("as appropriate", "Clean old carts", "Carts must be deleted as appropriate."),
        new("German, if needed", "Vor Verspätung warnen", "Bei Bedarf soll der Käufer ggf. auch eine SMS bekommen.") { Language = "de" },
    ];

    protected override bool Reads(string kind) => kind is "option";
}
