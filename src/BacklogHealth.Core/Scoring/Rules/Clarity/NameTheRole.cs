using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>A story names who wants it: not nobody, not "a user", not the system.</summary>
internal sealed class NameTheRole : ItemRule
{
    private static readonly WordList Anybody = WordList.Named("story.anybody");
    private static readonly WordList Things = WordList.Named("story.things");

    public override string Id => "CL011";

    public override Criterion Criterion => Criterion.WellFormed;

    public override string Title => "Name who wants it";

    public override string Rationale => "Who is known can be asked, watched and served in their situation; “a user” is everybody and nobody.";

    public override Source Source => new("Quality User Story framework: well-formed", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x; roles rather than users: Cohn 2004");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a role", "As a clerk, I want to file a claim by phone, so that nobody has to come in"),
        new("a user in a situation", "As a user who has lost the password, I want to set a new one, so that I get in again"),
        new("German, a role", "Als registrierte Kundin möchte ich mein Passwort ändern, damit es niemand kennt") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("anybody", "As a user, I want to file a claim by phone, so that I need not come in"),
        new("a thing", "As the system, I want to send a reminder after a week, so that no claim is forgotten"),
        new("nobody", "I want to file a claim by phone, so that I need not come in"),
        new("German, anybody", "Als Benutzer möchte ich Schäden am Telefon melden, damit ich nicht kommen muss") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        if (item.Story is not { } story)
        {
            return [];
        }

        if (story.Role.IsEmpty)
        {
            return [Found([story.Text.WordsAsEvidence(story.Role.First, story.Want.First - story.Role.First)], null, ("for", "nobody"))];
        }

        if (team.Names(story))
        {
            return [];
        }

        var kind = Is(Anybody, story) ? "anybody" : Is(Things, story) ? "thing" : null;
        return kind is null ? [] : [Found([story.Text.WordsAsEvidence(story.Role.First, story.Role.Count)], null, ("for", kind))];
    }

    // The list's words and nothing else: "registered user" is a role.
    private static bool Is(WordList list, Story story) => list.At(story.Text.Words, story.Role.First) == story.Role.Count;
}
