using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>A story's title has the form that nearly all stories of the team have; where the team writes user stories by its own word, it is one.</summary>
internal sealed class WriteLikeTheNeighbours : BacklogRule
{
    private const int FewestStories = 10;
    private const double Most = 0.8;

    public override string Id => "CL026";

    public override Criterion Criterion => Criterion.Uniform;

    public override string Title => "Write like the neighbours";

    public override string Rationale => "Titles of one form can be compared and ordered at a glance; the odd one makes everybody stop.";

    public override Source Source => new("Quality User Story framework: uniform", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x; here: the form of the title, where four of five stories share one");

    public override Reading? Reading { get; } = new(43, 41, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 4;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a command among commands", "Print vouchers") { Beside = Commands },
        new("too few to tell", "Voucher of the month") { Beside = ["Print vouchers", "Mail vouchers"] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a topic among commands", "Voucher of the month") { Beside = Commands },
        new("a command among stories", "Print vouchers") { Beside = Stories },
    ];

    private static ImmutableArray<Example> Commands =>
    [
        "Find old orders", "Export orders", "Refuse used vouchers", "Mail invoices", "Add a second address", "Show the delivery day", "Print return labels", "Save the basket",
        "Change the password", "Send reminders",
    ];

    private static ImmutableArray<Example> Stories => [.. Commands.Select(c => Example.FromString("As a clerk I want to " + c.Title))];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Story;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        var habits = backlog.Habits;
        var stories = habits.StoriesTitled(TitleForm.Topic) + habits.StoriesTitled(TitleForm.Command) + habits.StoriesTitled(TitleForm.Story);
        if (item.Title.Words.Length == 0)
        {
            return [];
        }

        if (team.UsesTemplate)
        {
            return item.Story is not null ? [] : [Found([item.Title.WordsAsEvidence(0, item.Title.Words.Length)], null, ("for", "template"))];
        }

        if (stories < FewestStories)
        {
            return [];
        }

        // Topics say less than commands and stories: nobody is asked to write like them.
        var usual = habits.StoriesTitled(TitleForm.Command) >= habits.StoriesTitled(TitleForm.Story) ? TitleForm.Command : TitleForm.Story;
        var alike = habits.StoriesTitled(usual);
        return alike < Most * stories || TitleForms.Of(item) == usual
            ? []
            : [Found([item.Title.WordsAsEvidence(0, item.Title.Words.Length)], null, ("for", usual == TitleForm.Story ? "story" : "command"), ("n", Number(alike)), ("of", Number(stories)))];
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
