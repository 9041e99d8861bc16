namespace BacklogHealth.SampleTracker.Tests.Routes.Jira.Jql;

public class JqlQueryTests
{
    [Theory]
    [InlineData("project = SIM", "SIM-1")]
    [InlineData("project = \"Field Service\" AND status = Doing", "FLD-2")]
    [InlineData("project in (SIM, FLD) ORDER BY key ASC", "FLD-1,FLD-2,FLD-3,SIM-1")]
    [InlineData("project not in (CHK) order by created desc, key", "FLD-3,FLD-2,FLD-1,SIM-1")]
    [InlineData("key in (CHK-2, 'CHK-1') ORDER BY id", "CHK-1,CHK-2")]
    [InlineData("id in (10002, 20001) ORDER BY id", "CHK-2,FLD-1")]
    [InlineData("labels = payment ORDER BY key DESC", "CHK-2,CHK-1")]
    [InlineData("labels != voucher", "CHK-2")]
    [InlineData("NOT (project = CHK OR project = FLD)", "SIM-1")]
    [InlineData("project = FLD AND NOT issuetype = Story AND statusCategory = \"To Do\"", "FLD-3")]
    [InlineData("project = SIM OR project = FLD AND type = Task ORDER BY id", "FLD-2,SIM-1")]
    [InlineData("(project = SIM OR project = FLD) AND type = Task ORDER BY id", "FLD-2,SIM-1")]
    [InlineData("(project = SIM OR project = FLD) AND type = Story", "FLD-1")]
    [InlineData("parent = CHK-2", "CHK-1")]
    [InlineData("parent is not EMPTY ORDER BY id", "CHK-1,FLD-3")]
    [InlineData("fixVersion = \"Release 2\"", "CHK-1")]
    [InlineData("sprint = 12 ORDER BY Rank ASC", "CHK-1,CHK-3")]
    [InlineData("resolution = Done", "CHK-3")]
    [InlineData("due <= 2026-06-30", "CHK-1")]
    [InlineData("\"Story point estimate\" >= 3", "CHK-1")]
    [InlineData("summary ~ voucher AND summary !~ script ORDER BY priority DESC", "CHK-1,CHK-2")]
    [InlineData("text ~ \"lowers the sum\"", "CHK-1")]
    [InlineData("project = SIM AND resolution = EMPTY", "SIM-1")]
    public async Task Queries_find_what_they_say(string jql, string keys)
    {
        await using var sample = await Sample.Start();
        Assert.Equal(keys, string.Join(',', await sample.Keys(jql)));
    }

    [Theory]
    [InlineData("colour = red", "Field 'colour' does not exist or you do not have permission to view it.")]
    [InlineData("project = CHK ORDER BY colour", "Field 'colour' does not exist or you do not have permission to view it.")]
    [InlineData("project = CHK ORDER BY labels", "Not able to sort using field 'labels'.")]
    [InlineData("project = NOPE", "The value 'NOPE' does not exist for the field 'project'.")]
    [InlineData("status = Nowhere", "The value 'Nowhere' does not exist for the field 'status'.")]
    [InlineData("key = CHK-9999", "An issue with key 'CHK-9999' does not exist for field 'key'.")]
    [InlineData("id = 77", "A value with ID '77' does not exist for the field 'id'.")]
    [InlineData("project > CHK", "The operator '>' is not supported by the 'project' field.")]
    [InlineData("summary = voucher", "The operator '=' is not supported by the 'summary' field.")]
    [InlineData("sprint in openSprints()", "Error in the JQL Query: Expecting '(' but got 'openSprints'. (line 1, character 11)")]
    [InlineData("sprint = openSprints()", "Unable to find JQL function 'openSprints()'.")]
    [InlineData("project CHK", "Error in the JQL Query: Expecting operator but got 'CHK'. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'. (line 1, character 9)")]
    [InlineData("project = CHK AND", "Error in the JQL Query: Expecting a field name before the end of the query. (line 1, character 18)")]
    [InlineData("project = CHK status = Done", "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'status'. (line 1, character 15)")]
    [InlineData("(project = CHK", "Error in the JQL Query: Expecting ')' before the end of the query. (line 1, character 15)")]
    [InlineData("project = \"CHK", "Error in the JQL Query: The quoted string 'CHK' has not been completed. (line 1, character 11)")]
    [InlineData("updated >= yesterday", "Date value 'yesterday' for field 'updated' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.")]
    public async Task Queries_that_cannot_be_run_are_refused_in_the_trackers_words(string jql, string message)
    {
        await using var sample = await Sample.Start();
        Assert.Equal(message, await sample.Refusal(jql));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-01-05 10:16", "FLD-3")]
    [InlineData("UTC", "2026-01-05 09:16", "FLD-3")]
    [InlineData("America/New_York", "2026-01-05 04:16", "FLD-3")]
    [InlineData("UTC", "2026-01-05 10:16", "")]
    [InlineData("America/New_York", "2026-01-05 09:16", "")]
    public async Task A_local_date_is_read_in_the_zone_of_the_account(string zone, string date, string keys)
    {
        await using var sample = await Sample.Start(zone: zone);
        Assert.Equal("", string.Join(',', await sample.Keys($"project = FLD AND updated >= \"{date}\"")));
        var before = date.Replace(":16", ":15", StringComparison.Ordinal);
        Assert.Equal(keys, string.Join(',', await sample.Keys($"project = FLD AND updated >= \"{before}\"")));
    }

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Asia/Tokyo")]
    public async Task Milliseconds_mean_the_same_in_every_zone(string zone)
    {
        await using var sample = await Sample.Start(zone: zone);
        var bound = SmallBacklog.Start.AddMinutes(2).ToUnixTimeMilliseconds();
        Assert.Equal(["FLD-3", "FLD-2"], await sample.Keys(FormattableString.Invariant($"project = FLD AND updated >= {bound}")));
    }

    [Fact]
    public async Task Periods_count_from_the_given_clock()
    {
        await using var sample = await Sample.Start();
        Assert.Equal(["CHK-1"], await sample.Keys("updated >= -6w"));
        Assert.Equal(SmallBacklog.CheckoutItems, (await sample.Keys("project = CHK AND created >= -8w")).Count);
        Assert.Empty(await sample.Keys("project = CHK AND created >= \"-7w 6d\""));
    }
}
