using System.Text.Json;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Backlog;

public sealed class SampleBacklogGeneratorTests
{
    [Fact]
    public void The_same_day_and_seed_give_the_same_bytes() =>
        Assert.Equal(JsonSerializer.Serialize(Sample.Backlog), JsonSerializer.Serialize(SampleBacklogGenerator.Make(Sample.Today)));

    [Fact]
    public void Another_seed_gives_another_history() =>
        Assert.NotEqual(JsonSerializer.Serialize(Sample.Backlog), JsonSerializer.Serialize(SampleBacklogGenerator.Make(Sample.Today, 7)));

    [Fact]
    public void Two_teams_have_about_six_hundred_items_each_of_which_a_hundred_or_so_are_open() =>
        Assert.All(Sample.Backlog.Projects, p =>
        {
            Assert.InRange(p.Items.Length, 560, 620);
            Assert.InRange(Sample.Open(p).Count(), 110, 150);
        });

    [Theory]
    [InlineData(2026, 3, 10)]
    [InlineData(2026, 11, 24)]
    [InlineData(2025, 8, 31)]
    [InlineData(2027, 1, 1)]
    [InlineData(2028, 2, 28)]
    public void Nothing_lies_after_nine_o_clock_of_the_last_day_nor_before_three_years_ago(int year, int month, int day)
    {
        var today = new DateOnly(year, month, day);
        var instants = SampleBacklogGenerator.Make(today).Projects.SelectMany(p => p.Items).SelectMany(Instants).ToList();

        Assert.True(instants.Max() < new DateTimeOffset(today, new TimeOnly(9, 0), TimeSpan.Zero));
        Assert.Equal(today, DateOnly.FromDateTime(instants.Max().UtcDateTime));
        Assert.True(instants.Min() >= new DateTimeOffset(today.AddDays(-1096), TimeOnly.MinValue, TimeSpan.Zero));
    }

    [Fact]
    public void Keys_ids_and_ranks_are_unique()
    {
        Assert.Equal(Sample.Items.Count(), Sample.Items.Select(i => i.Key).Distinct().Count());
        Assert.Equal(Sample.Items.Count(), Sample.Items.Select(i => i.Id).Distinct().Count());
        Assert.All(Sample.Backlog.Projects, p => Assert.Equal(p.Items.Length, p.Items.Select(i => i.Rank).Distinct().Count()));
        var changes = Sample.Items.SelectMany(i => i.Changes).Select(c => c.Id).ToList();
        Assert.Equal(changes.Count, changes.Distinct().Count());
        var comments = Sample.Items.SelectMany(i => i.Comments).Select(c => c.Id).ToList();
        Assert.Equal(comments.Count, comments.Distinct().Count());
    }

    [Fact]
    public void Items_stand_oldest_first_and_are_numbered_in_that_order() =>
        Assert.All(Sample.Backlog.Projects, p => Assert.Equal(
            p.Items.Select(i => i.Key),
            p.Items.OrderBy(i => i.Created).ThenBy(i => int.Parse(i.Id, System.Globalization.CultureInfo.InvariantCulture)).Select(i => i.Key)));

    [Fact]
    public void The_checkout_team_finishes_far_fewer_items_in_its_last_six_weeks_and_the_field_service_team_does_not()
    {
        Assert.InRange(RateOfLastSixWeeks("CHK"), 0.3, 0.65);
        Assert.InRange(RateOfLastSixWeeks("FLD"), 0.7, 1.5);
    }

    [Theory]
    [InlineData("CHK")]
    [InlineData("FLD")]
    public void A_team_finished_few_items_in_its_first_two_years_and_grew_to_its_full_pace_in_the_third(string key)
    {
        Assert.InRange(PerWeek(key, weeksAgo: 156, until: 104), 1.8, 2.8);
        Assert.InRange(PerWeek(key, weeksAgo: 104, until: 52), 1.2, 2.2);
        Assert.InRange(PerWeek(key, weeksAgo: 50, until: 24), 2.2, 4);
        Assert.InRange(PerWeek(key, weeksAgo: 18, until: 6), 4, 6);
    }

    [Fact]
    public void What_was_promised_has_not_changed_its_place_within_the_last_seven_days()
    {
        var weekAgo = new DateTimeOffset(Sample.Today.AddDays(-7), TimeOnly.MinValue, TimeSpan.Zero);
        var promised = Sample.Backlog.Projects.SelectMany(Sample.Open).Where(i => i.FixVersions.Contains("Release 2")).ToList();

        Assert.Contains(promised, i => i.Created >= weekAgo);
        Assert.DoesNotContain(promised, i => i.Changes.Any(c => c.Field == "Rank" && c.At >= weekAgo));
    }

    [Fact]
    public void The_top_of_a_backlog_is_refined_and_the_rest_is_rough() =>
        Assert.All(Sample.Backlog.Projects, p =>
        {
            var waiting = Sample.Open(p).Where(i => i.StatusId == p.Statuses[0].Id || i.StatusId == p.Statuses[1].Id)
                .Where(i => i.Type != "Sub-task").OrderBy(i => i.Rank, StringComparer.Ordinal).ToList();

            Assert.All(waiting[30..], i => Assert.DoesNotContain(i.Key, Sample.Backlog.Truth.GoodKeys));
            Assert.InRange(waiting[..12].Count(i => Sample.Backlog.Truth.Flaws.Any(f => f.Key == i.Key)), 3, 8);
        });

    [Fact]
    public void Cycle_times_are_skewed_with_a_median_of_about_four_days()
    {
        var days = Finished("CHK").Concat(Finished("FLD")).Select(i => (Changed(i, "status", "Done").Last() - Changed(i, "status", "In Progress")[0]).TotalDays).Order().ToList();

        Assert.InRange(days[days.Count / 2], 3, 5.5);
        Assert.InRange(days[days.Count * 85 / 100], 8, 15);
    }

    [Fact]
    public void There_are_reopened_items_unwanted_ones_duplicates_links_and_a_promised_release()
    {
        Assert.True(Sample.Items.Count(i => Changed(i, "status", "Done").Count > 1) >= 12);
        Assert.True(Sample.Items.Count(i => i.Resolution == "Won't Do") >= 12);
        Assert.All(Sample.Items.Where(i => i.Resolution == "Duplicate"), i => Assert.Contains(i.Links, l => l.Relation == "duplicates"));
        Assert.True(Sample.Open(Sample.Team("CHK")).Count(i => i.FixVersions.Contains("Release 2")) >= 15);
        Assert.Contains(Sample.Team("CHK").Items, i => i.Type == "Epic" && i.Due is not null && i.FixVersions.Contains("Release 2"));
    }

    [Fact]
    public void A_release_is_out_one_is_near_one_has_no_day_and_one_is_far_away_and_empty() =>
        Assert.All(Sample.Backlog.Projects, p =>
        {
            Assert.Equal(["Release 1", "Release 2", "Release 3", "Release 4"], p.Versions.Select(v => v.Name));
            Assert.Equal([true, false, false, false], p.Versions.Select(v => v.IsOut));
            Assert.InRange(p.Versions[1].ReleaseDate!.Value.DayNumber - Sample.Today.DayNumber, 38, 45);
            Assert.Null(p.Versions[2].ReleaseDate);
            Assert.InRange(p.Versions[3].ReleaseDate!.Value.DayNumber - Sample.Today.DayNumber, 220, 227);
            Assert.DoesNotContain(p.Items, i => i.FixVersions.Contains("Release 4"));
        });

    [Theory]
    [InlineData("CHK", "Show delivery options with their date and price", 9)]
    [InlineData("CHK", "Open the checkout to shoppers with disabilities", 84)]
    [InlineData("FLD", "Order spare parts from the van", 63)]
    public void Some_epics_are_due_on_a_day_of_their_own_which_their_history_tells(string key, string title, int days)
    {
        var epic = Sample.Team(key).Items.Single(i => i.Title == title);
        var due = Assert.Single(epic.Changes, c => c.Field == "duedate");

        Assert.Equal(Sample.Today.AddDays(days), epic.Due);
        Assert.Empty(epic.FixVersions);
        Assert.InRange(due.At, epic.Created, epic.Updated);
        Assert.True(Sample.Open(Sample.Team(key)).Count(i => i.ParentId == epic.Id) >= 8);
    }

    [Fact]
    public void The_vouchers_epic_grew_within_the_last_seven_days()
    {
        var vouchers = Sample.Team("CHK").Items.Single(i => i.Title == "Accept vouchers and gift cards at the checkout");
        var weekAgo = new DateTimeOffset(Sample.Today.AddDays(-7), TimeOnly.MinValue, TimeSpan.Zero);

        Assert.InRange(Sample.Items.Count(i => i.ParentId == vouchers.Id && i.Created >= weekAgo), 3, 8);
    }

    [Fact]
    public void Some_descriptions_changed_in_the_last_ten_days()
    {
        var since = new DateTimeOffset(Sample.Today.AddDays(-10), TimeOnly.MinValue, TimeSpan.Zero);

        Assert.True(Sample.Items.SelectMany(i => i.Changes).Count(c => c.Field == "description" && c.At >= since && c.FromText is not null) >= 3);
    }

    internal static IEnumerable<DateTimeOffset> Instants(SampleItem item) =>
        [item.Created, item.Updated, .. item.Changes.Select(c => c.At), .. item.Comments.Select(c => c.At)];

    private static IEnumerable<SampleItem> Finished(string key) =>
        Sample.Team(key).Items.Where(i => i.Resolution == "Done" && i.Type is not ("Epic" or "Sub-task"));

    private static List<DateTimeOffset> Changed(SampleItem item, string field, string to) => [.. item.Changes.Where(c => c.Field == field && c.ToText == to).Select(c => c.At)];

    private static double PerWeek(string key, int weeksAgo, int until)
    {
        var end = new DateTimeOffset(Sample.Today, TimeOnly.MinValue, TimeSpan.Zero);
        var finishes = Finished(key).Select(i => Changed(i, "status", "Done").Last());
        return finishes.Count(f => f >= end.AddDays(-7 * weeksAgo) && f < end.AddDays(-7 * until)) / (double)(weeksAgo - until);
    }

    private static double RateOfLastSixWeeks(string key)
    {
        var from = new DateTimeOffset(Sample.Today.AddDays(-42), TimeOnly.MinValue, TimeSpan.Zero);
        var finishes = Finished(key).Select(i => Changed(i, "status", "Done").Last()).ToList();
        var before = finishes.Count(f => f >= from.AddDays(-182) && f < from) / 26.0;
        return finishes.Count(f => f >= from) / 6.0 / before;
    }
}
