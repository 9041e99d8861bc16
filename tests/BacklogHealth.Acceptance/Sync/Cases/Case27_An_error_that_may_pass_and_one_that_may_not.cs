using System.Globalization;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class ErrorThatMayPassTests
{
    [Fact]
    [Trait("Case", "27")]
    public async Task A_Data_Center_that_refuses_by_a_web_page_is_waited_for()
    {
        await using var sample = await Start(SampleTrackerKind.JiraDataCenter, s => s.Nth(1).AnswerPage(429).RetryAfter(9));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, (await sample.Stored()).Count);
        Assert.Contains(TimeSpan.FromSeconds(9), sample.Time.Waits);
    }

    [Theory]
    [Trait("Case", "27")]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_be_different_next_time_is_asked_again(int status)
    {
        await using var sample = await Start(SampleTrackerKind.JiraDataCenter, s => s.Times(3).AnswerPage(status));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, (await sample.Stored()).Count);
        Assert.Equal(3, sample.Server.Requests.Count(r => r.Status == status));
    }

    [Theory]
    [Trait("Case", "27")]
    [InlineData(405)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task What_would_be_the_same_next_time_is_asked_once(int status)
    {
        await using var sample = await Start(SampleTrackerKind.JiraDataCenter, s => s.Nth(1).AnswerPage(status));
        Assert.Equal(1, await sample.Sync());
        Assert.Equal(1, sample.Server.Requests.Count(r => r.Status == status));
        var sentence = string.Create(CultureInfo.InvariantCulture, $"{sample.Where}: POST /rest/api/2/search was answered with {status}. Expected an answer of Jira Data Center. Check Connections:0:BaseUrl.");
        Assert.EndsWith(sentence + "\n", sample.Told, StringComparison.Ordinal);
        Assert.Contains(sentence, sample.Problems);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, sample.Number("stored"));
    }

    [Theory]
    [Trait("Case", "27")]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task An_error_that_stays_is_asked_five_times_and_what_is_stored_stays(SampleTrackerKind kind)
    {
        await using var sample = await Start(kind, s => s.Nth(EachKind.FetchesOfAll(kind) + 1).Times(5).AnswerPage(503));
        Assert.Equal(0, await sample.Sync());
        var before = await sample.State();
        sample.Change(b => b.Retitle(sample.Project.Items[0].Id, "Another title", SampleRun.MondayMorning));
        Assert.Equal(1, await sample.Sync());
        Assert.EndsWith("failed with 503 in each of 5 tries. Expected an answer of " + Product(kind) + ". What was read is kept; try again later.\n", sample.Told, StringComparison.Ordinal);
        Assert.Equal(5, sample.Server.Requests.Count(r => r.Status == 503));
        Assert.Equal(before, await sample.State());
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal("Another title", (await sample.Stored())[sample.Project.Items[0].Id].Title);
    }

    private static Task<SyncedSample> Start(SampleTrackerKind kind, Func<FaultScript, FaultScript> fault) =>
        SyncedSample.Start(kind, fault(EachKind.Fetching(kind)), b => SyncedSample.Small(b, 40));

    private static string Product(SampleTrackerKind kind) => kind switch
    {
        SampleTrackerKind.JiraCloud => "Jira Cloud",
        SampleTrackerKind.JiraDataCenter => "Jira Data Center",
        _ => "Azure DevOps",
    };
}
