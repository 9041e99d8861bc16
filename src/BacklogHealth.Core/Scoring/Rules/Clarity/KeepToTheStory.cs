using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>A story says who, what and why; remarks in brackets belong elsewhere.</summary>
internal sealed class KeepToTheStory : ItemRule
{
    private const int LongestRemark = 300;
    private const int FewestLetters = 2;
    private const int MostRemarks = 10;
    private const int MostShortened = 6;

    public override string Id => "CL007";

    public override Criterion Criterion => Criterion.Minimal;

    public override string Title => "Keep a story to who, what and why";

    public override string Rationale => "A remark inside a story is read past by one and built by another; as an example, a rule or a word of the glossary it has a place of its own.";

    public override Source Source => new("Quality User Story framework: minimal", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x");

    public override Reading? Reading { get; } = new(61, 54, "all findings on stories of public Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("who, what and why", "As a clerk, I want to file a claim by phone, so that nobody has to come in"),
        new("a short name that is used", "As a clerk, I want to see the claims ratio (CR) of a branch, so that I can report a CR above 80 %"),
        new("the name of a thing", "As a clerk, I want to use the claims desk (KAYA), so that I find claims again"),
        new("several or one", "As a clerk, I want to attach photo(s) to a claim, so that I need no second letter"),
        new("German, several or one", "Als Sachbearbeiterin möchte ich Foto(s) anhängen, damit ich keinen zweiten Brief brauche") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("examples inside the story", "As a clerk, I want to filter claims by cause (e.g. hail, theft, fire), so that I find similar ones"),
        new("a short name that is never used", "As a clerk, I want to see the claims ratio (CR) of a branch, so that I can report it"),
        new("German, examples inside the story", "Als Sachbearbeiterin möchte ich Schäden filtern (z. B. Hagel, Feuer), damit ich ähnliche finde") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        if (item.Story is not { } story)
        {
            return [];
        }

        var remarks = Remarks(item, story).Take(MostRemarks).ToList();
        return remarks.Count == 0 ? [] : [Found(remarks)];
    }

    private static IEnumerable<Evidence> Remarks(ItemReading item, Story story)
    {
        var text = story.Text;
        var start = text.Words[story.Role.First].Start;
        var end = text.Words[Math.Max(story.Want.End, story.Reason.End) - 1].End;
        for (var open = start; open < end; open++)
        {
            open = text.Prose[open..end].IndexOf('(') is var at and >= 0 ? open + at : end;
            var length = open < end ? text.Prose.Slice(open, Math.Min(LongestRemark, text.Prose.Length - open)).IndexOf(')') : -1;
            if (length < 0)
            {
                continue;
            }

            // "photo(s)", "create()" belong to their word, "(1)" counts.
            if (open > 0 && char.IsWhiteSpace(text.Prose[open - 1]) && Letters(text.Prose.Slice(open, length)) >= FewestLetters && !IsNeeded(item, text, open + 1, open + length))
            {
                yield return text.Evidence(open, open + length + 1);
            }

            open += length;
        }
    }

    private static int Letters(ReadOnlySpan<char> remark)
    {
        var letters = 0;
        foreach (var c in remark)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters;
    }

    // An abbreviation that the item uses later has to be explained once, and the name of a thing says which one is meant.
    private static bool IsNeeded(ItemReading item, TextReading text, int start, int end)
    {
        var first = text.WordFrom(start);
        if (first >= text.Words.Length || text.Words[first].Start != start || text.Words[first].End != end || text.Plain[start..end].Count(char.IsUpper) < 2)
        {
            return false;
        }

        var name = Singular(text.Words[first].Lower);
        return !ShortensWhatStandsBefore(text, first, name)
            || item.Fields.Any(f => f.Words.Where((w, i) => !(ReferenceEquals(f, text) && i == first)).Any(w => Singular(w.Lower) == name));
    }

    // "claims ratio (CR)", "Internet of Things (IoT)": its letters stand in the words before, from the beginning of one of them.
    private static bool ShortensWhatStandsBefore(TextReading text, int word, string name)
    {
        for (var from = Math.Max(0, word - MostShortened); from < word; from++)
        {
            var letter = 0;
            foreach (var c in text.Plain.AsSpan(text.Words[from].Start, text.Words[word].Start - text.Words[from].Start))
            {
                letter += letter < name.Length && char.ToLowerInvariant(c) == name[letter] ? 1 : letter == 0 ? name.Length + 1 : 0;
            }

            if (letter == name.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static string Singular(string lower) => lower.TrimEnd('s');
}
