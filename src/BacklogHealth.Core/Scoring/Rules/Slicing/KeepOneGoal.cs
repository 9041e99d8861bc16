using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>The title and the wish have one goal: no two verbs joined by "and".</summary>
internal sealed class KeepOneGoal : ItemRule
{
    private static readonly WordList HiddenOperations = WordList.Named("hiddenOperations");

    public override string Id => "SL001";

    public override Criterion Criterion => Criterion.Atomic;

    public override string Title => "Keep to one goal";

    public override string Rationale => "Goals that are joined are finished together, late; apart, the first is in use while the second is built.";

    public override Source Source => new("Quality User Story framework: atomic; patterns for splitting by operations", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x; Lawrence, Humanizing Work");

    public override Severity Severity => Severity.Warning;

    public override int Points => 25;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("one verb", "Create a voucher", "As a clerk I want to create a voucher."),
        new("nouns may be joined", "Show terms and conditions", "As a buyer I want to read the terms and conditions."),
        new("verbs that belong together", "Search and find articles by colour", "As a buyer I want to drag and drop articles."),
        new("what comes of it is no second goal", "Show shops near the buyer", "As a buyer I want to enter my town and see the shops there."),
        new("German, a step on the way", "Filialen zeigen", "Als Käuferin möchte ich meinen Ort eingeben und die Filialen dort sehen.") { Language = "de" },
        new("German, joined nouns", "Namen, Adresse und Telefonnummer ändern") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("four operations", "Create, edit, share and expire vouchers"),
        new("two goals in the wish", "Vouchers for clerks", "As a clerk I want to create a voucher and send it to the customer by post."),
        new("a word for many operations", "Manage vouchers"),
        new("German, verbs at the end", "Gutscheine für Freunde", "Als Käufer möchte ich einen Gutschein anlegen und per Post verschicken können, damit er rechtzeitig ankommt.") { Language = "de" },
        new("German, verbs made nouns", "Anlegen, Ändern und Löschen von Gutscheinen") { Language = "de" },
        new("German, a word for many operations", "Kundendaten verwalten") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var clauses = Clauses.Of(item).Select(c => (Clause: c, Verbs: Verbs(c, item.Language))).ToList();
        var joined = clauses.Find(c => JoinedGoals.ArePlain(item, c.Clause, c.Verbs));
        if (joined.Verbs is { } verbs)
        {
            return [Found(verbs.Select(v => joined.Clause.Text.WordsAsEvidence(v, 1)), null, ("for", "joined"))];
        }

        var hidden = clauses.Find(c => c.Verbs.Count == 1 && c.Clause.End - c.Clause.First > 1 && Hides(c.Clause.Text.Words[c.Verbs[0]], item.Language));
        return hidden.Clause is { } clause ? [Found([clause.Text.WordsAsEvidence(hidden.Verbs[0], 1)], null, ("for", "manage"))] : [];
    }

    // Several where they are joined, else the one that the clause is about.
    private static List<int> Verbs(Clause clause, LanguageWords language)
    {
        var (text, first, end) = clause;
        if (!language.VerbsStandLast)
        {
            var joined = JoinedVerbs.In(text, first, end, language);
            return joined.Count > 1 ? joined : [first];
        }

        var nouns = NounsOfVerbs.In(text, first, end, language);
        return nouns.Count > 0 ? nouns : ClosingVerbs.In(text, first, end, language);
    }

    private static bool Hides(Word word, LanguageWords language) => language.Holds(HiddenOperations, language.VerbOfNoun(word) ?? language.VerbOf(word));
}
