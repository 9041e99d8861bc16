using System.Text.Json.Nodes;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Tests;

public sealed class ReportCheckTests
{
    private static readonly Voice English = Voice.English;

    [Fact]
    public void A_report_without_a_fault_may_go() => Assert.Empty(ReportCheck.Of(Report(new Section("summary", [Words]), new Section("ready", [Of(2)]))));

    [Fact]
    public void An_empty_report_a_part_that_stands_twice_and_rows_that_do_not_fit_are_told()
    {
        Assert.Equal(["no part of it says anything"], ReportCheck.Of(Report(new Section("summary", []))));
        Assert.Equal(["the part ready stands in it twice"], ReportCheck.Of(Report(new Section("ready", [Words]), new Section("ready", [Words]))));
        Assert.Equal(["a table of the part ready has rows that do not fit its columns"], ReportCheck.Of(Report(new Section("ready", [Of(3)]))));
    }

    [Fact]
    public void A_page_that_is_far_too_long_keeps_the_report_back_where_it_goes_out()
    {
        var report = Report(new Section("summary", [new Paragraph($"{new string('x', 20_000_000)}")]));

        Assert.Empty(ReportCheck.Of(report, hasPage: false));
        Assert.Equal(["its page is not whole, or far too long"], ReportCheck.Of(report));
    }

    [Theory]
    [InlineData("""{ "forecast": [ { "probability": 0.85 }, { "items": 1e400 } ] }""", "$.forecast[1].items")]
    [InlineData("""{ "forecast": [ { "probability": 1.2 } ] }""", "$.forecast[0].probability")]
    [InlineData("""{ "chance": -0.1 }""", "$.chance")]
    [InlineData("""{ "chance": 1, "items": 120, "label": "NaN", "nothing": null }""", null)]
    public void A_number_that_is_none_is_told_with_where_it_stands(string json, string? path) => Assert.Equal(path, ReportCheck.NotANumber(JsonNode.Parse(json)));

    [Fact]
    public void Such_a_number_keeps_the_report_back() =>
        Assert.Equal(["$.days is no number"], ReportCheck.Of(new RenderedReport(Page(new Section("summary", [Words])), () => new JsonObject { ["days"] = double.NaN })));

    private static Block Words => new Paragraph($"All is well.");

    private static Table Of(int cells) => Table.Of([new Column($"Item"), new Column($"Days")], [[.. Enumerable.Repeat<Sentence>($"1", cells)]]);

    private static RenderedReport Report(params Section[] sections) => new(Page(sections), () => new JsonObject { ["items"] = 12 });

    private static Page Page(params Section[] sections) => new($"A report", $"As of now", English, [.. sections]);
}
