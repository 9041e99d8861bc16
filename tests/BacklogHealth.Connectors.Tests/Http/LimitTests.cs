using System.Globalization;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class LimitTests
{
    private readonly SkippingTime _time = new();

    [Fact]
    public async Task An_answer_that_asks_for_rest_is_used_and_the_next_request_of_any_connection_waits()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(200, """{"a":1}""").With("Retry-After", "9"), "{}");
        var network = new TrackerNetwork { Paces = new HostPaces() };
        using var one = Ways.Http(server.Url, _time, network);
        using var two = Ways.Http(server.Url, _time, network);
        using var answer = await one.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal(1, answer.Root.Number("a"));
        Assert.Empty(_time.Waits);
        await two.Get("/y");
        Assert.Equal([TimeSpan.FromSeconds(9)], _time.Waits);
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(9)), (one.Traffic.WaitedForLimit, two.Traffic.WaitedForLimit));
    }

    [Fact]
    public async Task Rest_for_one_host_is_none_for_another()
    {
        await using var tired = await ScriptedServer.Start(new ScriptedAnswer(200, "{}").With("Retry-After", "9"));
        await using var fresh = await ScriptedServer.Start("{}");
        var network = new TrackerNetwork { Paces = new HostPaces() };
        using var one = Ways.Http(tired.Url, _time, network);
        using var two = Ways.Http(fresh.Url, _time, network);
        await one.Get("/x");
        await two.Get("/x");
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Connections_without_a_shared_pace_have_their_own()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(200, "{}").With("Retry-After", "9"));
        using var one = Ways.Http(server.Url, _time);
        using var two = Ways.Http(server.Url, _time);
        await one.Get("/x");
        await two.Get("/x");
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task While_a_host_pauses_nobody_sends()
    {
        var sent = new List<DateTimeOffset>();
        await using var server = await ScriptedServer.Start(_ =>
        {
            lock (sent)
            {
                sent.Add(_time.GetUtcNow());
                return sent.Count == 1 ? new ScriptedAnswer(429, "").With("Retry-After", "30") : "{}";
            }
        });
        var network = new TrackerNetwork { Paces = new HostPaces() };
        using var one = Ways.Http(server.Url, _time, network, maxWait: 10);
        using var two = Ways.Http(server.Url, _time, network);
        Assert.Equal(TrackerFault.Throttled, (await one.Fails()).Fault);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => two.Get($"/{i}")));
        Assert.Equal(7, sent.Count);
        Assert.All(sent.Skip(1), at => Assert.True(at >= SkippingTime.Start.AddSeconds(30), at.ToString("O", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Who_meets_a_pause_longer_than_the_limit_is_throttled_without_sending()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(200, "{}").With("Retry-After", "3600"));
        using var http = Ways.Http(server.Url, _time);
        await http.Get("/x");
        var error = await http.Fails();
        Assert.Equal(TrackerFault.Throttled, error.Fault);
        Assert.Equal($"acme ({server.At()}): the tracker asked to wait 3600 s before the next request. Expected 60 s at most. What was read is kept; the next run goes on from there.", error.Message);
        Assert.Single(server.Requests);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_limit_on_bursts_pauses_that_kind_of_request_alone()
    {
        await using var server = await ScriptedServer.Start(r => r.Path.StartsWith("/issue/", StringComparison.Ordinal)
            ? new ScriptedAnswer(429, "").With("Retry-After", "3600").With("RateLimit-Reason", "jira-burst-based")
            : "{}");
        using var http = Ways.Http(server.Url, _time);
        Assert.Equal(TrackerFault.Throttled, (await http.Fails("/issue/CHK-1?expand=names")).Fault);
        Assert.Equal(TrackerFault.Throttled, (await http.Fails("/issue/CHK-2")).Fault);
        await http.Get("/search");
        Assert.Equal(["GET /issue/CHK-1", "GET /search"], server.Requests.Select(r => r.Route));
        Assert.Empty(_time.Waits);
    }

    [Theory]
    [InlineData("jira-quota-global-based")]
    [InlineData("jira-quota-tenant-based")]
    [InlineData("something new")]
    public async Task Any_other_limit_pauses_the_whole_host(string reason)
    {
        await using var server = await ScriptedServer.Start(r => r.Path == "/issue/1" ? new ScriptedAnswer(429, "").With("Retry-After", "3600").With("RateLimit-Reason", reason) : "{}");
        using var http = Ways.Http(server.Url, _time);
        Assert.Equal(TrackerFault.Throttled, (await http.Fails("/issue/1")).Fault);
        Assert.Equal(TrackerFault.Throttled, (await http.Fails("/search")).Fault);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_was_delayed_slows_us_down_before_the_block()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(200, "{}").With("X-RateLimit-Delay", "1.5").With("X-RateLimit-Remaining", "0").With("X-RateLimit-Reset", "4102444800"), "{}");
        using var http = Ways.Http(server.Url, _time);
        await http.Get("/x");
        await http.Get("/x");
        Assert.Equal([TimeSpan.FromSeconds(1.5)], _time.Waits);
    }

    [Fact]
    public async Task Little_left_of_a_limit_slows_us_down()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(200, "{}").With("X-RateLimit-NearLimit", "true"));
        using var http = Ways.Http(server.Url, _time);
        await http.Get("/x");
        await http.Get("/x");
        Assert.Equal([Pace.FirstGap], _time.Waits);
    }

    [Theory]
    [InlineData("X-RateLimit-Reset", "2026-03-02T09:00Z")]
    [InlineData("X-RateLimit-Reset", "1772442000")]
    public async Task Where_nothing_is_left_the_reset_is_waited_for(string header, string value)
    {
        // Both name nine o'clock, when this clock starts: five seconds later than the tracker's own.
        var theirs = SkippingTime.Start.AddSeconds(-5).ToString("R", CultureInfo.InvariantCulture);
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(200, "{}").With("X-RateLimit-Remaining", "0").With(header, value).With("Date", theirs), "{}");
        using var http = Ways.Http(server.Url, _time);
        await http.Get("/x");
        await http.Get("/x");
        Assert.Equal([TimeSpan.FromSeconds(5)], _time.Waits);
    }

    [Fact]
    public async Task A_structured_limit_without_rest_is_waited_for()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(200, "{}").With("RateLimit", "\"burst\";r=0;t=5"), "{}");
        using var http = Ways.Http(server.Url, _time);
        await http.Get("/issue/1");
        await http.Get("/search");
        Assert.Empty(_time.Waits);
        await http.Get("/issue/2");
        Assert.Equal([TimeSpan.FromSeconds(5)], _time.Waits);
    }

    [Fact]
    public async Task After_a_refusal_requests_keep_a_gap_that_shrinks_until_it_is_gone()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(429, "<html>slow down</html>", "text/html").With("Retry-After", "1"), "{}");
        using var http = Ways.Http(server.Url, _time);
        for (var i = 0; i < 40; i++)
        {
            await http.Get("/x");
        }

        var gaps = _time.Waits.Skip(1).ToList();
        Assert.Equal(TimeSpan.FromSeconds(1), _time.Waits[0]);
        Assert.Equal(Pace.FirstGap, gaps[0]);
        Assert.Equal(gaps.OrderDescending(), gaps);
        Assert.InRange(gaps.Count, 10, 38);
        Assert.Equal(_time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait), http.Traffic.WaitedForLimit);
    }

    [Fact]
    public async Task Refused_credentials_are_sent_once_even_where_a_wait_is_told()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(401, "").With("Retry-After", "1"));
        using var http = Ways.Http(server.Url, _time);
        Assert.Equal(TrackerFault.Refused, (await http.Fails()).Fault);
        Assert.Single(server.Requests);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_host_has_so_many_requests_at_a_time_and_no_more()
    {
        int now = 0, most = 0;
        var full = new TaskCompletionSource();
        await using var server = await ScriptedServer.Start(async r =>
        {
            if (r.Path == "/first")
            {
                return "{}";
            }

            InterlockedMax(ref most, Interlocked.Increment(ref now));
            if (Volatile.Read(ref now) >= HostPaces.DefaultInFlight)
            {
                full.TrySetResult();
            }

            // Nobody is answered until as many are here as may be; whoever comes too many comes in this time.
            await full.Task;
            await Task.Delay(20);
            Interlocked.Decrement(ref now);
            return "{}";
        });
        var network = new TrackerNetwork { Paces = new HostPaces() };
        using var one = Ways.Http(server.Url, _time, network);
        using var two = Ways.Http(server.Url, _time, network);
        await one.Get("/first");
        await two.Get("/first");
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => (i % 2 == 0 ? one : two).Get("/x")));
        Assert.Equal(HostPaces.DefaultInFlight, most);
        Assert.Equal(26, one.Traffic.Requests + two.Traffic.Requests);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
