using System.Text.Json;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Routes.AzureDevOps;

public class ReportingRoutesTests
{
    private static readonly DateTimeOffset Later = SmallBacklog.Start.AddDays(60);

    [Fact]
    public async Task Batches_hold_every_revision_once_and_the_last_says_so()
    {
        await using var sample = await Sample.StartAzure();
        var (seen, _) = await ReadOn(sample, "_apis/wit/reporting/workitemrevisions?$maxPageSize=100&api-version=7.1");
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(SmallBacklog.CheckoutItems + 4, seen.Select(s => s.Id).Distinct().Count());
        Assert.Equal(31, seen.Count(s => s.Id == 10001));
    }

    [Fact]
    public async Task A_token_goes_on_with_what_came_about_since_whatever_its_time()
    {
        await using var sample = await Sample.StartAzure();
        var (_, next) = await ReadOn(sample, "_apis/wit/reporting/workitemrevisions?api-version=7.1");
        sample.Server.Replace(SmallBacklog.Make().Retitle("20001", "Show the way", SmallBacklog.Start.AddHours(1)).Retitle("10005", "Later", Later));
        var (seen, _) = await ReadOn(sample, next);
        Assert.Equal([(20001, 2), (10005, 2)], seen);
    }

    [Fact]
    public async Task A_deleted_item_is_told_of_where_that_is_asked_and_a_restored_one_comes_back()
    {
        await using var sample = await Sample.StartAzure();
        var (_, next) = await ReadOn(sample, "_apis/wit/reporting/workitemrevisions?includeDeleted=true&api-version=7.1");
        var deleted = SmallBacklog.Make().Delete("20001", Later);
        sample.Server.Replace(deleted);

        var batch = await sample.Get(Relative(sample, next));
        var revision = Assert.Single(batch.GetProperty("values").EnumerateArray());
        Assert.True(revision.GetProperty("fields").GetProperty("System.IsDeleted").GetBoolean());
        await sample.Get("_apis/wit/workItems/20001", 404);
        Assert.Equal(20001, (await sample.Get("Field%20Service/_apis/wit/recyclebin")).GetProperty("value")[0].GetProperty("id").GetInt32());
        var codes = (await sample.Get("_apis/wit/recyclebin?ids=20001,20002")).GetProperty("value").EnumerateArray().Select(v => v.GetProperty("code").GetInt32());
        Assert.Equal([200, 404], codes);
        var silent = await sample.Get("_apis/wit/reporting/workitemrevisions");
        Assert.DoesNotContain(silent.GetProperty("values").EnumerateArray(), v => v.GetProperty("id").GetInt32() == 20001);

        sample.Server.Replace(deleted.Restore("20001", Later.AddDays(1)));
        var (restored, _) = await ReadOn(sample, batch.GetProperty("nextLink").GetString()!);
        Assert.Equal([(20001, 3)], restored);
        Assert.False((await sample.Get("_apis/wit/workItems/20001")).GetProperty("fields").TryGetProperty("System.IsDeleted", out _));
    }

    [Fact]
    public async Task A_destroyed_item_is_gone_from_everywhere()
    {
        await using var sample = await Sample.StartAzure();
        sample.Server.Replace(SmallBacklog.Make().Destroy("20001"));
        var batch = await sample.Get("_apis/wit/reporting/workitemrevisions?includeDeleted=true");
        Assert.DoesNotContain(batch.GetProperty("values").EnumerateArray(), v => v.GetProperty("id").GetInt32() == 20001);
        Assert.Equal(0, (await sample.Get("_apis/wit/recyclebin")).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Asked_of_a_project_it_loses_what_an_item_was_in_another()
    {
        await using var sample = await Sample.StartAzure(SmallBacklog.Make().MoveToProject("20001", "SIM", Later));
        var (whole, _) = await ReadOn(sample, "_apis/wit/reporting/workitemrevisions");
        var (part, _) = await ReadOn(sample, "Simple/_apis/wit/reporting/workitemrevisions");
        Assert.Equal([1, 2], whole.Where(s => s.Id == 20001).Select(s => s.Rev));
        Assert.Equal([2], part.Where(s => s.Id == 20001).Select(s => s.Rev));
    }

    [Fact]
    public async Task Long_texts_come_only_where_all_fields_are_asked_for()
    {
        await using var sample = await Sample.StartAzure();
        const string path = "_apis/wit/reporting/workitemrevisions?includeLatestOnly=true&types=User%20Story";
        Assert.False(Fields(await sample.Get(path)).TryGetProperty("System.Description", out _));
        Assert.True(Fields(await sample.Get(path + "&$expand=fields")).TryGetProperty("System.Description", out _));
        Assert.Equal("Colleague acc-on <acc-one@sample.invalid>", Fields(await sample.Get(path)).GetProperty("System.CreatedBy").GetString());
        Assert.Equal(JsonValueKind.Object, Fields(await sample.Get(path + "&includeIdentityRef=true")).GetProperty("System.CreatedBy").ValueKind);

        static JsonElement Fields(JsonElement batch) => batch.GetProperty("values").EnumerateArray().Single(v => v.GetProperty("id").GetInt32() == 10001).GetProperty("fields");
    }

    [Fact]
    public async Task A_time_to_start_at_leaves_out_what_was_before_and_goes_with_no_token()
    {
        await using var sample = await Sample.StartAzure();
        var (seen, next) = await ReadOn(sample, "_apis/wit/reporting/workitemrevisions?startDateTime=2026-01-28T00:00:00Z&api-version=7.1");
        Assert.Equal([(10001, 29), (10001, 30), (10001, 31)], seen);
        Assert.DoesNotContain("startDateTime", next, StringComparison.Ordinal);
        await sample.Get("_apis/wit/reporting/workitemrevisions?startDateTime=2026-01-28T00:00:00Z&continuationToken=1", 400);
        await sample.Get("_apis/wit/reporting/workitemrevisions?continuationToken=nonsense", 400);
    }

    [Theory]
    [InlineData("workitemrevisions?includeDeleted=true&includeLatestOnly=true&")]
    [InlineData("workitemlinks?")]
    public async Task Where_nothing_came_about_since_nothing_is_told_however_often_it_is_asked(string record)
    {
        await using var sample = await Sample.StartAzure();
        var first = await sample.Get($"_apis/wit/reporting/{record}startDateTime=2099-01-01T00:00:00Z&api-version=7.1");
        var second = await sample.Get($"_apis/wit/reporting/{record}continuationToken={first.GetProperty("continuationToken").GetString()}&api-version=7.1");
        var third = await sample.Get(Relative(sample, second.GetProperty("nextLink").GetString()!));
        Assert.All([first, second, third], batch => Assert.Equal((0, true), (batch.GetProperty("values").GetArrayLength(), batch.GetProperty("isLastBatch").GetBoolean())));
        Assert.NotEmpty((await sample.Get($"_apis/wit/reporting/{record}api-version=7.1")).GetProperty("values").EnumerateArray());
    }

    [Fact]
    public async Task A_posted_question_is_answered_alike()
    {
        await using var sample = await Sample.StartAzure();
        var batch = await sample.Post("_apis/wit/reporting/workitemrevisions?api-version=7.1", """{"fields":["System.Rev"],"includeLatestOnly":true,"types":["Bug"]}""");
        Assert.Equal("""[{"id":10003,"rev":3,"fields":{"System.Rev":3}}]""", batch.GetProperty("values").GetRawText());
    }

    [Fact]
    public async Task A_new_link_is_told_in_the_report_of_links_and_makes_no_revision()
    {
        await using var sample = await Sample.StartAzure();
        var links = (await sample.Get("_apis/wit/reporting/workitemlinks?api-version=7.1")).GetProperty("nextLink").GetString()!;
        var (_, revisions) = await ReadOn(sample, "_apis/wit/reporting/workitemrevisions?api-version=7.1");
        sample.Server.Replace(SmallBacklog.Make().Link("20001", "blocks", "20002", Later));

        Assert.Empty((await ReadOn(sample, revisions)).Seen);
        var told = Assert.Single((await sample.Get(Relative(sample, links))).GetProperty("values").EnumerateArray());
        Assert.Equal((20001, 20002, "System.LinkTypes.Dependency", true), (told.GetProperty("sourceId").GetInt32(), told.GetProperty("targetId").GetInt32(), told.GetProperty("rel").GetString(), told.GetProperty("isActive").GetBoolean()));
    }

    private static async Task<(List<(int Id, int Rev)> Seen, string Next)> ReadOn(Sample sample, string path)
    {
        var seen = new List<(int, int)>();
        while (true)
        {
            var batch = await sample.Get(Relative(sample, path));
            seen.AddRange(batch.GetProperty("values").EnumerateArray().Select(v => (v.GetProperty("id").GetInt32(), v.GetProperty("rev").GetInt32())));
            path = batch.GetProperty("nextLink").GetString()!;
            if (batch.GetProperty("isLastBatch").GetBoolean())
            {
                return (seen, path);
            }
        }
    }

    private static string Relative(Sample sample, string link) => link.Replace(sample.Server.BaseUrl.ToString(), string.Empty, StringComparison.Ordinal);
}
