using BacklogHealth.Reports.Tests.Words;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class LaterChancesTests
{
    private const string Rework = "“Changed or asked about later”: of 100 items begun as this one stands, so many are changed, asked about or sent back before they are finished. Learned from the team's own items; of two later ones it picked the right one 80 times of 100 (AUC 0.80, n = 204; luck would be 50 times).";

    private const string Risk = "“Takes long”: of 100 items begun as this one stands, so many stay in progress for longer than 85 of 100 items of the team. Learned from the team's own items; of two later ones it picked the right one 80 times of 100 (AUC 0.80, n = 204; luck would be 50 times).";

    [Fact]
    public void Where_a_model_is_shown_the_coach_sees_its_chance_beside_each_item_and_what_it_rests_on()
    {
        var page = Coach(SampleLearned.Chances(rework: true, risk: false));

        Assert.Contains("<th scope=\"col\" class=\"n\">Changed or asked about later</th></tr>", page.Html, StringComparison.Ordinal);
        Assert.Matches("<td class=\"n\" data-name=\"Changed or asked about later\" data-value=\"5[0-9]\">5[0-9] %</td></tr>", page.Html);
        Assert.Contains(Rework, page.Sentences);
        Assert.DoesNotContain("Takes long", page.Html, StringComparison.Ordinal);
        Assert.All(page.Numbers("not-ready")["groups"]!.AsArray().SelectMany(g => g!["items"]!.AsArray()), i => Assert.InRange(i!["rework"]!.GetValue<double>(), 0.4, 0.62));
    }

    [Fact]
    public void An_item_without_a_chance_has_none_beside_others_that_have()
    {
        var page = Coach(SampleLearned.Chances(rework: false, risk: true));

        Assert.Contains("<td class=\"n\" data-name=\"Takes long\" data-value=\"24\">24 %</td>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\" data-name=\"Takes long\"></td>", page.Html, StringComparison.Ordinal);
        Assert.Contains(Risk, page.Sentences);
        Assert.DoesNotContain("Changed or asked about later", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_chances_the_report_is_the_same_to_the_last_byte()
    {
        var (without, none) = (Coach(new SampleHealth()), Coach(SampleLearned.Chances(rework: false, risk: false)));

        Assert.Equal((without.Html, without.Markdown), (none.Html, none.Markdown));
        Assert.DoesNotContain("rework", without.Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Audience.ProductOwner)]
    [InlineData(Audience.Stakeholder)]
    public void Chances_are_the_coachs_alone(Audience audience) =>
        Assert.Equal(ReportWriter.Render(audience, new SampleHealth().Input()).Html, ReportWriter.Render(audience, SampleLearned.Chances(rework: true, risk: true).Input()).Html);

    [Fact]
    public void They_speak_German()
    {
        var page = ReportWriter.Render(Audience.Coach, GermanSample.Input(SampleLearned.Chances(rework: true, risk: true))).Page;

        Assert.Contains("Später geändert oder mit Fragen", page, StringComparison.Ordinal);
        Assert.Contains("Dauert lange", page, StringComparison.Ordinal);
        Assert.Contains("von zwei späteren war in 80 von 100 Fällen der richtige genannt (AUC 0,80, n = 204; Zufall wären 50).", page, StringComparison.Ordinal);
    }

    private static RenderedReport Coach(SampleHealth team) => ReportWriter.Render(Audience.Coach, team.Input());
}
