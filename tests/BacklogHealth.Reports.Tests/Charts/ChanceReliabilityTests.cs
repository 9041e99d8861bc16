using System.Collections.Immutable;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Models.Skill;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;
using SkiaSharp;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class ChanceReliabilityTests
{
    private static readonly SaidAndMet On = new(0.20, 5, 25), Above = new(0.20, 15, 25), Below = new(0.80, 10, 25);

    [Fact]
    public void As_often_as_said_is_said_plainly() => Assert.Equal("The chances came true about as often as they said", Of(SampleLearned.Held, error: 0.03).Title.Plain);

    [Fact]
    public void Where_each_group_is_on_the_line_and_the_chances_as_a_whole_were_wrong_both_are_said() =>
        Assert.Equal("No single group is off the line, but all together the chances were wrong by 7 of 100", Of([On, On]).Title.Plain);

    [Fact]
    public void Chances_that_are_right_and_of_no_use_are_told_as_such() =>
        Assert.Equal(
            "The chances came true about as often as they said, but hardly tell items apart",
            new ChanceReliability(SampleLearned.Outcome(ModelTargets.Rework, VerdictReason.NoLink, [On, On], 0)).Title.Plain);

    [Fact]
    public void Groups_off_the_line_are_counted_by_side()
    {
        Assert.Equal("In 1 of 2 groups it happened more often than was said", Of([On, Above]).Title.Plain);
        Assert.Equal("In 2 of 3 groups it happened less often than was said", Of([On, Below, Below]).Title.Plain);
        Assert.Equal("In 1 of 3 groups it happened less often than was said, in 1 more often", Of([On, Above, Below]).Title.Plain);
    }

    [Fact]
    public void Where_the_chances_as_a_whole_were_right_a_group_off_the_line_is_no_more_than_that()
    {
        Assert.Equal("The chances came true about as often as they said; 1 of 2 groups is off the line", Of([On, Above], error: 0.05).Title.Plain);
        Assert.Equal("The chances came true about as often as they said; 2 of 3 groups are off the line", Of([On, Above, Below], error: 0.05).Title.Plain);
    }

    [Fact]
    public void Caption_and_words_for_who_cannot_see_it_name_n_and_period()
    {
        Assert.Equal("Said in % to the right, came true in % upwards, n = 50 later ones of 420 items begun 4 Mar 2024 to 22 Nov 2026; bars: 95 % intervals", Of([On, Above]).Caption.Plain);
        Assert.Equal("In 1 of 2 groups it happened more often than was said. Where 20 % was said, it happened to 5 of 25 items. Where 20 % was said, it happened to 15 of 25 items.", Of([On, Above]).Alt.Plain);
        Assert.Equal("Said in % to the right, came true in % upwards, n = 25 later ones of 420 items; bars: 95 % intervals", new ChanceReliability(Verdict([On], 0) with { From = null }).Caption.Plain);
    }

    [Fact]
    public void The_numbers_behind_it_hold_said_and_came_true_with_intervals() =>
        Assert.Equal(["20 %|5|25|9–39 %", "80 %|10|25|23–59 %"], Of([On, Below]).Numbers.Rows.Select(r => string.Join("|", r.Select(c => c.Plain))));

    [Fact]
    public void Only_a_group_off_the_line_is_vermilion()
    {
        Assert.Equal((true, false), (Has(Of([On]), Theme.Light.Blue), Has(Of([On]), Theme.Light.Vermilion)));
        Assert.Equal((false, true), (Has(Of([Above]), Theme.Light.Blue), Has(Of([Above]), Theme.Light.Vermilion)));
        Assert.Equal((true, true), (Has(Of([On, Below]), Theme.Dark.Blue, Theme.Dark), Has(Of([On, Below]), Theme.Dark.Vermilion, Theme.Dark)));
    }

    private static ChanceReliability Of(ImmutableArray<SaidAndMet> groups, double error = 0.07) => new(Verdict(groups, error));

    private static ModelVerdict Verdict(ImmutableArray<SaidAndMet> groups, double error) => SampleLearned.Outcome(ModelTargets.Rework, VerdictReason.Learned, groups, error);

    private static bool Has(ChanceReliability chart, string color, Theme? theme = null)
    {
        var (light, dark) = ChartImage.Draw(chart, ChartImage.Wide, Saying.English);
        using var picture = SKBitmap.Decode((theme == Theme.Dark ? dark : light).Bytes);
        var wanted = SKColor.Parse(color);
        return picture.Pixels.Any(p => p.Alpha == 255 && Near(p.Red, wanted.Red) && Near(p.Green, wanted.Green) && Near(p.Blue, wanted.Blue));
    }

    // The palette of a small picture rounds colours.
    private static bool Near(byte one, byte other) => Math.Abs(one - other) <= 8;
}
