using BacklogHealth.Commands;

namespace BacklogHealth.Tests.Commands;

public class HealthGateTests
{
    [Fact]
    public void Two_scores_can_be_gated() =>
        Assert.Equal([new HealthGate("clarity", 60), new HealthGate("slicing", 0)], [HealthGate.Parse("clarity=60")!, HealthGate.Parse("slicing=0")!]);

    [Theory]
    [InlineData("clarity")]
    [InlineData("clarity=101")]
    [InlineData("size=3")]
    [InlineData("clarity=-1")]
    public void Anything_else_is_refused(string text)
    {
        var fault = Assert.Throws<UserError>(() => HealthGate.Parse(text));

        Assert.Equal($"--fail-below: found '{text}'; expected clarity=N or slicing=N with N from 0 to 100, for example clarity=60. Correct it.", fault.Message);
        Assert.Equal(ExitCode.Usage, fault.Code);
    }
}
