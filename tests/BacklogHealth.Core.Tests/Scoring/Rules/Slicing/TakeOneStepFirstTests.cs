using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Slicing;

public sealed class TakeOneStepFirstTests
{
    [Fact]
    public void Steps_that_are_told_make_a_cut()
    {
        var finding = Some.Find("SL004", "Buy a ticket", "The visitor should pick a film, then choose a seat, after that pay and finally print the ticket.")!;

        Assert.Equal("tells 4 steps of a workflow in one item", FindingText.For("en").Message(finding));
        Assert.Null(finding.Cut);
    }

    [Fact]
    public void Numbered_pieces_are_counted_and_make_a_cut()
    {
        var finding = Some.Find("SL004", "Return an article", "What is needed:\n1. Print a label in the shop\n2. Book the parcel in (by hand)\n3. Check the article\n4. Pay the money back")!;

        Assert.Equal("lists 4 numbered pieces of work", FindingText.For("en").Message(finding));
        Assert.Equal(["print a label in the shop", "book the parcel in", "check the article", "pay the money back"], finding.Cut!.Parts);
    }

    [Theory]
    [InlineData("Steps to reproduce:\n1. Open the map\n2. Pick a seat\n3. Pick another\n4. Go back")]
    [InlineData("What is needed:\n1. Print a label\n2. Book it in\n3. Check it")]
    [InlineData("What is needed:\n- Print a label\n- Book it in\n- Check it\n- Pay it back")]
    [InlineData("Colours:\n1. red\n2. a dark green\n3. blue\n4. grey")]
    [InlineData("The page loads, then shows the old sum, then hides it and finally fails.")]
    [InlineData("If the seat is taken, then it should be grey. When it is free, then it should be green. Finally it should blink.")]
    public void Other_lists_and_reports_pass(string description) => Assert.Null(Some.Find("SL004", "Seats", description));

    [Fact]
    public void A_piece_that_ends_in_a_quotation_is_not_named() =>
        Assert.Null(Some.Find("SL004", "Return an article", "What is needed:\n1. Print a label\n2. Remove the note \"old label\"\n3. Check the article\n4. Pay the money back")!.Cut);
}
