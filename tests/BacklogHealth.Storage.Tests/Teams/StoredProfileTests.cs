using BacklogHealth.Core.WorkItems;
using BacklogHealth.Storage.Teams;

namespace BacklogHealth.Storage.Tests.Teams;

public sealed class StoredProfileTests
{
    // As it stands in the column of a team that was pulled earlier.
    private const string Earlier =
        """
        {"States":[{"Id":"1","Name":"To Do","State":"NotStarted","Elsewhere":false},{"Id":"5","Name":"Done","State":"Finished","Elsewhere":true}],"Sprints":[{"Id":"s1","Name":"Sprint 1","Goal":"Orders without a call","Phase":"Closed","Start":"2026-10-05T08:00:00+00:00","End":"2026-10-19T08:00:00.1234567+00:00","Completed":null}],"TimeZoneId":"Europe/Berlin","BrowseUrl":"https://example.org/browse/{key}","Notes":["One board was left out."],"Fields":[{"Meaning":"storyPoints","Id":"customfield_10016","Name":"Story Points","How":"by its name"}],"Releases":[{"Name":"1.0","Date":"2026-12-01","Released":false},{"Name":"2.0","Date":null,"Released":true}]}
        """;

    [Fact]
    public void A_profile_of_an_earlier_version_is_read_whole_and_written_the_same()
    {
        var profile = StoredProfile.Read(Earlier);

        Assert.Equal([new WorkflowState("1", "To Do", WorkItemState.NotStarted), new WorkflowState("5", "Done", WorkItemState.Finished, Elsewhere: true)], profile.Workflow.States);
        var start = new DateTimeOffset(2026, 10, 5, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal([new Sprint("s1", "Sprint 1", "Orders without a call", SprintPhase.Closed, start, start.AddDays(14).AddTicks(1234567), null)], profile.Sprints);
        Assert.Equal(("Europe/Berlin", "https://example.org/browse/{key}"), (profile.TimeZoneId, profile.BrowseUrl));
        Assert.Equal(["One board was left out."], profile.Notes);
        Assert.Equal([new FieldFound("storyPoints", "customfield_10016", "Story Points", "by its name")], profile.Fields);
        Assert.Equal([new Release("1.0", new DateOnly(2026, 12, 1), false), new Release("2.0", null, true)], profile.Releases);
        Assert.Equal(Earlier, StoredProfile.Write(profile));
    }

    [Fact]
    public void A_profile_without_what_later_versions_know_has_none_of_it()
    {
        var profile = StoredProfile.Read("""{"States":[],"Sprints":[],"TimeZoneId":null,"BrowseUrl":null,"Notes":[]}""");

        Assert.Equal((0, 0, "", (string?)null), (profile.Fields.Length, profile.Releases.Length, profile.ScopeFound, profile.AuthorUrl));
    }

    [Fact]
    public void Nothing_stored_is_a_profile_without_states() => Assert.Empty(StoredProfile.Read(null).Workflow.States);
}
