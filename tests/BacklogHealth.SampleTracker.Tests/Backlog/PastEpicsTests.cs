using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Backlog;

public sealed class PastEpicsTests
{
    // Weekdays and holidays move what was finished when, and so does the seed.
    private static readonly List<SampleProject> Projects =
    [
        .. Sample.Backlog.Projects, .. SampleBacklogGenerator.Make(new DateOnly(2026, 11, 28)).Projects,
        .. SampleBacklogGenerator.Make(new DateOnly(2027, 8, 2)).Projects, .. SampleBacklogGenerator.Make(Sample.Today, 7).Projects,
    ];

    [Fact]
    public void A_team_has_closed_at_least_six_epics_of_five_to_fifteen_items_that_are_all_finished() =>
        Assert.All(Projects, p =>
        {
            var closed = Closed(p).ToList();

            Assert.True(closed.Count >= 6, $"{p.Key} closed {closed.Count}");
            Assert.All(closed, c => Assert.InRange(c.Items.Count, 5, 15));
            Assert.All(closed, c => Assert.All(c.Items, i => Assert.Equal("Done", i.Resolution)));
        });

    [Fact]
    public void A_closed_epic_is_older_than_its_items_and_was_closed_a_few_days_after_the_last_of_them() =>
        Assert.All(Projects.SelectMany(Closed), c =>
        {
            Assert.True(c.Epic.Created < c.Items.Min(i => i.Created), c.Epic.Title);
            Assert.InRange(Done(c.Epic) - c.Items.Max(Done), TimeSpan.FromHours(12), TimeSpan.FromDays(4));
        });

    [Fact]
    public void Most_items_of_a_closed_epic_are_there_before_the_first_is_started_and_some_are_added_later()
    {
        var all = Projects.SelectMany(Closed).SelectMany(c => c.Items.Select(i => i.Created > c.Items.Min(Started))).ToList();

        Assert.InRange(all.Count(added => added) / (double)all.Count, 0.2, 0.4);
        Assert.All(Projects.SelectMany(Closed), c => Assert.All(c.Items, i => Assert.True(i.Created < Started(i), i.Title)));
    }

    [Fact]
    public void Every_epic_that_stays_open_keeps_finished_and_open_items_of_its_own() =>
        Assert.All(Sample.Items.Where(i => i.Type == "Epic" && i.Resolution is null), e =>
        {
            var items = Sample.Items.Where(i => i.ParentId == e.Id).ToList();

            Assert.True(items.Count(i => i.Resolution == "Done") >= 4, e.Title);
            Assert.True(items.Count(i => i.Resolution is null) >= 4, e.Title);
        });

    /// <summary>Those that took items over; unlike a theme, which gives its items a label, they have none.</summary>
    private static IEnumerable<(SampleItem Epic, List<SampleItem> Items)> Closed(SampleProject project) =>
        project.Items.Where(i => i.Type == "Epic" && i.Resolution == "Done" && i.Labels.IsEmpty).Select(e => (e, project.Items.Where(i => i.ParentId == e.Id).ToList()));

    private static DateTimeOffset Started(SampleItem item) => item.Changes.First(c => c.Field == "status" && c.ToText == "In Progress").At;

    private static DateTimeOffset Done(SampleItem item) => item.Changes.Last(c => c.Field == "status" && c.ToText == "Done").At;
}
