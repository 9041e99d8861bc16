using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Deliveries;

public abstract class DeliveryTableTests(StorageEngine engine) : StoreTest(engine)
{
    private const string Query = "fixVersion = \"Release 2\"";

    [Fact]
    public async Task A_query_that_was_never_asked_has_no_answer() => Assert.Null(await Members("2026-03-02 07:00"));

    [Fact]
    public async Task Who_is_found_by_the_first_answer_was_always_a_member()
    {
        await Found("12", "11");

        Assert.Equal(["11", "12"], (await Members("2020-01-01"))!.Ids);
        Assert.Equal(Time.GetUtcNow(), (await Members("2020-01-01"))!.AnsweredAt);
    }

    [Fact]
    public async Task Later_answers_say_who_came_and_went_and_a_past_day_knows_who_was_a_member_then()
    {
        await Found("11", "12");
        Time.Now = A.Time("2026-03-09 07:00");
        await Found("12", "13");

        Assert.Equal(["11", "12"], (await Members("2026-03-09 06:59"))!.Ids);
        Assert.Equal(["12", "13"], (await Members("2026-03-09 07:00"))!.Ids);
        Assert.Equal(["12", "13"], (await Members("2030-01-01"))!.Ids);
        Assert.Equal(A.Time("2026-03-09 07:00"), (await Members("2026-03-01"))!.AnsweredAt);
    }

    [Fact]
    public async Task An_item_that_comes_back_has_been_away_between()
    {
        await Found("11");
        Time.Now = A.Time("2026-03-09");
        await Found();
        Time.Now = A.Time("2026-03-16");
        await Found("11");
        await Found("11");

        Assert.Equal(["11"], (await Members("2026-03-08"))!.Ids);
        Assert.Empty((await Members("2026-03-15"))!.Ids);
        Assert.Equal(["11"], (await Members("2026-03-16"))!.Ids);
    }

    [Fact]
    public async Task An_item_that_comes_and_goes_and_comes_in_one_instant_is_there()
    {
        await Found();
        await Found("11", "12");
        await Found("12");
        await Found("11", "12", "13");

        Assert.Equal(["11", "12", "13"], (await Members("2026-03-02 07:00"))!.Ids);
        Assert.Empty((await Members("2026-03-02 06:59"))!.Ids);
    }

    [Fact]
    public async Task A_query_that_found_nothing_was_answered_and_who_comes_later_came_then()
    {
        await Found();
        Time.Now = A.Time("2026-03-09");
        await Found("11");

        Assert.Empty((await Members("2026-03-08"))!.Ids);
        Assert.Equal(["11"], (await Members("2026-03-09"))!.Ids);
    }

    [Fact]
    public async Task Another_query_begins_anew_and_the_former_one_is_remembered()
    {
        await Found("11");
        Time.Now = A.Time("2026-03-09");
        await Store.SaveQueryAnswer(Team, "labels = launch", new QueryAnswer(["14"]));
        Time.Now = A.Time("2026-03-16");
        await Found("11", "15");

        Assert.Equal(["14"], (await Store.DeliveryMembers(Team, "labels = launch", A.Time("2020-01-01")))!.Ids);
        Assert.Equal(["11"], (await Members("2026-03-15"))!.Ids);
        Assert.Equal(["11", "15"], (await Members("2026-03-16"))!.Ids);
    }

    [Fact]
    public async Task Teams_have_their_own_answers()
    {
        await Store.SaveTeam(new StoredTeam("Billing", "acme", "Jira Cloud, project BIL", "UTC", null));
        await Found("11");

        Assert.Null(await Store.DeliveryMembers("Billing", Query, Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_refused_query_keeps_its_last_members_and_says_why_until_it_is_answered_again()
    {
        await Found("11");
        Time.Now = A.Time("2026-03-09");
        await Store.SaveQueryAnswer(Team, Query, QueryAnswer.Refused("The value 'Release 2' does not exist"));
        var refused = await Members("2026-03-09");
        await Found("12");

        Assert.Equal(["11"], refused!.Ids);
        Assert.Equal((A.Time("2026-03-02 07:00"), "The value 'Release 2' does not exist"), (refused.AnsweredAt, refused.Refusal));
        Assert.Null((await Members("2026-03-09"))!.Refusal);
    }

    [Fact]
    public async Task A_query_that_was_only_refused_was_never_answered_and_its_first_answer_counts_from_the_beginning()
    {
        await Store.SaveQueryAnswer(Team, Query, QueryAnswer.Refused("no JQL"));
        var before = await Members("2026-03-02 07:00");
        Time.Now = A.Time("2026-03-09");
        await Found("11");

        Assert.Null(before);
        Assert.Equal(["11"], (await Members("2020-01-01"))!.Ids);
    }

    [Fact]
    public async Task A_query_of_any_length_and_many_members_are_kept()
    {
        var query = $"key in ({string.Join(", ", Enumerable.Range(1, 9000).Select(n => $"CHK-{n}"))})";
        string[] ids = [.. Enumerable.Range(10_000, 9_000).Select(n => $"{n}")];
        await Store.SaveQueryAnswer(Team, query, new QueryAnswer([.. ids]));

        Assert.Equal(ids, (await Store.DeliveryMembers(Team, query, Time.GetUtcNow()))!.Ids);
    }

    [Fact]
    public async Task Items_count_as_stored_where_any_team_of_the_connection_has_them()
    {
        await Store.SaveTeam(new StoredTeam("Billing", "acme", "Jira Cloud, project BIL", "UTC", null));
        await Store.SaveTeam(new StoredTeam("Elsewhere", "devops", "Azure DevOps", "UTC", null));
        await Pull(Some(3));
        await Pull([.. Some(2)], removals: Removals.Accepted);
        await Store.Import("Billing", A.Profile, [A.WorkItem("CHK-2"), A.WorkItem("BIL-1")], replace: false);
        await Store.Import("Elsewhere", A.Profile, [A.WorkItem("OPS-1")], replace: false);

        Assert.Equal(3, await Store.CountStored(Team, ["id-CHK-1", "id-CHK-2", "id-CHK-3", "id-BIL-1", "id-OPS-1", "id-NONE"]));
        Assert.Equal(0, await Store.CountStored(Team, []));
    }

    private Task Found(params string[] ids) => Store.SaveQueryAnswer(Team, Query, new QueryAnswer([.. ids]));

    private Task<DeliveryMembers?> Members(string asOf) => Store.DeliveryMembers(Team, Query, A.Time(asOf));
}

public sealed class DeliveryTableTestsOnSqlite() : DeliveryTableTests(StorageEngine.Sqlite);

public sealed class DeliveryTableTestsOnPostgres() : DeliveryTableTests(StorageEngine.Postgres);
