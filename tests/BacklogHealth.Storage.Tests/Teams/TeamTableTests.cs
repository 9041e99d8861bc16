using BacklogHealth.Core.WorkItems;
using BacklogHealth.Testing;

namespace BacklogHealth.Storage.Tests.Teams;

public abstract class TeamTableTests(StorageEngine engine) : StoreTest(engine)
{
    [Fact]
    public async Task Teams_are_given_by_name_and_a_team_saved_again_is_changed()
    {
        var first = new StoredTeam("Billing", "acme", "Jira Cloud, project BIL", "Europe/Berlin", "https://acme.example/browse/{key}");
        await Store.SaveTeam(first);
        await Store.SaveTeam(first with { TimeZone = "UTC", BrowseUrl = null });

        Assert.Equal(
            [first with { TimeZone = "UTC", BrowseUrl = null }, new StoredTeam(Team, "acme", "Jira Cloud, project CHK", "Europe/Berlin", null)],
            await Store.Teams());
    }

    [Fact]
    public async Task A_team_saved_again_keeps_its_items()
    {
        await Pull(Some(2));
        await Store.SaveTeam(new StoredTeam(Team, "other", "files", "UTC", null));

        Assert.Equal(2, (await Stored()).Count);
    }

    [Fact]
    public async Task A_profile_is_read_back_whole()
    {
        var profile = new TrackerProfile(
            new Workflow([A.Done, A.ToDo]),
            [new Sprint("7", "Sprint 7", "Pay by card", SprintPhase.Closed, A.Time("2026-01-05"), A.Time("2026-01-19"), null)],
            "Europe/Berlin", "https://acme.example/browse/{key}", ["Board 3: it has no sprints."],
            [new FieldFound(FieldNames.StoryPoints, "customfield_10016", "Story point estimate", "by its name")],
            "(project = CHK AND type = Story) ORDER BY created ASC, key ASC",
            [new Release("Release 2", new DateOnly(2026, 6, 30), false), new Release("Release 3", null, false), new Release("Release 1", new DateOnly(2025, 10, 1), true)])
        {
            AuthorUrl = "https://acme.example/jira/people/{author}",
        };

        await Store.SaveProfile(Team, profile);
        var read = await Store.Profile(Team);

        Assert.Equal(profile.Workflow.States, read.Workflow.States);
        Assert.Equal(profile.Sprints, read.Sprints);
        Assert.Equal((profile.TimeZoneId, profile.BrowseUrl, profile.AuthorUrl), (read.TimeZoneId, read.BrowseUrl, read.AuthorUrl));
        Assert.Equal(profile.Notes, read.Notes);
        Assert.Equal(profile.Fields, read.Fields);
        Assert.Equal(profile.ScopeFound, read.ScopeFound);
        Assert.Equal(profile.Releases, read.Releases);
    }

    [Fact]
    public async Task A_team_without_a_profile_has_no_states_and_no_sprints()
    {
        await Store.SaveTeam(new StoredTeam("New", "", "files", "UTC", null));

        var profile = await Store.Profile("New");

        Assert.Empty(profile.Workflow.States);
        Assert.Empty(profile.Sprints);
        Assert.Empty(profile.Notes);
        Assert.Empty(profile.Fields);
        Assert.Empty(profile.Releases);
    }

    [Fact]
    public async Task A_profile_that_was_written_before_fields_and_releases_were_told_has_none()
    {
        await Ask<int>("UPDATE team SET profile = '{\"States\":[],\"Sprints\":[],\"TimeZoneId\":null,\"BrowseUrl\":null,\"Notes\":[]}'");

        Assert.Empty((await Store.Profile(Team)).Fields);
        Assert.Empty((await Store.Profile(Team)).Releases);
    }
}

public sealed class TeamTableTestsOnSqlite() : TeamTableTests(StorageEngine.Sqlite);

public sealed class TeamTableTestsOnPostgres() : TeamTableTests(StorageEngine.Postgres);
