using System.Text.Json.Nodes;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class PlanningTests
{
    [Fact]
    public void A_question_that_is_the_same_for_a_group_is_asked_once()
    {
        var page = ReportWriter.Render(Audience.Coach, new SampleHealth().Input());

        Assert.Contains("<h3>Three items lack acceptance criteria</h3>\n<p>For each of these: How will you see that it works?</p>", page.Html, StringComparison.Ordinal);
        Assert.Equal(2, page.Html.Split("How will you see that it works?").Length);
    }

    [Fact]
    public void A_question_that_differs_stands_beside_its_item()
    {
        var input = new SampleHealth().Input();
        var page = ReportWriter.Render(Audience.Coach, input with { Words = Numbered(input.Words) });

        Assert.DoesNotContain("For each of these", page.Html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"question\" data-name=\"What to ask\">How will you see that it works?", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://acme.example/jira/people/{author}", "https://acme.example/jira/people/557058%3Aa%26b")]
    [InlineData("https://acme.example/browse/{key}#peoplemodule", "https://acme.example/browse/CHK-430#peoplemodule")]
    public void Who_wrote_an_item_is_a_link_without_a_name(string pages, string link)
    {
        var page = ReportWriter.Render(Audience.Coach, Written(pages)).Html;

        Assert.Contains($"<td class=\"named\" data-name=\"Whom to ask\"><a href=\"{link}\" rel=\"noopener noreferrer\">author</a></td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("557058:a", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("javascript:alert('{author}')")]
    public void Without_a_page_of_authors_there_is_no_word_of_them(string? pages) =>
        Assert.DoesNotContain("Whom to ask", ReportWriter.Render(Audience.Coach, Written(pages)).Html, StringComparison.Ordinal);

    [Theory]
    [InlineData(Audience.ProductOwner)]
    [InlineData(Audience.Stakeholder)]
    public void Only_the_coach_is_led_to_authors(Audience audience)
    {
        var page = ReportWriter.Render(audience, Written("https://acme.example/jira/people/{author}"));

        Assert.All([page.Html, page.Markdown, page.Json.ToJsonString()], text =>
        {
            Assert.DoesNotContain("557058", text, StringComparison.Ordinal);
            Assert.DoesNotContain("author", text, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static ReportInput Written(string? pages)
    {
        var input = new SampleHealth().Input();
        var health = input.Health;
        return input with { Health = health with { AuthorUrl = pages, Open = [.. health.Open.Select(i => i with { Item = i.Item with { AuthorId = "557058:a&b" } })] } };
    }

    [Fact]
    public void Groups_stand_by_size_and_name_every_item_once()
    {
        var groups = Part("not-ready", new SampleHealth())["numbers"]!["groups"]!.AsArray();
        var keys = groups.SelectMany(g => g!["items"]!.AsArray()).Select(i => i!["key"]!.GetValue<string>()).ToList();

        Assert.Equal("acceptance criteria", groups[0]!["missing"]!.GetValue<string>());
        Assert.Equal(5, keys.Count);
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Where_all_is_ready_there_is_no_list_of_what_is_missing()
    {
        var part = Part("not-ready", new SampleHealth { EveryItemReady = true });

        Assert.Empty(part["sentences"]!.AsArray());
        Assert.Equal("All of the next 9 items are ready.", Part("answers", new SampleHealth { EveryItemReady = true })["sentences"]![0]!.GetValue<string>());
    }

    [Fact]
    public void Carry_over_is_not_available_without_sprints() =>
        Assert.Contains("Not available: the tracker has no sprints for this team.", Part("carry-over", new SampleHealth { Sprints = [] })["sentences"]!.AsArray().Select(s => s!.GetValue<string>()));

    [Fact]
    public void Items_older_than_usual_are_listed_oldest_first()
    {
        var sentences = Part("ageing", new SampleHealth())["sentences"]!.AsArray().Select(s => s!.GetValue<string>()).ToList();

        Assert.Equal("2 items in progress are older than usual", sentences[0]);
        Assert.StartsWith("85 of 100 items were finished within ", sentences[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_items_as_one_are_never_said_to_have_moved()
    {
        var report = ReportWriter.Render(Audience.ProductOwner, new SampleHealth { Deliveries = false }.Input());

        Assert.Contains("The next 20 items", report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("later than", report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("earlier than", report.Html, StringComparison.Ordinal);
    }

    private static Func<Finding, FindingWords> Numbered(Func<Finding, FindingWords> words)
    {
        var asked = 0;
        return f => words(f) with { Question = $"{words(f).Question} ({++asked})" };
    }

    private static JsonNode Part(string id, SampleHealth health) =>
        ReportWriter.Render(Audience.Coach, health.Input()).Json["parts"]!.AsArray().Single(p => p!["id"]!.GetValue<string>() == id)!;
}
