using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>The description is more than the form that was to be filled in, and belongs to this item alone.</summary>
internal sealed class FillInTheTemplate : BacklogRule
{
    private const int FewestAlike = 3;
    private const int MostWordsOfHeading = 5;
    private const int MostWordsOfFrame = 12;
    private static readonly WordList Instructions = WordList.Named("templateInstructions");
    private static readonly WordList Frames = WordList.Named("templateFrames");
    private static readonly WordList Fillers = WordList.Named("templateFillers");

    public override string Id => "CL021";

    public override Criterion Criterion => Criterion.Complete;

    public override string Title => "Fill in the template";

    public override string Rationale => "An empty form looks like a description until somebody reads it, which is when the work begins.";

    public override Source Source => new("Bug-tracking smells: missing content", "Qamar et al. 2022; templates and copied texts are recognised by our own lists and by comparison");

    public override Reading? Reading { get; } = new(45, 39, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 15;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("filled in", "Refuse used vouchers", "Goal:\nA voucher pays once.\nOut of scope:\nVouchers of other shops"),
        new("one heading", "Refuse used vouchers", "What to do:\nThe second use is refused."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("headings alone", "Refuse used vouchers", "Goal:\nOut of scope:\nAcceptance criteria:"),
        new("the form's own words", "Refuse used vouchers", "Describe the problem that is to be solved.\nAs a role I want goal so that benefit"),
        new("a filler", "Refuse used vouchers", "See title"),
        new("the same text in three items", "Refuse used vouchers", "Part of the work on vouchers.")
        {
            Beside = [new("", "Print vouchers", "Part of the work on vouchers."), new("", "Mail vouchers", "Part of the work on vouchers.")],
        },
    ];

    public override bool AppliesTo(WorkItemKind kind) => true;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        var text = item.Description;
        if (text.Words.Length == 0)
        {
            return [];
        }

        var evidence = text.WordsAsEvidence(0, text.Words.Length);
        if (!text.Prose.Contains(Prose.Blank) && Form(text) is { } form)
        {
            return [Found([evidence], null, ("for", form))];
        }

        var alike = backlog.Habits.ItemsDescribedAs(backlog.ById(item.Item.Id)?.DescriptionHash ?? 0);
        return alike < FewestAlike ? [] : [Found([evidence], Points / 3, ("for", "alike"), ("n", (alike - 1).ToString(CultureInfo.InvariantCulture)))];
    }

    // What the text is where it is a form and nothing else; null where it says anything.
    private static string? Form(TextReading text)
    {
        var (headings, fillers, instructions) = (0, 0, 0);
        foreach (var line in text.Lines)
        {
            if (line.FirstWord == line.EndWord)
            {
                continue;
            }

            if (Fillers.At(text.Words, line.FirstWord) is > 0 and var length && line.FirstWord + length >= line.EndWord)
            {
                fillers++;
            }
            else if (line.Kind == LineKind.Heading && line.EndWord - line.FirstWord <= MostWordsOfHeading)
            {
                headings++;
            }
            else if (Instructions.At(text.Words, line.FirstWord) > 0 || (line.EndWord - line.FirstWord <= MostWordsOfFrame && Frames.First(text.Words, line.FirstWord, line.EndWord) >= 0))
            {
                instructions++;
            }
            else
            {
                return null;
            }
        }

        return instructions > 0 ? "form" : headings > 1 || (headings == 1 && fillers > 0) ? "headings" : fillers > 0 ? "filler" : null;
    }
}
