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
}
