using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Scoring.Rules.Slicing;

public sealed class KeepOneGoalTests
{
    [Theory]
    [InlineData("Create, edit, share and expire vouchers", "Create | edit | share | expire")]
    [InlineData("Add paging and remove the filter", "Add | remove")]
    [InlineData("Add paging as well as remove the filter", "Add | remove")]
    [InlineData("As a clerk I want to edit and delete vouchers", "edit | delete")]
    [InlineData("Adding vouchers and deleting old ones", "Adding | deleting")]
    [InlineData("Design a template, translate it and retire the old one", "Design | translate | retire")]
    public void Joined_goals_are_quoted_by_their_verbs(string title, string quoted) => Assert.Equal(quoted, Some.Words("SL001", title, "text"));

    [Theory]
    [InlineData("Show terms and conditions")]
    [InlineData("Search and find articles")]
    [InlineData("Drag and drop articles")]
    [InlineData("Add import and export buttons")]
    [InlineData("Update docs and test coverage")]
    [InlineData("Design and implement the export")]
    [InlineData("Investigate and fix the timeout")]
    [InlineData("Add a job to build and deploy the shop")]
    [InlineData("Fix the total and add a test")]
    [InlineData("Show orders that clerks create and delete")]
    [InlineData("Add create() and delete() to the client")]
    [InlineData("As a buyer I want to enter my town and see the shops there")]
    [InlineData("As a buyer I want to pay by card so that I can close the tab and go home")]
    [InlineData("Rename \"Save and close\"")]
    public void One_goal_passes(string title) => Assert.Null(Some.Words("SL001", title, "text"));

    [Fact]
    public void The_wish_in_the_description_is_read_too() =>
        Assert.Equal("create | send", Some.Words("SL001", "Vouchers for clerks", "As a clerk I want to create a voucher and send it by post."));

    [Fact]
    public void How_things_are_is_no_wish() => Assert.Null(Some.Words("SL001", "Vouchers for clerks", "Users can create a voucher and delete it today."));

    [Theory]
    [InlineData(WorkItemKind.Epic)]
    [InlineData(WorkItemKind.Bug)]
    public void Kinds_that_hold_more_are_not_asked(WorkItemKind kind) => Assert.Null(Some.Words("SL001", "Create and delete vouchers", "text", kind));
}
