using System.Globalization;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Core.WorkItems;
using CsCheck;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraOffsetCensusTests
{
    private const string Search = "POST /rest/api/2/search";

    [Fact]
    public async Task Each_page_begins_with_the_last_item_of_the_one_before_it()
    {
        await using var jira = Jira(new MovingScope(Ids(1, 7), pageSize: 3));
        var pages = await jira.List();
        Assert.Equal(["1 2 3", "4 5", "6 7"], pages.Select(p => string.Join(' ', p.Entries.Select(e => e.Id))));
        Assert.Equal([false, false, true], pages.Select(p => p.IsLast));
        Assert.Equal(new CensusEntry("1", "u1|r"), pages[0].Entries[0]);
        Assert.Equal([0, 2, 4], jira.Bodies(Search).Select(b => b.GetProperty("startAt").GetInt32()));
        Assert.Equal("""{"jql":"project = \u0022CHK\u0022 ORDER BY created ASC, key ASC","startAt":0,"maxResults":5000,"fields":["updated","customfield_10019"]}""", jira.Bodies(Search)[0].GetRawText());
    }

    [Fact]
    public async Task An_empty_scope_is_one_empty_last_page()
    {
        await using var jira = Jira(new MovingScope([], pageSize: 3));
        var page = Assert.Single(await jira.List());
        Assert.Empty(page.Entries);
        Assert.True(page.IsLast);
    }

    [Fact]
    public async Task An_item_that_goes_while_the_listing_runs_makes_no_other_slip_over_the_border()
    {
        // Items 1 and 2 go behind the first page: at the place where the second page is asked for now stands 5, and 4 would be skipped.
        await using var jira = Jira(new MovingScope(Ids(1, 9), pageSize: 3, (page, items) => items.RemoveAll(i => page == 1 && i is "1" or "2")));
        Assert.Equal(Ids(1, 9), Listed(await jira.List()));
    }

    [Fact]
    public async Task A_great_removal_is_met_by_stepping_back_further()
    {
        await using var jira = Jira(new MovingScope(Ids(1, 900), pageSize: 100, (page, items) => _ = page == 5 ? items.RemoveAll(i => int.Parse(i, CultureInfo.InvariantCulture) <= 400) : 0));
        Assert.Equal(Ids(1, 900), Listed(await jira.List()));
    }

    [Fact]
    public async Task An_item_that_comes_in_before_the_place_that_was_reached_is_found_in_one_more_round()
    {
        await using var jira = Jira(new MovingScope(Ids(2, 9), pageSize: 3, (page, items) =>
        {
            if (page == 2)
            {
                items.Insert(0, "1");
            }
        }));
        Assert.Equal(Ids(1, 9), Listed(await jira.List()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Items_that_are_made_while_the_listing_runs_are_listed()
    {
        await using var jira = Jira(new MovingScope(Ids(1, 7), pageSize: 3, (page, items) =>
        {
            if (page < 5)
            {
                items.Add((10 + page).ToString(CultureInfo.InvariantCulture));
            }
        }));
        Assert.Equal([.. Ids(1, 7), "11", "12", "13", "14"], Listed(await jira.List()));
    }

    [Fact]
    public async Task Whatever_goes_and_comes_between_pages_no_item_that_stays_is_skipped() =>
        await Gen.Select(Gen.Int[1, 60], Gen.Int[2, 9], Gen.Int).SampleAsync(
            async (count, pageSize, seed) =>
            {
                var random = new Random(seed);
                var stayed = Ids(1, count).ToHashSet();
                var made = 1000;
                var scope = new MovingScope(Ids(1, count), pageSize, (page, items) =>
                {
                    for (var i = random.Next(4); i > 0 && page < 12 && items.Count > 0; i--)
                    {
                        if (random.Next(3) == 0)
                        {
                            items.Add((++made).ToString(CultureInfo.InvariantCulture));
                        }
                        else
                        {
                            var gone = items[random.Next(items.Count)];
                            items.Remove(gone);
                            stayed.Remove(gone);
                        }
                    }
                });
                await using var jira = Jira(scope);
                var listed = Listed(await jira.List());
                Assert.Empty(stayed.Except(listed));
                Assert.Equal(listed.Distinct(), listed);
            },
            iter: 100, threads: 1);

    [Theory]
    [InlineData("""{"total":5,"issues":[]}""", "the search ended after 0 of 5 items. Expected all of them. Run the sync again; what is stored stays as it is.")]
    [InlineData("""{"total":5,"issues":[{"id":"1"}]}""", "the search ended after 1 of 5 items. Expected all of them. Run the sync again; what is stored stays as it is.")]
    [InlineData("""{"total":2,"issues":[{"id":"1"},{"id":"1"}]}""", "the search says that there are 2 items and gave 1. Expected all of them. Run the sync again; what is stored stays as it is.")]
    [InlineData("""{"issues":[{"id":"1"}]}""", "the search did not say how many items there are. Expected a total on every page. Run the sync again; what is stored stays as it is.")]
    [InlineData("""{"total":1,"issues":[{"key":"CHK-1"}]}""", "the search gave an item without an id. Expected an id for every item. Update BacklogHealth.")]
    public async Task A_listing_that_cannot_be_whole_is_an_error(string answer, string message)
    {
        await using var jira = new SmallJira(JiraDeployment.DataCenter).On(Search, answer);
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.List());
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"{jira.Where}: {message}", error.Message);
    }

    [Fact]
    public async Task A_scope_that_changes_without_end_is_an_error()
    {
        var next = 0;
        await using var jira = new SmallJira(JiraDeployment.DataCenter).On(Search, _ =>
        {
            next += 2;
            return string.Create(CultureInfo.InvariantCulture, $$"""{"total":100000,"issues":[{"id":"{{next}}"},{"id":"{{next + 1}}"}]}""");
        });
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.List());
        Assert.Equal($"{jira.Where}: the scope changed faster than it could be listed. Expected a listing in which each page follows the one before it. Run the sync again; what is stored stays as it is.", error.Message);
    }

    [Fact]
    public async Task A_query_that_jira_refuses_is_an_error_of_settings()
    {
        await using var jira = new SmallJira(JiraDeployment.DataCenter).On(Search, new ScriptedAnswer(400, """{"errorMessages":["The value 'CHK' does not exist for the field 'project'."]}"""));
        var error = await Assert.ThrowsAsync<TrackerException>(() => jira.List());
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{jira.Where}: Jira refused the query project = \"CHK\" ORDER BY created ASC, key ASC (400): \"The value 'CHK' does not exist for the field 'project'\". Expected a query that Jira can run. Mend the team's Query or Project.", error.Message);
    }

    private static SmallJira Jira(MovingScope scope) => new SmallJira(JiraDeployment.DataCenter).On(Search, scope.Answer);

    private static List<string> Ids(int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    private static List<string> Listed(List<CensusPage> pages) => [.. pages.SelectMany(p => p.Entries).Select(e => e.Id)];
}
