using BacklogHealth.Core.Scoring.Evaluation;

namespace BacklogHealth.Core.Tests.Scoring.Evaluation;

public sealed class GroupedAgreementTests
{
    [Fact]
    public void Shares_are_counted_by_hand()
    {
        // 10 texts, 4 with a defect; rules find 5, 3 of them rightly.
        var agreement = Agreement.Of(Texts("A", right: 3, wrong: 2, missed: 1, clear: 4));

        Assert.Equal((10, 4, 5, 3), (agreement.Count, agreement.Defects, agreement.Found, agreement.Right));
        Assert.Equal(0.6, agreement.Precision);
        Assert.Equal(0.75, agreement.Recall);
        Assert.Equal(2 * 0.6 * 0.75 / (0.6 + 0.75), agreement.F1!.Value, 12);
        Assert.Equal(2 * 0.4 / 1.4, agreement.AlwaysYesF1!.Value, 12);
    }

    [Fact]
    public void Where_there_is_nothing_to_divide_by_there_is_no_share()
    {
        var nothing = Agreement.Of(Texts("A", 0, 0, 0, clear: 5));
        var silent = Agreement.Of(Texts("A", 0, 0, missed: 2, clear: 5));

        Assert.Equal(new double?[] { null, null, null, null }, [nothing.Precision, nothing.Recall, nothing.F1, nothing.AlwaysYesF1]);
        Assert.Equal(new double?[] { null, 0, 0 }, [silent.Precision, silent.Recall, silent.F1]);
    }

    [Fact]
    public void Groups_that_are_alike_leave_no_doubt_and_groups_that_differ_leave_much()
    {
        var alike = GroupedAgreement.Of("ABCDEF".SelectMany(g => Texts($"{g}", 3, 2, 1, 4)));
        var differ = GroupedAgreement.Of("ABCDEF".SelectMany(g => g < 'D' ? Texts($"{g}", 6, 0, 0, 4) : Texts($"{g}", 0, 4, 2, 4)));

        Assert.Equal(new ShareRange(0.6, 0.6), alike.Precision);
        Assert.Equal(18.0 / 30, differ.All.Precision);
        Assert.InRange(differ.Precision!.Value.From, 0.0, 0.35);
        Assert.InRange(differ.Precision.Value.To, 0.85, 1.0);
    }

    [Fact]
    public void The_order_of_the_texts_changes_nothing()
    {
        var texts = "ABCD".SelectMany((g, i) => Texts($"{g}", i, 2, 1, 4)).ToList();

        var there = GroupedAgreement.Of(texts);
        var back = GroupedAgreement.Of(Enumerable.Reverse(texts));

        Assert.Equal((there.All, there.Precision, there.Recall, there.F1), (back.All, back.Precision, back.Recall, back.F1));
        Assert.Equal(["A", "B", "C", "D"], there.ByGroup.Keys);
    }

    [Fact]
    public void Two_groups_are_too_few_for_an_interval()
    {
        var two = GroupedAgreement.Of("AB".SelectMany(g => Texts($"{g}", 3, 2, 1, 4)));

        Assert.Null(two.Precision);
        Assert.Equal(0.6, two.All.Precision);
    }

    private static IEnumerable<Judged> Texts(string group, int right, int wrong, int missed, int clear) =>
        Enumerable.Repeat(new Judged(group, Defect: true, Found: true), right)
            .Concat(Enumerable.Repeat(new Judged(group, Defect: false, Found: true), wrong))
            .Concat(Enumerable.Repeat(new Judged(group, Defect: true, Found: false), missed))
            .Concat(Enumerable.Repeat(new Judged(group, Defect: false, Found: false), clear));
}
