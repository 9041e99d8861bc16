namespace BacklogHealth.Reports.Tests.Parts;

public sealed class DutiesInWordsTests
{
    private static readonly RenderedReport Page = ReportWriter.Render(Audience.ProductOwner, new SampleHealth().Input());

    [Fact]
    public void All_sixteen_stand_in_one_table_that_is_closed_until_it_is_opened()
    {
        var html = Page.Html[Page.Html.IndexOf("<section id=\"duties\">", StringComparison.Ordinal)..];
        html = html[..html.IndexOf("</section>", StringComparison.Ordinal)];

        Assert.Matches("^<section id=\"duties\">\n<h2>The data tell something of [a-z0-9]+ of a Product Owner&#x27;s 16 duties</h2>", html);
        Assert.Contains("<details><summary>Sixteen duties, each with its measure</summary>\n<div class=\"cards\">\n<table>", html, StringComparison.Ordinal);
        Assert.Equal(17, html.Split("<tr>").Length - 1);
        Assert.EndsWith("</details>\n", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_says_what_is_known_or_why_nothing_is()
    {
        Assert.Matches(@"\| 6 \*\*Asking why\*\* \| Open items with a reason, there or above: \*\*\d+ of \d+ \(\d+ %\)\*\*", Page.Markdown);
        Assert.Contains("| 14 **Retrospectives** | Not available. No item carries a label such as retro or kaizen. |", Page.Markdown, StringComparison.Ordinal);
        Assert.Contains("| 16 **Setting an example in Scrum values** | This is no number: the product speaks of teams and never of persons", Page.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_have_every_measure_of_every_duty()
    {
        var duties = Page.Json["parts"]!.AsArray().Single(p => p!["id"]!.GetValue<string>() == "duties")!["numbers"]!["duties"]!.AsArray();

        Assert.Equal(Enumerable.Range(1, 16), duties.Select(d => d!["id"]!.GetValue<int>()));
        Assert.All(duties.SelectMany(d => d!["measures"]!.AsArray()), m => Assert.NotEqual(m!["value"] is null, m["reason"] is null));
    }

    [Theory]
    [InlineData(Audience.Coach)]
    [InlineData(Audience.Stakeholder)]
    public void They_are_the_Product_Owners_alone(Audience audience) => Assert.DoesNotContain("duties", ReportWriter.Render(audience, new SampleHealth().Input()).Html, StringComparison.Ordinal);
}
