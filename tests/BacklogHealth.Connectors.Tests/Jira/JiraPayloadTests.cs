using System.Text;
using System.Text.Json;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Core.WorkItems;
using CsCheck;

namespace BacklogHealth.Connectors.Tests.Jira;

public sealed class JiraPayloadTests
{
    [Theory]
    [InlineData(JiraDeployment.Cloud)]
    [InlineData(JiraDeployment.DataCenter)]
    public async Task Whatever_came_is_read_again_from_what_is_kept_as_the_very_same_item(JiraDeployment deployment)
    {
        var sent = new RandomIssues();
        await using var jira = sent.Serve(new SmallJira(deployment));
        var tracker = await jira.Open();
        await tracker.Describe(default);
        await Gen.Int.SampleAsync(
            async seed =>
            {
                sent.Make(seed, deployment);
                var fetched = await tracker.Fetch(["1", "2", "3"], SmallJira.NoneKnown, default);
                Assert.Equal(fetched.Items.Select(i => i.Id), fetched.Payloads.Select(p => p.Id));
                foreach (var (item, payload) in fetched.Items.Zip(fetched.Payloads))
                {
                    Assert.Equal(Whole(item), Whole(tracker.Read(payload)));
                    Assert.DoesNotContain("Krystof", Encoding.UTF8.GetString(payload.Json.Span), StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain("Krystof", Whole(item), StringComparison.OrdinalIgnoreCase);
                }
            },
            iter: 150, threads: 1);
    }

    [Fact]
    public async Task What_is_kept_is_what_was_sent_without_names_and_pictures()
    {
        await using var jira = new SmallJira()
            .On("POST /rest/api/3/issue/bulkfetch", """
                {"issues":[{"id":"1","self":"https://acme.atlassian.net/rest/api/3/issue/1","key":"CHK-1","fields":{"status":{"self":"s","iconUrl":"i","id":"10","name":"To Do"},
                "created":"2026-01-05T10:12:33.000+0100","summary":"Pay  by card","reporter":{"name":"mia.krystof","key":"mia.krystof"},"creator":{"accountId":"a-1","displayName":"Mia Krystof"},"customfield_10016":3.0,"customfield_10001":null,
                "attachment":[{"filename":"a.png","author":{"accountId":"a-1","displayName":"Mia Krystof","avatarUrls":{"16x16":"x"}}}],
                "comment":{"total":1,"comments":[{"id":"5","author":{"accountId":"a-1","displayName":"Mia Krystof"},"created":"2026-01-05T10:13:33.000+0100","body":{"type":"doc","content":[]}}]}}}]}
                """)
            .On("POST /rest/api/3/changelog/bulkfetch", """
                {"issueChangeLogs":[{"issueId":"1","changeHistories":[{"id":"11","author":{"accountId":"a-2","displayName":"Jo Doe"},"created":1767600000000,
                "items":[{"field":"assignee","fieldtype":"jira","fieldId":"assignee","from":"a-1","fromString":"Mia Krystof","to":null,"toString":null},{"field":"labels","fieldId":"labels","from":"","fromString":"a","to":"","toString":"b"}]}]}]}
                """);
        var payload = Assert.Single((await jira.Fetch("1")).Payloads);
        Assert.Equal(
            string.Concat(
                """{"kind":"JiraCloud","asked":["customfield_10020","customfield_10014","customfield_10019","customfield_10016","customfield_10030","customfield_10021","customfield_10001","reporter","creator"],""",
                """ "issue":{"id":"1","key":"CHK-1","fields":{"status":{"id":"10","name":"To Do"},"created":"2026-01-05T10:12:33.000+0100","summary":"Pay  by card","reporter":{},"creator":{"accountId":"a-1"},"customfield_10016":3.0,"customfield_10001":null,"attachment":[{"filename":"a.png","author":{"accountId":"a-1"}}]}},""".TrimStart(),
                """ "whole":true,"histories":[{"id":"11","created":1767600000000,"author":{"accountId":"a-2"},"items":[{"field":"assignee","fieldId":"assignee","from":"a-1","to":null},{"field":"labels","fieldId":"labels","from":"","fromString":"a","to":"","toString":"b"}]}],""".TrimStart(),
                """ "comments":[{"id":"5","created":"2026-01-05T10:13:33.000+0100","author":{"accountId":"a-1"},"body":{"type":"doc","content":[]}}],"links":[]}""".TrimStart()),
            Encoding.UTF8.GetString(payload.Json.Span));
    }

    [Fact]
    public async Task Another_field_of_story_points_is_not_in_what_was_kept_and_a_field_less_is_no_loss()
    {
        await using var before = With("""{"id":"customfield_1","name":"Story Points","schema":{"type":"number"}}""");
        var payload = Assert.Single((await before.Fetch("1")).Payloads);
        await using var another = With("""{"id":"customfield_2","name":"Story Points","schema":{"type":"number"}}""");
        Assert.Null(await Read(another, payload));
        await using var less = With("");
        Assert.Null((await Read(less, payload))!.StoryPoints);
        await using var same = With("""{"id":"customfield_1","name":"Story Points","schema":{"type":"number"}}""");
        Assert.Equal(8, (await Read(same, payload))!.StoryPoints);
    }

    [Fact]
    public async Task What_was_kept_before_authors_were_asked_for_is_fetched_anew()
    {
        await using var jira = With("");
        var payload = Assert.Single((await jira.Fetch("1")).Payloads);
        var before = Encoding.UTF8.GetString(payload.Json.Span).Replace("\"reporter\",", "", StringComparison.Ordinal);
        await using var later = With("");
        Assert.Null(await Read(later, new ItemPayload("1", Encoding.UTF8.GetBytes(before))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"kind":"JiraCloud"}""")]
    [InlineData("""{"kind":"JiraDataCenter","asked":[],"issue":{"id":"1","key":"CHK-1","fields":{"status":{"id":"10"},"created":"2026-01-05T10:12:33.000+0100"}}}""")]
    [InlineData("""{"kind":"JiraCloud","asked":[],"issue":{"id":"1"}}""")]
    public async Task What_is_no_payload_of_this_kind_of_jira_is_not_read(string json)
    {
        await using var jira = With("");
        Assert.Null(await Read(jira, new ItemPayload("1", Encoding.UTF8.GetBytes(json))));
    }

    [Fact]
    public async Task Nothing_is_read_before_it_is_known_which_field_holds_what()
    {
        await using var jira = new SmallJira();
        var tracker = await jira.Open();
        Assert.Throws<InvalidOperationException>(() => tracker.Read(new ItemPayload("1", default)));
    }

    private static SmallJira With(string field) => new SmallJira()
        .On("GET /rest/api/3/field", $"[{field}]")
        .On("GET /rest/agile/1.0/board", """{"isLast":true,"values":[]}""")
        .On("POST /rest/api/3/issue/bulkfetch", """{"issues":[{"id":"1","key":"CHK-1","fields":{"status":{"id":"10"},"created":"2026-01-05T10:12:33.000+0100","customfield_1":8}}]}""");

    private static async Task<WorkItem?> Read(SmallJira jira, ItemPayload payload)
    {
        var tracker = await jira.Open();
        await tracker.Describe(default);
        return tracker.Read(payload);
    }

    private static string Whole(WorkItem? item) => JsonSerializer.Serialize(item);
}
