namespace BacklogHealth.Tests.CommandLine;

public class ExitCodesTests
{
    [Fact]
    public void Of_several_codes_the_first_of_2_1_4_3_5_holds()
    {
        Assert.Equal(ExitCode.Usage, ExitCodes.Join([ExitCode.Failed, ExitCode.Usage]));
        Assert.Equal(ExitCode.Failed, ExitCodes.Join([ExitCode.Refused, ExitCode.Failed]));
        Assert.Equal(ExitCode.Refused, ExitCodes.Join([ExitCode.Incomplete, ExitCode.Refused]));
        Assert.Equal(ExitCode.Incomplete, ExitCodes.Join([ExitCode.Throttled, ExitCode.Incomplete]));
        Assert.Equal(ExitCode.Throttled, ExitCodes.Join([ExitCode.GateNotMet, ExitCode.Throttled]));
    }

    [Fact]
    public void Where_all_is_well_the_code_is_0() => Assert.Equal(ExitCode.Done, ExitCodes.Join([ExitCode.Done, ExitCode.Done]));
}
