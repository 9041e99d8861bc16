using System.Text.Json;
using System.Text.Json.Nodes;
using BacklogHealth.Connectors.AzureDevOps;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

/// <summary>Every recorded answer that the vendor publishes for the requests we send is read by the real connector over real HTTP.</summary>
public sealed class AzureExamplesTests
{
    private const string Wit = "wit/7.1/httpExamples/";
    private const string Work = "work/7.1/httpExamples/";
    private const string Updates = "GET /acme/Shop/_apis/wit/workItems/7/updates";
    private const string Comments = "GET /acme/Shop/_apis/wit/workItems/7/comments";

    [Fact]
    public async Task The_recorded_kinds_of_links_give_their_words()
    {
        await using var azure = new SmallAzure().On(SmallAzure.LinkKinds, AzureContract.Example($"{Wit}workItemRelationTypes/GET__relation_types.json"));
        azure.With(AzureHistoryTests.Item(1, "New", relations: """{"rel":"Microsoft.VSTS.Common.Affects-Reverse","url":"https://dev.azure.com/fabrikam/_apis/wit/workItems/8"}"""));
        Assert.Equal([new ItemLink("Affected By", "8")], (await azure.Item()).Links);
    }

    [Fact]
    public async Task The_recorded_projects_and_teams_are_places()
    {
        await using var azure = new SmallAzure()
            .On("GET /acme/_apis/projects", AzureContract.Example("core/7.1/httpExamples/projects/GET__projects.json"))
            .On("GET /acme/_apis/teams", AzureContract.Example("core/7.1/httpExamples/teams/GET__teams__mine-_mine.json"));
        Assert.Equal(["Fabrikam-Fiber-Git", "Fabrikam-Fiber-TFVC", "TestGit"], (await (await azure.Open()).Places(default)).Select(p => p.Project));
    }

    [Fact]
    public async Task The_recorded_team_is_found_and_the_recorded_teams_are_named_where_it_is_not()
    {
        await using var found = new SmallAzure()
            .On("GET /acme/_apis/projects/p-1/teams/QA", AzureContract.Example("core/7.1/httpExamples/teams/GET__projects__projectId__teams__teamId_.json"))
            .On("GET /acme/Shop/Quality assurance/_apis/work/teamsettings/teamfieldvalues", AzureContract.Example($"{Work}teamFieldValues/GET__work_teamsettings_teamfieldvalues.json"))
            .On("POST /acme/Shop/Quality assurance/_apis/wit/wiql", AzureContract.Example($"{Wit}wiql/GET__wit_get_id_workitems.json"), SmallAzure.Ids());
        Assert.Equal(["8", "9", "14", "15", "16", "17", "298", "299", "300"], Assert.Single(await found.List(null, o => o with { Team = "QA" })).Entries.Select(e => e.Id));
        Assert.Contains(@"([System.AreaPath] = 'Fabrikam-Fiber\Auto' OR [System.AreaPath] = 'Fabrikam-Fiber\Fiber' OR [System.AreaPath] = 'Fabrikam-Fiber\Optics')", SmallAzure.Query(found.Asked("POST /acme/Shop/Quality assurance/_apis/wit/wiql")[0]), StringComparison.Ordinal);

        await using var missing = new SmallAzure().On("GET /acme/_apis/projects/p-1/teams", AzureContract.Example("core/7.1/httpExamples/teams/GET__projects__projectId__teams.json"));
        var error = await Assert.ThrowsAsync<TrackerException>(() => missing.Describe(o => o with { Team = "QA" }));
        Assert.Contains("Expected one of: 'Fabrikam-Fiber-TFVC Team', 'Quality assurance'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recorded_process_types_states_and_fields_are_described()
    {
        await using var azure = new SmallAzure()
            .On(SmallAzure.Process, AzureContract.Example($"{Work}processConfiguration/GET__work_processconfiguration.json"))
            .On(SmallAzure.Types, AzureContract.Example($"{Wit}workItemTypes/GET__wit_workItemTypes.json"))
            .On(SmallAzure.Fields, AzureContract.Example($"{Wit}fields/GET__wit_fields.json"));
        var states = AzureContract.Example($"{Wit}workItemTypeStates/GET__workitem_type_states.json");
        foreach (var type in JsonNode.Parse(AzureContract.Example($"{Wit}workItemTypes/GET__wit_workItemTypes.json"))!["value"]!.AsArray())
        {
            azure.On($"{SmallAzure.Types}/{type!["name"]}/states", states);
        }

        var profile = await azure.Describe();
        Assert.Equal(["New=NotStarted", "Active=Started", "Resolved=Started", "Closed=Finished", "CustomState=Started"], profile.Workflow.States.Select(s => $"{s.Name}={s.State}"));
        Assert.All(profile.Fields, f => Assert.NotEqual("", f.Name));
    }

    [Theory]
    [InlineData("GET__work_boards__boardId__columns")]
    [InlineData("GET__work_boards__boardName__columns")]
    public async Task The_recorded_columns_order_the_states(string file)
    {
        await using var azure = new SmallAzure(AzureProcess.Scrum).On($"{SmallAzure.Boards}/b-1/columns", AzureContract.Example($"{Work}columns/{file}.json"));
        Assert.Equal(["New", "Approved", "Committed", "Done"], (await azure.Describe()).Workflow.States.Select(s => s.Name).Where(n => n is "New" or "Approved" or "Committed" or "Done"));
    }

    [Fact]
    public async Task The_recorded_iterations_are_sprints()
    {
        await using var azure = new SmallAzure()
            .On(SmallAzure.Iterations, AzureContract.Example($"{Work}iterations/GET__work_teamsettings_iterations__timeframe-_timeframe_.json"))
            .On(SmallAzure.Nodes, AzureContract.Example($"{Wit}classificationNodes/GET__wit_classificationNodes_iterations__depth-2.json"));
        Assert.Equal([new Sprint("a589a806-bf11-4d4f-a031-c19813331553", "Sprint 2", null, SprintPhase.Future, null, null, null)], (await azure.Describe()).Sprints);
    }

    [Theory]
    [InlineData("GET__wit_classificationNodes_iterations")]
    [InlineData("GET__wit_classificationNodes_iterations__depth-2")]
    [InlineData("GET__wit_classificationNodes_iterations__iterationPath_")]
    public void The_recorded_nodes_have_numbers(string file)
    {
        using var nodes = JsonDocument.Parse(AzureContract.Example($"{Wit}classificationNodes/{file}.json"));
        var numbers = AzureIterations.Numbers(nodes.RootElement);
        Assert.NotEmpty(numbers);
        Assert.True(!file.EndsWith("depth-2", StringComparison.Ordinal) || numbers["c9206006-4362-4b16-9205-1b94d32a6fb2"] == "3565");
    }

    [Theory]
    [InlineData("GET__wit_reporting_workItemRevisions", "3;2;1")]
    [InlineData("GET__wit_reporting_workItemRevisions_includeIdentityRef-true_watermark-794", "813;350;1")]
    [InlineData("POST__wit_reporting_workItemRevisions_watermark-794", "842;5;3")]
    public async Task The_recorded_revisions_stamp_items_and_give_a_token(string file, string token)
    {
        // Read before the server answers with it: a skip is no skip there.
        var recorded = AzureContract.Example($"{Wit}workItemRevisions/{file}.json");
        await using var azure = new SmallAzure().Holding(1, 3, 350);
        // The vendor's host is another one here, and links to another host are refused.
        azure.On(SmallAzure.Revisions, _ =>
        {
            var batch = JsonNode.Parse(recorded.Replace("https://dev.azure.com/fabrikam", azure.Address + "/acme", StringComparison.Ordinal))!;
            batch["isLastBatch"] = true;
            return batch.ToJsonString();
        });
        var page = Assert.Single(await azure.List("1|2026-02-01T10:00:00.0000000+00:00|794|55"));
        Assert.Equal(token, Uri.UnescapeDataString(page.Cursor!.Split('|')[2]));
        Assert.Contains(page.Entries, e => e.Stamp is "2" or "8");
    }

    [Fact]
    public async Task The_recorded_links_mark_both_their_ends()
    {
        var recorded = AzureContract.Example($"{Wit}workItemLinks/GET__wit_reporting_workItemLinks_50.json");
        await using var azure = new SmallAzure().Holding(7, 8, 11);
        azure.On(SmallAzure.Links, _ => recorded.Replace("https://dev.azure.com/fabrikam", azure.Address + "/acme", StringComparison.Ordinal));
        var page = Assert.Single(await azure.List("1|2026-02-01T10:00:00.0000000+00:00|794|55"));
        Assert.Equal(["links 2014-03-18T17:18:03.007Z", "links 2014-03-18T17:17:52.02Z", null], page.Entries.Select(e => e.Stamp));
        Assert.EndsWith("|6281123", page.Cursor, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wit/7.1/httpExamples/workItems/GET__wit_WorkItems_ids-_ids___expand-all.json")]
    [InlineData("wit/7.1/httpExamples/workItems/GET__wit_WorkItems_ids-_ids_.json")]
    [InlineData("wit/7.2/httpExamples/workItems/GET__wit_WorkItems_ids-_ids___expand-all.json")]
    [InlineData("wit/azure-devops-server-7.1/httpExamples/workItems/GET__wit_WorkItems_ids-_ids___expand-all-onprem.json")]
    public async Task The_recorded_items_are_read_without_their_peoples_names(string file)
    {
        await using var azure = new SmallAzure(AzureProcess.Scrum).On(SmallAzure.Batch, AzureContract.Example(file));
        foreach (var id in new[] { 297, 299, 300 })
        {
            azure.On($"GET /acme/Fabrikam-Fiber-Git/_apis/wit/workItems/{id}/updates", """{"value":[]}""");
        }

        var fetched = await azure.Fetch("297", "299", "300");
        Assert.Equal([("297", WorkItemKind.Story, "New"), ("299", WorkItemKind.SubTask, "To Do"), ("300", WorkItemKind.SubTask, "To Do")], fetched.Items.Select(i => (i.Id, i.Kind, i.StateId)));
        Assert.Equal("Customer can sign in using their Microsoft Account", fetched.Items[0].Title);
        Assert.All(fetched.Payloads, p => Assert.DoesNotContain("Jamal", System.Text.Encoding.UTF8.GetString(p.Json.Span), StringComparison.Ordinal));
        Assert.All(fetched.Payloads, p => Assert.DoesNotContain("Johnnie McLeod", System.Text.Encoding.UTF8.GetString(p.Json.Span), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recorded_batch_without_states_is_named_as_unreadable()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Batch, AzureContract.Example($"{Wit}workItemsBatch/POST__wit_WorkItemsBatch_ids-_ids__fields-_columns_.json"));
        foreach (var id in new[] { 297, 299, 300 })
        {
            azure.On($"GET /acme/Shop/_apis/wit/workItems/{id}/updates", """{"value":[]}""");
        }

        Assert.All((await azure.Fetch("297", "299", "300")).Unavailable, u => Assert.Equal(("the answer has no state", Absence.Unreadable), (u.Reason, u.Absence)));
    }

    [Theory]
    [InlineData("GET__list_of_workitem_updates")]
    [InlineData("GET__list_of_workitem_updates_projectscope")]
    [InlineData("../../../azure-devops-server-7.1/httpExamples/updates/GET__list_of_workitem_updates-onprem")]
    public async Task The_recorded_updates_are_a_whole_history(string file)
    {
        await using var azure = new SmallAzure();
        azure.With("""
            {"id":7,"rev":9,"fields":{"System.TeamProject":"Shop","System.WorkItemType":"Bug","System.State":"Active","System.CreatedDate":"2017-09-04T02:08:16.6Z","System.ChangedDate":"2017-09-04T02:43:24.21Z"},
             "relations":[{"rel":"System.LinkTypes.Hierarchy-Reverse","url":"https://dev.azure.com/fabrikam/_apis/wit/workItems/7"}]}
            """).On(Updates, AzureContract.Example($"{Wit}updates/{file}.json"));
        var item = await azure.Item();
        Assert.True(item.HistoryComplete);
        Assert.Equal(
            [
                "02:28:56 System.AssignedTo  -> d291b0c4-a05c-4ea6-8df1-4b41d5f39eff", "02:33:39 parent  -> 2", "02:34:48 parent 2 -> ", "02:35:05 parent  -> 7",
                "02:36:18 state New -> Active", "02:36:18 labels  -> beauty", "02:36:18 description  -> step 1", "02:36:18 Microsoft.VSTS.TCM.SystemInfo  -> step 2",
                "02:36:41 storyPoints  -> 3", "02:36:46 Microsoft.VSTS.Common.Activity  -> Design",
                "02:43:24 labels beauty -> beauty Güvenlik\u00A0açığı\u00A0testi", "02:43:24 description step 1 -> step 1\nGüvenlik açığı testi",
            ],
            item.Changes.Select(c => $"{c.At:HH:mm:ss} {c.Field} {c.From?.Text} -> {c.To?.Text}"));
        // Of a link that was taken away, the vendor names whoever had made it.
        Assert.Equal(["02:34:48"], item.Changes.Where(c => c.AuthorId is null).Select(c => $"{c.At:HH:mm:ss}"));
        Assert.DoesNotContain(item.Changes, c => c.AuthorId?.Contains(' ', StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_recorded_comments_are_read_over_both_pages()
    {
        await using var azure = new SmallAzure();
        azure.With(AzureHistoryTests.Item(1, "New", """, "System.CommentCount":4""")).On(
            Comments,
            AzureContract.Example($"{Wit}comments/GET__wit_workitems__issueId__comments_1.json"),
            AzureContract.Example($"{Wit}comments/GET__wit_workitems__issueId__comments_2.json"));
        var comments = (await azure.Item()).Comments;
        Assert.Equal(["42", "43", "44", "45"], comments.Select(c => c.Id));
        Assert.Equal(("d291b0c4-a05c-4ea6-8df1-4b41d5f39eff", "Moving to the right area path"), (comments[0].AuthorId, comments[0].Text.Plain));
    }

    [Theory]
    [InlineData("GET__wit_recyclebin")]
    [InlineData("GET__wit_recyclebin__ids_")]
    [InlineData("../../../azure-devops-server-7.1/httpExamples/recycleBin/GET__wit_recyclebin__ids_-onprem")]
    public async Task The_recorded_recycle_bin_tells_what_was_deleted(string file)
    {
        await using var azure = new SmallAzure().On(SmallAzure.Bin, AzureContract.Example($"{Wit}recycleBin/{file}.json"));
        Assert.Equal([("92", Absence.Deleted), ("94", Absence.Unknown)], (await azure.Fetch("92", "94")).Unavailable.Select(u => (u.Id, u.Absence)));
    }

    [Fact]
    public async Task A_recorded_query_for_links_is_no_list_of_items()
    {
        await using var azure = new SmallAzure().On(SmallAzure.Wiql, AzureContract.Example($"{Wit}wiql/GET__wit_wiql__queryId_.json"));
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.List());
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
    }
}
