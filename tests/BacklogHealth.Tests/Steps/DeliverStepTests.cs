using BacklogHealth.Steps;

namespace BacklogHealth.Tests.Steps;

public class DeliverStepTests
{
    [Theory]
    [InlineData("Checkout", "checkout")]
    [InlineData("Field Service / North", "field-service-north")]
    [InlineData("Käufer", "käufer")]
    [InlineData("../../etc", "etc")]
    [InlineData("***", "team")]
    public void A_team_name_becomes_a_file_name_that_stays_in_its_folder(string team, string file) => Assert.Equal(file, DeliverStep.FileName(team));

    [Fact]
    public void Long_names_that_begin_alike_become_different_names_that_a_file_may_have()
    {
        var (one, other) = (DeliverStep.FileName(new string('支', 255)), DeliverStep.FileName(new string('支', 256)));

        Assert.Matches("^支{60}-[0-9a-f]{8}$", one);
        Assert.NotEqual(one, other);
        Assert.Equal(one, DeliverStep.FileName(new string('支', 255)));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount($"{one}-product-owner.html.part"), 1, 255);
    }
}
