using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>An abbreviation that neither everybody nor the rest of the backlog knows is spelt out once.</summary>
internal sealed class SpellOutAbbreviations : BacklogRule
{
    // What stands in more items is the team's own language, and who reads the backlog learns it.
    private const int Rare = 2;

    // No text needs more to show the point, and reading stays linear.
    private const int MostLookedAt = 20;

    // Known to anybody who reads about software.
    private static readonly WordList Known = WordList.Named("knownAbbreviations");

    public override string Id => "CL018";

    public override Criterion Criterion => Criterion.Unambiguous;

    public override string Title => "Spell out abbreviations";

    public override string Rationale => "Who is new guesses what three letters mean, and the same letters mean something else in the next team.";

    public override Source Source => new("INCOSE guide to writing requirements: abbreviations and acronyms", "the category; the list of those that everybody knows is our own, and a team adds its own");

    public override Reading? Reading { get; } = new(40, 26, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 4;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("known", "Export orders", "The API answers with a PDF, the UI shows it."),
        new("spelt out", "Print return labels", "The parcel reference number (PRN) stands on the label, and the PRN in the mail."),
        new("the team's own language", "Print return labels", "The RMA stands on the label.") { Beside = ["Scan the RMA", "Mail the RMA"] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("not spelt out", "Print return labels", "The RMA stands on the label, and the PRN below."),
        new("in the title", "Show OTD per courier"),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Bug or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        List<Evidence>? hits = null;
        HashSet<string>? seen = null;
        foreach (var text in item.Fields)
        {
            for (var i = 0; i < text.Words.Length && (seen is null || seen.Count < MostLookedAt); i++)
            {
                var word = text.Words[i];
                if (Abbreviations.IsOne(text, i) && !IsKnown(word, item.Language) && !team.Knows(word.Lower) && (seen ??= new(StringComparer.Ordinal)).Add(word.Lower)
                    && backlog.Habits.ItemsWith(word.Lower) <= Rare && !IsSpeltOut(item, word.Lower))
                {
                    (hits ??= []).Add(text.WordsAsEvidence(i, 1));
                }
            }
        }

        return hits is null ? [] : [Found(hits)];
    }

    private static bool IsSpeltOut(ItemReading item, string lower) => Array.Exists(item.Fields, f => Abbreviations.IsSpeltOut(f, lower));

    // What any other list knows is a word, written in capitals to be heard.
    private static bool IsKnown(Word word, LanguageWords language) =>
        Known.Holds(word) || word.Entry is { IsListed: true } || (word.Lower[^1] == 's' && language.Holds(Known, Abbreviations.Singular(word.Lower).ToString()));
}
