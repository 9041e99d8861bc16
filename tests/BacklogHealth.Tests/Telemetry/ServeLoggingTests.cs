using System.Text.Json;
using BacklogHealth.Settings;
using BacklogHealth.Telemetry;
using BacklogHealth.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Tests.Telemetry;

/// <summary>The log of a process that runs by itself.</summary>
public sealed partial class ServeLoggingTests : IDisposable
{
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly Dictionary<string, string> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _error.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void An_event_is_one_line_of_json_with_its_fields()
    {
        using var logs = Logs();
        RunEnded(logs.CreateLogger("BacklogHealth.Jobs.Worker"), "Kaufabwicklung\nand “more”", 412, 1.5);

        Assert.Equal(
            """{"time":"2026-11-23T06:00:00.000Z","level":"information","category":"BacklogHealth.Jobs.Worker","event":"RunEnded","message":"Run of Kaufabwicklung\nand “more” ended: 412 items in 1.5 s","fields":{"Items":412,"Seconds":1.5,"Team":"Kaufabwicklung\nand “more”"}}""" + "\n",
            _error.ToString());
    }

    [Fact]
    public void That_the_start_was_stopped_is_no_fault_of_the_start()
    {
        using var logs = Logs();
        var log = logs.CreateLogger("Microsoft.Extensions.Hosting.Internal.Host");

        log.Log(LogLevel.Error, new EventId(11, "HostedServiceStartupFaulted"), "Hosting failed to start", new TaskCanceledException(), (s, _) => s);
        Assert.Empty(_error.ToString());

        log.Log(LogLevel.Error, new EventId(11, "HostedServiceStartupFaulted"), "Hosting failed to start", new NotSupportedException(), (s, _) => s);
        Assert.Contains("Hosting failed to start", Assert.Single(Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_journal_a_line_begins_with_its_priority()
    {
        _variables["JOURNAL_STREAM"] = "8:4711";
        using var logs = Logs(LogLevel.Debug);
        var log = logs.CreateLogger("BacklogHealth.Jobs");
        foreach (var level in new[] { LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error, LogLevel.Critical })
        {
            log.Log(level, new EventId(1, "Any"), "words", null, (s, _) => s);
        }

        Assert.Equal(["<7>{", "<6>{", "<4>{", "<3>{", "<2>{"], Lines().Select(l => l[..4]));
    }

    [Fact]
    public void The_framework_is_heard_only_where_something_is_wrong_and_the_program_from_its_level_on()
    {
        using var logs = Logs(LogLevel.Information);
        foreach (var category in new[] { "Microsoft.AspNetCore.Hosting.Diagnostics", "Quartz.Core.QuartzScheduler", "BacklogHealth.Serving" })
        {
            var log = logs.CreateLogger(category);
            log.Log(LogLevel.Debug, default, "debug", null, (s, _) => s);
            log.Log(LogLevel.Information, default, "information", null, (s, _) => s);
            log.Log(LogLevel.Warning, default, "warning", null, (s, _) => s);
        }

        Assert.Equal(
            ["Microsoft.AspNetCore.Hosting.Diagnostics warning", "Quartz.Core.QuartzScheduler warning", "BacklogHealth.Serving information", "BacklogHealth.Serving warning"],
            Lines().Select(l => JsonDocument.Parse(l).RootElement).Select(l => $"{l.GetProperty("category")} {l.GetProperty("message")}"));
    }

    [Fact]
    public void A_known_fault_is_told_by_its_sentence()
    {
        using var logs = Logs();
        logs.CreateLogger("BacklogHealth.Jobs").LogError(UserError.Usage("team Checkout: nothing of it is stored yet."), "Run failed");

        using var line = JsonDocument.Parse(_error.ToString());
        Assert.Equal("team Checkout: nothing of it is stored yet.", line.RootElement.GetProperty("fault").GetString());
        Assert.False(line.RootElement.TryGetProperty("at", out _));
    }

    [Fact]
    public void An_unknown_fault_is_told_by_kind_and_place_and_not_by_its_words()
    {
        using var logs = Logs();
        logs.CreateLogger("BacklogHealth.Jobs").LogError(Thrown(), "Run failed");

        using var line = JsonDocument.Parse(_error.ToString());
        Assert.Equal("System.FormatException", line.RootElement.GetProperty("fault").GetString());
        Assert.Contains(nameof(Thrown), line.RootElement.GetProperty("at").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_settings_and_their_files_hold_in_secret_is_taken_out_of_every_line()
    {
        var file = _folder.File("hook.txt");
        File.WriteAllText(file, "https://hooks.acme.example/services/canary-3\nnothing else\n");
        _variables["BACKLOGHEALTH__Connections__0__Token"] = "canary-1/+";
        _variables["BACKLOGHEALTH__Mail__Password"] = "canary-2";
        _variables["BACKLOGHEALTH__Subscriptions__0__Channels__0__UrlFile"] = file;
        using var logs = Logs();
        var log = logs.CreateLogger("Microsoft.AspNetCore.Server.Kestrel");
        log.LogError(new UserError(ExitCode.Failed, "sent canary-1/+ to https://hooks.acme.example/services/canary-3"), "said canary-2, {Value}", "https://acme.example/?t=canary-1%2F%2B&p=x;Password=canary-4");

        Assert.DoesNotContain("canary", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("sent **** to ****", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debug", LogLevel.Debug)]
    [InlineData("Warning", LogLevel.Warning)]
    public void The_level_is_a_setting(string level, LogLevel expected)
    {
        _variables["BACKLOGHEALTH__Logs__Level"] = level;
        Assert.Equal(expected, new SettingsReader(Merged()).Read().LogLevel);
    }

    [Fact]
    public void A_level_that_is_none_is_refused()
    {
        _variables["BACKLOGHEALTH__Logs__Level"] = "loud";
        Assert.Equal("variable BACKLOGHEALTH__Logs__Level, Logs:Level: found 'loud'; expected debug, information, warning or error. Correct it or leave it out.", Assert.Throws<UserError>(() => new SettingsReader(Merged()).Read()).Message);
    }

    [LoggerMessage(1, LogLevel.Information, "Run of {Team} ended: {Items} items in {Seconds} s", EventName = "RunEnded")]
    private static partial void RunEnded(ILogger log, string team, int items, double seconds);

    private static FormatException Thrown()
    {
        try
        {
            throw new FormatException("the text 'canary of an item' is no number");
        }
        catch (FormatException e)
        {
            return e;
        }
    }

    private MergedSettings Merged() => MergedSettings.Read(_folder.File("none.json"), named: false, _variables);

    private string[] Lines() => _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Logged Logs(LogLevel level = LogLevel.Information)
    {
        var host = new AppHost(TextWriter.Null, _error, TextReader.Null, new FixedTime("2026-11-23 06:00"), _variables, IsTerminal: false, CanAsk: false);
        return new Logged(new ServiceCollection().AddLogging(b => ServeLogging.AddTo(b, host, Merged(), level)).BuildServiceProvider());
    }

    private sealed record Logged(ServiceProvider Services) : IDisposable
    {
        public ILogger CreateLogger(string category) => Services.GetRequiredService<ILoggerFactory>().CreateLogger(category);

        public void Dispose() => Services.Dispose();
    }
}
