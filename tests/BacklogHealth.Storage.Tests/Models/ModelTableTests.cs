using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Models;

public abstract class ModelTableTests(StorageEngine engine) : StoreTest(engine)
{
    private const string Billing = "Billing";

    private static readonly KeptModel CycleTime = new("cycle-time", new DateOnly(2026, 3, 1), A.Time("2026-03-02 07:00"), "It beats the median by 12 %.", """{"words":[0.25,-1e-7]}""");

    private static readonly KeptModel Reopened = new("reopened", new DateOnly(2026, 2, 28), A.Time("2026-03-02 07:01"), "No better than chance.", null);

    [Fact]
    public async Task Nothing_was_learned_of_a_new_team() => Assert.Empty(await Store.Models(Team));

    [Fact]
    public async Task What_was_learned_is_read_again_by_another_process_with_and_without_coefficients()
    {
        await Store.SaveModels(Team, [Reopened, CycleTime]);

        Assert.Equal([CycleTime, Reopened], await (await OpenAnother()).Models(Team));
    }

    [Fact]
    public async Task Models_come_by_target_in_ordinal_order()
    {
        // By UTF-8 the last two would stand the other way round.
        string[] targets = ["B", "a", "ä", "\U0001F600", "\uFF21"];

        await Store.SaveModels(Team, [.. targets.Reverse().Select(t => CycleTime with { Target = t })]);

        Assert.Equal(targets, (await Store.Models(Team)).Select(m => m.Target));
    }

    [Fact]
    public async Task What_is_learned_again_takes_the_place_of_what_was_known_about_the_same_target_and_leaves_the_others()
    {
        await Store.SaveModels(Team, [CycleTime, Reopened]);
        var again = new KeptModel("cycle-time", new DateOnly(2026, 4, 1), A.Time("2026-04-02 07:00"), "Too little is finished by now.", null);

        await Store.SaveModels(Team, [again]);

        Assert.Equal([again, Reopened], await Store.Models(Team));
    }

    [Fact]
    public async Task A_target_of_which_there_was_only_a_verdict_may_get_a_model()
    {
        await Store.SaveModels(Team, [Reopened]);

        await Store.SaveModels(Team, [Reopened with { Coefficients = "{}" }]);

        Assert.Equal([Reopened with { Coefficients = "{}" }], await Store.Models(Team));
    }

    [Fact]
    public async Task Of_two_about_the_same_target_the_later_one_holds()
    {
        await Store.SaveModels(Team, [CycleTime, CycleTime with { Verdict = "Later." }]);

        Assert.Equal("Later.", Assert.Single(await Store.Models(Team)).Verdict);
    }

    [Fact]
    public async Task Where_nothing_is_handed_in_everything_stays()
    {
        await Store.SaveModels(Team, [CycleTime]);

        await Store.SaveModels(Team, []);

        Assert.Equal([CycleTime], await Store.Models(Team));
    }

    [Fact]
    public async Task Teams_have_their_own_models()
    {
        await SaveBilling();
        await Store.SaveModels(Team, [CycleTime, Reopened]);

        await Store.SaveModels(Billing, [CycleTime with { Verdict = "Of Billing." }]);

        Assert.Equal([CycleTime, Reopened], await Store.Models(Team));
        Assert.Equal([CycleTime with { Verdict = "Of Billing." }], await Store.Models(Billing));
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_team_that_nobody_knows()
    {
        const string Said = "Team Search: the database does not know it. Expected one of: Checkout. Name one of them, or pull or import this team first.";

        Assert.Equal(Said, (await Assert.ThrowsAsync<StoreException>(() => Store.SaveModels("Search", [CycleTime]))).Message);
        Assert.Equal(Said, (await Assert.ThrowsAsync<StoreException>(() => Store.Models("Search"))).Message);
    }

    [Fact]
    public async Task Any_text_is_kept_as_far_as_engines_can_keep_it()
    {
        await Store.SaveModels(Team, [CycleTime with { Verdict = "\0 \uD800 ü 😀\n", Coefficients = "" }]);

        Assert.Equal(CycleTime with { Verdict = "\uFFFD \uFFFD ü 😀\n", Coefficients = "" }, Assert.Single(await Store.Models(Team)));
    }

    [Fact]
    public async Task Whoever_has_lost_the_lease_writes_nothing()
    {
        await Store.Runs.Add(new RunKey("learn", "2026-03-02T07:00"), Time.Now);
        var asleep = Store.Under((await Store.Runs.Claim("learn", TimeSpan.FromMinutes(3)))!);
        await asleep.SaveModels(Team, [CycleTime]);
        Time.Now += TimeSpan.FromMinutes(3);
        var awake = Store.Under((await Store.Runs.Claim("learn", TimeSpan.FromMinutes(3)))!);

        var refused = await Assert.ThrowsAsync<StoreException>(() => asleep.SaveModels(Team, [CycleTime with { Verdict = "Too late." }, Reopened]));

        Assert.Equal(StoreFault.LeaseLost, refused.Fault);
        Assert.Equal([CycleTime], await Store.Models(Team));
        await awake.SaveModels(Team, [Reopened]);
        Assert.Equal([CycleTime, Reopened], await Store.Models(Team));
    }

    [Fact]
    public async Task A_model_gives_the_state_of_the_data_another_name_and_a_verdict_alone_does_not()
    {
        await Store.Import(Team, A.Profile, Some(2), replace: true);
        var without = await Store.DataState(Team);
        await Store.SaveModels(Team, [Reopened]);

        Assert.Equal(without, await Store.DataState(Team));

        await Store.SaveModels(Team, [CycleTime]);
        var with = await Store.DataState(Team);
        await Store.SaveModels(Team, [CycleTime with { Verdict = "Other.", MadeAt = A.Time("2026-05-01"), DataTo = new DateOnly(2026, 5, 1) }]);

        Assert.NotEqual(without, with);
        Assert.Equal(with, await Store.DataState(Team));

        await Store.SaveModels(Team, [CycleTime with { Coefficients = null }]);

        Assert.Equal(without, await Store.DataState(Team));
    }

    [Fact]
    public async Task Other_coefficients_another_target_or_a_model_more_are_another_state_and_the_order_of_saving_is_none()
    {
        var other = CycleTime with { Target = "rework" };
        string[] states =
        [
            await StateWith(CycleTime), await StateWith(CycleTime with { Coefficients = "{}" }), await StateWith(CycleTime with { Coefficients = "" }), await StateWith(other),
            await StateWith(CycleTime, other), await StateWith(CycleTime, other with { Coefficients = "{}" }), await StateWith(CycleTime with { Coefficients = "{}" }, other),
        ];

        Assert.Equal(states.Length, states.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(await StateWith(CycleTime, other), await StateWith(other, CycleTime));
    }

    [Fact]
    public async Task A_model_of_one_team_leaves_the_state_of_another_as_it_was()
    {
        await SaveBilling();
        var before = await Store.DataState(Billing);

        await Store.SaveModels(Team, [CycleTime]);

        Assert.Equal(before, await Store.DataState(Billing));
    }

    private Task SaveBilling() => Store.SaveTeam(new StoredTeam(Billing, "acme", "Jira Cloud, project BIL", "UTC", null));

    // The state of a team without items, with these models and no others, saved one after the other.
    private async Task<string> StateWith(params KeptModel[] models)
    {
        await Store.SaveModels(Team, [.. (await Store.Models(Team)).Select(m => m with { Coefficients = null })]);
        foreach (var model in models)
        {
            await Store.SaveModels(Team, [model]);
        }

        return await Store.DataState(Team);
    }
}

public sealed class ModelTableTestsOnSqlite() : ModelTableTests(StorageEngine.Sqlite);

public sealed class ModelTableTestsOnPostgres() : ModelTableTests(StorageEngine.Postgres);
