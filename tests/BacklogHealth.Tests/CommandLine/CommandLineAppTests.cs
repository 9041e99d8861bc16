namespace BacklogHealth.Tests.CommandLine;

public sealed class CommandLineAppTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task An_unknown_command_is_answered_with_the_nearest_one()
    {
        Assert.Equal(2, await _program.Run("forcast", "when"));
        Assert.Equal($"backlog-health: there is no command 'forcast'. Did you mean 'forecast'? `{Product.CommandLine} --help` lists what there is.\n", _program.Error);
    }

    [Fact]
    public async Task An_unknown_option_is_answered_with_the_nearest_one()
    {
        Assert.Equal(2, await _program.Run("forecast", "when", "--itmes", "3"));
        Assert.StartsWith($"backlog-health forecast when: there is no option '--itmes'. Did you mean '--items'? `{Product.CommandLine} forecast when --help` lists what there is.\n", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_out_of_its_range_names_the_range()
    {
        Assert.Equal(2, await _program.Run("forecast", "how-many", "--days", "0"));
        Assert.Equal("backlog-health forecast how-many, --days: found '0'; expected a whole number from 1 to 730. Correct it.\n", _program.Error);
    }

    [Fact]
    public async Task A_day_in_another_form_names_the_form()
    {
        Assert.Equal(2, await _program.Run("report", "all", "--as-of", "3.4.2026"));
        Assert.Equal("backlog-health report, --as-of: found '3.4.2026'; expected a day as 2026-06-30. Write it year first.\n", _program.Error);
    }

    [Fact]
    public async Task Help_leads_with_examples()
    {
        Assert.Equal(0, await _program.Run("report", "--help"));
        var lines = _program.Output.Split('\n');

        Assert.Equal("Makes reports from stored data.", lines[0]);
        Assert.Equal("Examples:", lines[2]);
        Assert.Equal($"  {Product.CommandLine} report all", lines[3]);
    }

    [Fact]
    public async Task Every_command_has_help_with_an_example()
    {
        foreach (var command in new CommandLineApp(new AppHost(TextWriter.Null, TextWriter.Null, TextReader.Null, TimeProvider.System, new Dictionary<string, string>(StringComparer.Ordinal), false, false)).Root().Subcommands)
        {
            Assert.Equal(0, await _program.Run(command.Name, "--help"));
            if (command is AppCommand { Hidden: false })
            {
                Assert.Contains($"  {Product.CommandLine} {command.Name}", _program.Output, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Options_of_every_command_may_stand_before_it()
    {
        var config = _program.File("own.json", "{ \"Teams\": [] }");

        Assert.Equal(0, await _program.Run("--config", config, "config", "show"));
        Assert.Contains("Storage:ConnectionString", _program.Output, StringComparison.Ordinal);
    }
}
