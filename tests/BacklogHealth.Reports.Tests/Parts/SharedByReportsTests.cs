using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class SharedByReportsTests
{
    [Fact]
    public void Reports_of_one_input_share_their_numbers()
    {
        var input = new SampleHealth().Input();

        Assert.Same(new ReportContext(input, Audience.Coach).Numbers.Quality, new ReportContext(input, Audience.ProductOwner).Numbers.Quality);
    }

    [Fact]
    public void A_chart_that_stands_in_two_reports_is_drawn_once()
    {
        var input = new SampleHealth().Input();
        PngForms Drawn(Audience audience) => ((PngPicture)new ReportContext(input, audience).Shared.Throughput.Picture!).Draw();

        Assert.Same(Drawn(Audience.ProductOwner), Drawn(Audience.Stakeholder));
    }

    [Fact]
    public void Curves_of_two_deliveries_or_with_two_numbers_are_two_charts()
    {
        var shared = new SampleHealth().Input().Shared;
        var curve = shared.Numbers.Curves[0];

        Assert.Same(shared.Curve(curve, 1), shared.Curve(curve, 1));
        Assert.NotSame(shared.Curve(curve, 1), shared.Curve(curve, 2));
        Assert.All(shared.Numbers.Curves.Skip(1), other => Assert.NotSame(shared.Curve(curve, 1), shared.Curve(other, 1)));
    }

    [Fact]
    public void A_copy_of_the_input_for_another_team_or_window_shares_nothing_with_it()
    {
        var input = new SampleHealth().Input();
        var first = input.Shared;

        Assert.NotSame(first, (input with { Health = input.Health with { Team = "Another" } }).Shared);
        Assert.NotSame(first, (input with { Options = new ReportOptions { Weeks = 8 } }).Shared);
        Assert.Same(first, input.Shared);
    }
}
