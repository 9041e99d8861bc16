namespace BacklogHealth.Core.Tests.Scoring.Rules.Slicing;

public sealed class AskForOneThingTests
{
    [Theory]
    [InlineData("As a clerk, I want the desk to recognise and report false claims", "to recognise and report false claims")]
    [InlineData("As a clerk, I want to identify false claims and quickly call the customer", "false claims and quickly call the customer")]
    [InlineData("As a clerk, I want a desk that finds false claims and is open at night", "false claims and is open at")]
    [InlineData("As a clerk, I want to receive alerts and monthly statements", "receive alerts and monthly statements")]
    [InlineData("As a customer, I want a fair and transparent price", "a fair and transparent price")]
    [InlineData("As a customer, I want a price that is fair, clear, and comparable", "clear, and comparable")]
    public void Two_wishes_are_found(string title, string found) => Assert.Equal(found, Some.Words("SL015", title));

    [Theory]
    [InlineData("As a clerk, I want to use the map to shorten ways and save fuel")]
    [InlineData("As a clerk, I want a map to shorten ways and save fuel")]
    [InlineData("As a clerk, I want to see claims from banks and shops")]
    [InlineData("As a clerk, I want to show my skills and experience")]
    [InlineData("As a clerk, I want to see the bus and train stations of a town")]
    [InlineData("As a clerk, I want to read the terms and conditions")]
    [InlineData("As a clerk, I want to file a claim, ending the wait and the noise")]
    [InlineData("As a clerk, I want to file a claim so that I save time and money")]
    [InlineData("As a clerk, I want to file a claim quickly and easily")]
    [InlineData("As a mayor, I want to understand noise and traffic")]
    [InlineData("Receive alerts and monthly statements")]
    public void One_wish_passes(string title) => Assert.Null(Some.Words("SL015", title));

    [Fact]
    public void Joined_operations_are_told_once()
    {
        const string Title = "As a clerk, I want to create a voucher and send it to the customer";

        Assert.Equal("create | send", Some.Words("SL001", Title));
        Assert.Null(Some.Words("SL015", Title));
    }

    [Fact]
    public void Verbs_that_are_no_operations_are_a_hint_in_a_story_and_no_warning()
    {
        const string Title = "As a clerk, I want to visualise the claims and identify false ones";

        Assert.Null(Some.Words("SL001", Title));
        Assert.Equal("the claims and identify false ones", Some.Words("SL015", Title));
    }
}
