using BacklogHealth.Connectors;

namespace BacklogHealth.Tests.CommandLine;

public class FaultsTests
{
    [Theory]
    [InlineData(TrackerFault.Refused, 4)]
    [InlineData(TrackerFault.Throttled, 5)]
    [InlineData(TrackerFault.Incomplete, 3)]
    [InlineData(TrackerFault.Settings, 2)]
    [InlineData(TrackerFault.Unreachable, 1)]
    public void Each_fault_of_a_tracker_has_its_own_exit_code(TrackerFault fault, int code) =>
        Assert.Equal(code, (int)Faults.Explain(new TrackerException(fault, "said"))!.Value.Code);

    [Fact]
    public void A_full_disk_is_told_from_one_that_is_closed()
    {
        var full = Faults.Explain(new IOException("No space left on device : 'a.html'", 28))!.Value;
        var closed = Faults.Explain(new IOException("Read-only file system : 'a.html'", 30))!.Value;

        Assert.Equal((ExitCode.Failed, "No space left on device: 'a.html'. Expected free space there. Free some and run this again; what was written before is whole."), full);
        Assert.Equal((ExitCode.Failed, "Read-only file system: 'a.html'. Expected a place that can be written to. Name another with --out or Storage:ConnectionString."), closed);
    }

    [Fact]
    public async Task Being_stopped_ends_the_whole_and_is_told_once()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var host = new AppHost(TextWriter.Null, error, TextReader.Null, TimeProvider.System, new Dictionary<string, string>(StringComparer.Ordinal), false, false);
        var reached = false;

        var code = await Faults.Guard(host, async () =>
        {
            await Faults.GuardOne(host, () => throw new OperationCanceledException());
            reached = true;
            return ExitCode.Done;
        });

        Assert.Equal(ExitCode.Failed, code);
        Assert.False(reached);
        Assert.Equal("stopped: what was stored so far is kept, and the next run goes on from there.\n", error.ToString());
    }

    [Fact]
    public async Task A_fault_of_the_program_is_told_without_a_stack_trace()
    {
        using var error = new StringWriter();
        var host = new AppHost(TextWriter.Null, error, TextReader.Null, TimeProvider.System, new Dictionary<string, string>(StringComparer.Ordinal), false, false);

        Assert.Equal(ExitCode.Failed, await Faults.Guard(host, () => throw new InvalidOperationException("odd\nstate")));
        Assert.StartsWith("this is a fault of the program (InvalidOperationException: odd state).", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }
}
