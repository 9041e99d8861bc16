using System.Globalization;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Backlog;

public sealed class ChangelogTests
{
    [Fact]
    public void Each_change_begins_with_what_the_one_before_it_left()
    {
        foreach (var changes in Sample.Items.SelectMany(i => i.Changes.Where(c => c.Field != "Rank").GroupBy(c => (i.Key, c.Field))))
        {
            foreach (var (first, second) in changes.Zip(changes.Skip(1)))
            {
                Assert.Equal((first.To, first.ToText), (second.From, second.FromText));
                Assert.NotEqual((second.From, second.FromText), (second.To, second.ToText));
            }
        }
    }

    [Fact]
    public void The_last_change_of_a_field_leaves_what_the_item_holds()
    {
        foreach (var item in Sample.Items)
        {
            foreach (var last in item.Changes.GroupBy(c => c.Field).Select(g => g.Last()))
            {
                switch (last.Field)
                {
                    case "status": Assert.Equal(item.StatusId, last.To); break;
                    case "resolution": Assert.Equal(item.Resolution, last.ToText); break;
                    case "summary": Assert.Equal(item.Title, last.ToText); break;
                    case "description": Assert.Equal(WikiMarkup.Of(item.Description!), last.ToText); break;
                    case "Story Points": Assert.Equal(item.StoryPoints?.ToString(CultureInfo.InvariantCulture), last.ToText); break;
                    case "Sprint": Assert.Equal(string.Join(", ", item.SprintIds), last.To); break;
                    case "IssueParentAssociation": Assert.Equal(item.ParentId, last.To); break;
                    case "Fix Version": Assert.Equal(item.FixVersions.Single(), last.ToText); break;
                    case "duedate": Assert.Equal(item.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), last.To); break;
                    case "priority": Assert.Equal(item.Priority, last.ToText); break;
                    default: Assert.Equal("Rank", last.Field); break;
                }
            }
        }
    }

    [Fact]
    public void Replayed_backwards_every_item_begins_in_the_first_state_of_its_board_without_a_resolution() =>
        Assert.All(Sample.Backlog.Projects, p => Assert.All(p.Items, i =>
        {
            var first = i.Changes.FirstOrDefault(c => c.Field == "status");
            Assert.Equal(p.Statuses[0].Id, first is null ? i.StatusId : first.From);
            Assert.Null(i.Changes.FirstOrDefault(c => c.Field == "resolution")?.From);
        }));

    [Fact]
    public void Only_resolved_items_stand_in_a_done_state() =>
        Assert.All(Sample.Backlog.Projects, p => Assert.All(p.Items, i =>
            Assert.Equal(p.Statuses.Single(s => s.Id == i.StatusId).Category == "done", i.Resolution is not null)));

    [Fact]
    public void Changes_and_comments_are_in_order_after_the_creation_and_the_last_of_them_is_the_update() =>
        Assert.All(Sample.Items, i =>
        {
            Assert.Equal(i.Changes.Select(c => c.At).Order(), i.Changes.Select(c => c.At));
            Assert.Equal(i.Comments.Select(c => c.At).Order(), i.Comments.Select(c => c.At));
            var instants = i.Changes.Select(c => c.At).Concat(i.Comments.Select(c => c.At)).Append(i.Created).ToList();
            Assert.Equal(i.Created, instants.Min());
            Assert.Equal(i.Updated, instants.Max());
        });

    [Fact]
    public void An_item_is_never_older_than_its_parent()
    {
        var byId = Sample.Items.ToDictionary(i => i.Id, StringComparer.Ordinal);
        Assert.All(Sample.Items.Where(i => i.ParentId is not null), i => Assert.True(byId[i.ParentId!].Created <= i.Created, i.Key));
    }
}
