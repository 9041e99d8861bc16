using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Slicing;

/// <summary>What rules propose beside a finding: never part of the score, always in the item's own words.</summary>
public sealed class CutTests
{
    [Theory]
    [InlineData("Create, edit, share and expire vouchers", "create | edit | share | expire vouchers")]
    [InlineData("Create a voucher and delete it after a year", "create a voucher | delete it")]
    [InlineData("Create a voucher and send it to the customer by post so that nobody has to wait", "create a voucher | send it to the customer by post")]
    [InlineData("API: add paging and then remove the filter", "add paging | remove the filter")]
    [InlineData("Send the lists into and archive the old house", null)]
    [InlineData("Create a voucher and export all the vouchers of all the shops of the whole country", null)]
    public void Joined_goals_are_cut_at_their_verbs_where_each_can_be_named(string title, string? cut)
    {
        var finding = Some.Find("SL001", title, "text")!;

        Assert.Equal(cut, finding.Cut is null ? null : string.Join(" | ", finding.Cut.Parts));
        Assert.Equal(cut is null ? null : SplitPatterns.Operations, finding.Cut?.Pattern);
    }

    [Fact]
    public void Criteria_are_cut_behind_those_that_one_item_has()
    {
        var cut = Some.Find("SL002", "Export orders", "Acceptance criteria:\n" + string.Concat(Enumerable.Range(1, 10).Select(i => $"- rule {i}\n")))!.Cut!;

        Assert.Equal((SplitPatterns.Simple, 8, 10, "rule 9"), (cut.Pattern, cut.First, cut.Parts.Length, cut.Parts[8]));
    }

    [Fact]
    public void A_layer_is_cut_by_what_it_is_for() =>
        Assert.Equal(["create", "expire vouchers"], Some.Find("BL001", new Example("", "Voucher API", "As a clerk I want to create and expire vouchers.") { Beside = ["Voucher UI"] })!.Cut!.Parts);

    [Fact]
    public void A_layer_without_such_words_is_not_cut() => Assert.Null(Some.Find("BL001", new Example("", "Voucher API", "text") { Beside = ["Voucher UI"] })!.Cut);

    [Fact]
    public void Stories_among_the_sub_tasks_are_named_by_their_wishes()
    {
        var finding = Some.Find("SL010", new Example("", "Vouchers") { Below = ["As a buyer I want to pay with a voucher so that I save money", "As a clerk, I want to lock a voucher", "Tests"] })!;

        Assert.Equal(["pay with a voucher", "lock a voucher"], finding.Cut!.Parts);
    }

    [Fact]
    public void Every_cut_of_an_example_has_a_known_pattern_and_parts()
    {
        var cuts = RuleBook.All.Rules.SelectMany(r => r.Bad.Select(e => Some.Find(r.Id, e)?.Cut)).OfType<Cut>().ToList();

        Assert.True(cuts.Count > 10);
        Assert.All(cuts, c => Assert.True(SplitPatterns.All.Contains(c.Pattern) && c.Parts.Length > c.First && c.First > 0 && c.Parts.All(p => p.Length > 0)));
    }
}
