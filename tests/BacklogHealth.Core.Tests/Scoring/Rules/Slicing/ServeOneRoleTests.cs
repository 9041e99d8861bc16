namespace BacklogHealth.Core.Tests.Scoring.Rules.Slicing;

public sealed class ServeOneRoleTests
{
    [Theory]
    [InlineData("As a buyer or a clerk I want to cancel an order.", "buyer | clerk")]
    [InlineData("As a buyer, seller or clerk, I want to cancel an order.", "buyer | seller | clerk")]
    [InlineData("As a teacher/student I want to see the plan.", "teacher | student")]
    [InlineData("As a buyer who has an account, I want to pay. As a clerk, I want to see it.", "buyer | clerk")]
    public void Each_role_is_quoted(string description, string roles) => Assert.Equal(roles, Some.Words("SL003", "Orders", description));

    [Theory]
    [InlineData("As a research and development manager I want to read the plan.")]
    [InlineData("As a buyer I want to pay and to see the sum.")]
    [InlineData("As a buyer, when I am logged in, I want to pay. As a buyer I want to see the sum.")]
    [InlineData("As a customer I want to pay. As a buyer I want to see the sum.")]
    [InlineData("As expected and agreed, I want to pay.")]
    [InlineData("As a token-based application/client developer I want to pay.")]
    public void One_role_passes(string description) => Assert.Null(Some.Words("SL003", "Orders", description));

    [Fact]
    public void The_first_role_comes_first() =>
        Assert.Equal(["buyer", "clerk"], Some.Find("SL003", "Orders", "As a buyer or a clerk I want to cancel an order.")!.Cut!.Parts);
}
