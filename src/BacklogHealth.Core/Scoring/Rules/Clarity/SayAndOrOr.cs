using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>No "and/or": which of the two is said.</summary>
internal sealed class SayAndOrOr : ItemRule
{
    private static readonly WordList AndOr = WordList.Named("andOr");

    public override string Id => "CL025";

    public override Criterion Criterion => Criterion.Unambiguous;

    public override string Title => "Say “and” or “or”";

    public override string Rationale => "“And/or” leaves open whether one of the two suffices: who builds it decides, and who checks it decides again.";

    public override Source Source => new("INCOSE guide to writing requirements: oblique", "the category; other slashes are left alone, because most of them are names");

    public override Reading? Reading { get; } = new(24, 17, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 4;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("said", "Tell customers of delays", "The customer gets a letter, and an e-mail where we know an address."),
        new("a slash in a name", "Deploy by CI/CD", "Read/write access is needed."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("in the text", "Tell customers of delays", "The customer gets a letter and/or an e-mail."),
        new("in the title", "Tell customers and/or couriers of delays"),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.Bug;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        List<Evidence>? hits = null;
        foreach (var text in item.Fields)
        {
            var words = text.Words;
            for (var i = 0; AndOr.IsIn(text) && i + 1 < words.Length; i++)
            {
                if (AndOr.Holds(words[i]) && AndOr.Holds(words[i + 1]) && words[i + 1].Start == words[i].End + 1 && text.Prose[words[i].End] == '/')
                {
                    (hits ??= []).Add(text.WordsAsEvidence(i, 2));
                }
            }
        }

        return hits is null ? [] : [Found(hits)];
    }
}
