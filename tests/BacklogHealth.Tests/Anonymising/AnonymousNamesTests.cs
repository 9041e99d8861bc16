using BacklogHealth.Anonymising;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Tests.Anonymising;

public sealed class AnonymousNamesTests
{
    private readonly AnonymousNames _names = new();

    [Fact]
    public void A_state_that_trackers_come_with_keeps_its_name_where_it_means_what_it_usually_means()
    {
        Assert.Equal("In Review", _names.State("In Review", WorkItemState.Started));
        Assert.Equal("Done 1", _names.State("In Review", WorkItemState.Finished));
        Assert.Equal("To Do 1", _names.State("Wartet auf Frau Weber", WorkItemState.NotStarted));
        Assert.Equal("To Do 2", _names.State("Acme desk", WorkItemState.NotStarted));
        Assert.Equal("To Do 1", _names.State("Wartet auf Frau Weber", WorkItemState.NotStarted));
    }

    [Theory]
    [InlineData("Acme wish", WorkItemKind.Story)]
    [InlineData("Acme wish", WorkItemKind.Epic)]
    [InlineData("Task", WorkItemKind.SubTask)]
    [InlineData("Störung", WorkItemKind.Bug)]
    [InlineData("Störung", WorkItemKind.Other)]
    [InlineData("User Story", WorkItemKind.Story)]
    public void The_name_of_a_type_is_read_again_as_the_same_kind(string name, WorkItemKind kind) => Assert.Equal(kind, WorkItemKinds.FromName(_names.Type(name, kind)));

    [Fact]
    public void A_resolution_says_still_whether_anything_was_delivered()
    {
        Assert.True(Resolutions.MeanDiscarded(_names.Resolution("Rejected by Acme")));
        Assert.False(Resolutions.MeanDiscarded(_names.Resolution("Live at Acme")));
        Assert.Null(_names.Resolution(null));
    }

    [Fact]
    public void Labels_files_and_addresses_are_numbered()
    {
        Assert.Equal(["label-1", "label-2", "label-1"], new[] { "acme", "weber", "acme" }.Select(_names.Label));
        Assert.Equal("file-1.png", _names.File("Acme Zürich.PNG"));
        Assert.Equal("https://example.com/1", _names.Address("https://acme.example"));
    }
}
