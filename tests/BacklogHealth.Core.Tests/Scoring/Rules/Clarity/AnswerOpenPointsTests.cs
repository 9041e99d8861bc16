namespace BacklogHealth.Core.Tests.Scoring.Rules.Clarity;

public sealed class AnswerOpenPointsTests
{
    [Theory]
    [InlineData("The limit is TBD.", "TBD")]
    [InlineData("Limit: ??? articles", "???")]
    [InlineData("The limit is to be clarified with sales.", "to be clarified")]
    [InlineData("TODO: ask sales for the limit", "TODO")]
    [InlineData("As a <type of user> I want <insert goal here>.", "<type of user> | <insert goal here>")]
    [InlineData("Lorem ipsum dolor sit amet.", "Lorem ipsum")]
    [InlineData("A basket holds XXX articles.", "XXX")]
    [InlineData("The date (as yet to be determined) is shown.", "to be determined")]
    [InlineData("The difference to a gift needs to be defined.", "needs to be defined")]
    [InlineData("TODO: check which articles", "TODO")]
    [InlineData("A basket holds ??? articles.", "???")]
    public void Placeholders_are_quoted(string description, string quoted) => Assert.Equal(quoted, Some.Words("CL006", "Limit the basket", description));

    [Theory]
    [InlineData("Remove the TODO in the parser.")]
    [InlineData("Sort the todo list.")]
    [InlineData("Really??? Yes.")]
    [InlineData("See https://shop.example/?a=??&tbd=1 for it.")]
    [InlineData("```\n// TODO fix\n```")]
    [InlineData("The columns are to be defined by configuration.")]
    [InlineData("TODO:\n- write it")]
    [InlineData("Use List<string> for it.")]
    [InlineData("The list requires the limit to be defined, for instance.")]
    [InlineData("TODO: remove the old limit")]
    [InlineData("Open the TODO sample.")]
    [InlineData("The users ??(all of them)?? see it.")]
    [InlineData("A text of type TEXT(???) is cut.")]
    [InlineData("The job is called job.<your name>.")]
    public void Names_code_and_emphasis_are_not(string description) => Assert.Null(Some.Words("CL006", "Limit the basket", description));

    [Fact]
    public void What_is_to_be_found_out_is_not_open_where_finding_out_is_the_work()
    {
        Assert.Null(Some.Words("CL006", "Decide on the limit", "The limit is to be decided."));
        Assert.Equal("TBD", Some.Words("CL006", "Decide on the limit", "Limit: TBD"));
    }

    [Fact]
    public void Each_takes_points_up_to_the_most()
    {
        Assert.Equal(10, Some.Find("CL006", "Limit the basket", "TBD")!.Points);
        Assert.Equal(20, Some.Find("CL006", "Limit the basket", "TBD, TBD, TBD")!.Points);
    }
}
