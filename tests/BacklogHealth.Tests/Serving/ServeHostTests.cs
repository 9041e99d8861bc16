using System.Collections.Concurrent;
using System.Net;
using BacklogHealth.Settings;
using BacklogHealth.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Tests.Serving;

public class ServeHostTests
{
    [Fact]
    public async Task What_runs_beside_the_pages_is_started_before_them_and_stopped_after_it_was_told()
    {
        var said = new ConcurrentQueue<string>();
        var run = await ServingRun.Start(parts: p => p with { Background = [_ => new Beside("clock", said), _ => new Beside("worker", said)] });
        Assert.Equal(["clock begins", "worker begins"], said);
        Assert.Equal(HttpStatusCode.OK, (await run.Ask("/")).Status);

        await run.DisposeAsync();

        Assert.Equal(["clock begins", "worker begins", "worker ends", "clock ends"], said);
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/health-of-others")]
    public async Task Pages_of_others_are_behind_the_login_by_themselves(string path)
    {
        await using var run = await ServingRun.Start(s => s with { Token = ServingRun.Token }, p => p with { Map = app => app.MapGet(path, (RequestDelegate)(c => c.Response.WriteAsync("theirs"))) });

        Assert.Equal(HttpStatusCode.Redirect, (await run.Ask(path)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await run.Ask($"{path}?key=x")).Status);
        Assert.Equal((HttpStatusCode.OK, "theirs"), await run.Ask(path, null, null, ("Authorization", $"Bearer {ServingRun.Token}")));
    }

    [Fact]
    public async Task A_fault_of_the_program_is_told_without_what_it_says_and_logged_with_where_it_was()
    {
        await using var run = await ServingRun.Start(parts: p => p with { Map = app => app.MapGet("/theirs", Task (HttpContext _) => throw new InvalidOperationException("canary of an item")) });

        var (status, page) = await run.Ask("/theirs");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Contains("<h1>This is a fault of the program</h1>\n</header>\n<main>\n<p>What was stored is kept. The log tells where it happened; please report it.</p>", page, StringComparison.Ordinal);
        Assert.Contains(run.Logged, l => l.StartsWith("BacklogHealth.Serve: /theirs could not be answered: InvalidOperationException", StringComparison.Ordinal) && l.Contains(nameof(ServeHostTests), StringComparison.Ordinal));
        Assert.DoesNotContain(run.Logged, l => l.Contains("canary", StringComparison.Ordinal));
        Assert.DoesNotContain("canary", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_the_program_stops_itself_leaves_no_stack_trace_in_its_log()
    {
        using var error = new StringWriter { NewLine = "\n" };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ServingRun.Start(parts: p => p with
        {
            Background = [services => new Stopping(services.GetRequiredService<IHostApplicationLifetime>())],
            Observe = builder =>
            {
                p.Observe!(builder);
                builder.Logging.AddProvider(new LogLines(error, TimeProvider.System, KnownSecrets.Of(MergedSettings.Of("none", [])), forJournal: false));
            },
        }));

        Assert.DoesNotContain("\"at\":", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class Stopping(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Beside(string name, ConcurrentQueue<string> said) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Say("begins");

        public Task StopAsync(CancellationToken cancellationToken) => Say("ends");

        private Task Say(string what)
        {
            said.Enqueue($"{name} {what}");
            return Task.CompletedTask;
        }
    }
}
