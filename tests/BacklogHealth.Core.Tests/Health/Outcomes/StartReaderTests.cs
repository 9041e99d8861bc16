using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Tests.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health.Outcomes;

public sealed class StartReaderTests
{
    private const string Clear = "So that buyers can pay at once.\n\nAcceptance criteria:\n- A card that is declined is named\n- The total stays the same";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly StartReader Reader = new(new TeamContext { Today = new DateOnly(2026, 3, 2) }, DefinitionOfReady.Default);

    [Fact]
    public void A_bare_title_is_not_ready_and_a_described_item_is()
    {
        var bare = Reader.Now(Some.Item("Card payment"))!;
        var clear = Reader.Now(Some.Item("Pay an order by card", Clear))!;

        Assert.Equal((false, 0), (bare.IsReady, bare.Words));
        Assert.Contains("CL001", bare.Findings);
        Assert.True(clear.IsReady && clear.Clarity > bare.Clarity + 40 && clear.Words == 21, $"{clear}");
    }

    [Fact]
    public void Nothing_that_happened_after_the_start_changes_what_was_known_then()
    {
        var then = Some.Item("Card payment", "Cards.") with { StoryPoints = 3 };
        var known = Reader.At(then, Start)!;

        // What a model would love to know: the text was mended, somebody asked, the estimate grew, it became a bug.
        var later = then with
        {
            Title = "Pay an order by card",
            Description = StructuredText.FromPlain(Clear),
            StoryPoints = 13,
            Type = "Bug",
            Kind = WorkItemKind.Bug,
            Changes =
            [
                new FieldChange(Start, FieldNames.Title, new FieldValue("Card payment"), new FieldValue("Pay an order by card")),
                new FieldChange(Start.AddHours(1), FieldNames.Description, FieldValue.Of(then.Description), FieldValue.Of(StructuredText.FromPlain(Clear))),
                new FieldChange(Start.AddDays(1), FieldNames.StoryPoints, new FieldValue("3"), new FieldValue("13")),
                new FieldChange(Start.AddDays(2), FieldNames.Kind, new FieldValue("Story"), new FieldValue("Bug")),
                new FieldChange(Start.AddDays(2), FieldNames.Type, new FieldValue("Story"), new FieldValue("Bug")),
            ],
            Comments = [new Comment("1", "a", Start.AddDays(1), StructuredText.FromPlain("Which cards? TBD"))],
        };
        var seen = Reader.At(later, Start)!;

        Assert.Equal(known with { Findings = [] }, seen with { Findings = [] });
        Assert.Equal(known.Findings, seen.Findings);
        Assert.NotEqual(known.Words, Reader.At(later, Start.AddDays(3))!.Words);
    }

    [Fact]
    public void What_cannot_be_rebuilt_was_not_there_or_says_nothing_is_not_read()
    {
        Assert.Null(Reader.At(Some.Item("Pay by card", Clear), Some.Item("x").Created));
        Assert.Null(Reader.At(Some.Item("Pay by card", Clear) with { HistoryComplete = false }, Start));
        Assert.Null(Reader.Now(Some.Item("", "")));
        Assert.Null(Reader.Now(Some.Item("支払い機能を追加する", "カードで支払えるようにする")));
    }

    [Fact]
    public void A_team_s_mutes_hide_nothing_of_what_a_text_says()
    {
        var muting = new StartReader(new TeamContext { Today = new DateOnly(2026, 3, 2), Mutes = [new Mute { Rule = "CL001", Reason = "we know" }] }, DefinitionOfReady.Default);

        Assert.Equal(Reader.Now(Some.Item("Card payment"))!.Findings, muting.Now(Some.Item("Card payment"))!.Findings);
    }
}
