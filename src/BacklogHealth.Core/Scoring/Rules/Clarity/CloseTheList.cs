using System.Collections.Immutable;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>A list is complete, or says by what rule more belongs to it.</summary>
internal sealed class CloseTheList : VagueWordsRule
{
    public override string Id => "CL015";

    public override string Title => "Close the list";

    public override string Rationale => "Behind “etc.” each reader sees other things; what was forgotten shows when it is missing.";

    public override Source Source => new("INCOSE guide to writing requirements: open-ended clauses", "the category; the list of words is our own");

    public override int Points => 14;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a list", "Support phones", "It runs in Safari 17 and Chrome 120 on phones."),
        new("examples, said to be examples", "Support phones", "Small screens, for example phones, watches etc., show one column."),
        new("German, a list", "Handys unterstützen", "Die Seite läuft in Safari 17 und Chrome 120.") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("no end", "Export orders", "It writes date, customer, total etc. to a file."),
        new("everything", "Show search results", "The list must be readable on all devices."),
        new("German, no end", "Bestellungen exportieren", "Die Datei enthält Datum, Kunde, Summe usw. in dieser Reihenfolge.") { Language = "de" },
    ];

    protected override bool Reads(string kind) => kind is "scope";
}
