using System.Net.Sockets;
using BacklogHealth.Delivery;
using BacklogHealth.Delivery.Outgoing;
using BacklogHealth.Storage;
using BacklogHealth.Testing;
using Microsoft.AspNetCore.Http;

namespace BacklogHealth.Tests.Delivery.Outgoing;

/// <summary>Against a real web server.</summary>
public sealed class WebSenderTests : IAsyncLifetime
{
    private static readonly FixedTime Time = new("2026-11-23 06:00");
    private WebReceiver _server = null!;

    public async ValueTask InitializeAsync() => _server = await WebReceiver.Start();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_is_taken_is_accepted()
    {
        Assert.Equal(Handed.Accepted("200 ok"), await Post());

        var posted = Assert.Single(_server.Taken);
        Assert.Equal(("POST /services/T01/canary-7731?sig=canary-7732", "{\"a\":1}", "application/json; charset=utf-8"), (posted.To, posted.Body, posted.Headers["Content-Type"]));
        Assert.False(posted.Headers.ContainsKey("Cookie"));
    }

    [Theory]
    [InlineData(202, "", "202")]
    [InlineData(204, null, "204")]
    public async Task Whatever_success_is_called(int status, string? words, string note)
    {
        _server.Answer = c =>
        {
            c.Response.StatusCode = status;
            return words is null ? Task.CompletedTask : c.Response.WriteAsync(words);
        };

        Assert.Equal(Handed.Accepted(note), await Post());
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task What_passes_is_tried_again(int status)
    {
        _server.Says(status, "not now");

        Assert.Equal(Handed.Later($"slack at 127.0.0.1: {status} not now. Expected it to take the report. It is tried again."), await Post());
    }

    [Theory]
    [InlineData("7200", "2026-11-23 08:00")]
    [InlineData("Mon, 23 Nov 2026 09:30:00 GMT", "2026-11-23 09:30")]
    [InlineData("9999999", "2026-11-24 06:00")]
    [InlineData("Mon, 23 Nov 2026 05:00:00 GMT", null)]
    [InlineData("soon", null)]
    public async Task When_a_receiver_says_when_it_is_asked_again_then_within_a_day(string after, string? expected)
    {
        _server.Says(429, "rate_limited", "Retry-After", after);

        Assert.Equal(expected is null ? (DateTimeOffset?)null : A.Time(expected), (await Post()).NotBefore);
    }

    [Theory]
    [InlineData(400, "invalid_blocks")]
    [InlineData(403, "action_prohibited")]
    [InlineData(404, "no_service")]
    [InlineData(410, "channel_is_archived")]
    [InlineData(304, "")]
    public async Task What_will_not_change_is_refused_for_good(int status, string words)
    {
        _server.Answer = c =>
        {
            c.Response.StatusCode = status;
            return words.Length == 0 ? Task.CompletedTask : c.Response.WriteAsync(words);
        };

        Assert.Equal(Handed.Refused($"slack at 127.0.0.1: {status}{(words.Length == 0 ? "" : " ")}{words}. Expected it to take the report. Correct the address, or make a new one there."), await Post());
    }

    [Theory]
    [InlineData(301, "http://169.254.169.254/latest/meta-data", "169.254.169.254")]
    [InlineData(302, "/elsewhere", "127.0.0.1")]
    [InlineData(307, "https://evil.example/canary-7731", "evil.example")]
    [InlineData(308, "file:///etc/passwd", "nowhere")]
    public async Task A_redirect_is_refused_and_not_followed(int status, string to, string host)
    {
        _server.Says(status, "moved", "Location", to);

        Assert.Equal(Handed.Refused($"slack at 127.0.0.1: refused: it answers with a redirect to {host}. Expected the address that takes reports itself. Correct the address."), await Post());
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task Where_nobody_listens_it_is_tried_again()
    {
        var free = new Uri($"http://127.0.0.1:{MailServer.FreePort()}/canary-7731");

        Assert.Equal(Handed.Later("slack at 127.0.0.1: it cannot be reached or broke off. Expected it to answer. Correct the address, or wait; it is tried again."), await Post(new Receiver(free, "")));
    }

    [Fact]
    public async Task Where_no_encryption_can_be_agreed_on_nothing_is_sent()
    {
        var handed = await Post(new Receiver(new Uri($"https://127.0.0.1:{_server.Port}/"), ""));

        Assert.Equal(Handed.Later("slack at 127.0.0.1: no encrypted way to it could be agreed on, with a certificate that this machine trusts. Expected it to answer. Correct the address, or wait; it is tried again."), handed);
        Assert.Empty(_server.Taken);
    }

    [Theory]
    [InlineData(false, DispatchState.Unknown, "It may have arrived; it is sent once more, and then no more by itself.")]
    [InlineData(true, DispatchState.Pending, "It may have arrived; it is tried again with the same key.")]
    public async Task What_was_handed_over_and_not_answered_is_only_sent_again_to_who_can_tell_a_double(bool knowsDoubles, DispatchState state, string end)
    {
        _server.Answer = c =>
        {
            c.Abort();
            return Task.CompletedTask;
        };

        Assert.Equal(new Handed(state, $"slack at 127.0.0.1: all was handed over, and no answer came. {end}"), await Post(knowsDoubles: knowsDoubles));
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task A_receiver_that_takes_it_and_falls_silent_is_not_waited_for_without_end()
    {
        var time = new HeldTime();
        _server.Answer = c =>
        {
            time.RunOut();
            return Task.Delay(Timeout.Infinite, c.RequestAborted);
        };

        Assert.Equal(new Handed(DispatchState.Unknown, "slack at 127.0.0.1: all was handed over, and no answer came. It may have arrived; it is sent once more, and then no more by itself."), await Post(time: time));
    }

    [Fact]
    public async Task One_that_is_silent_from_the_start_is_tried_again()
    {
        // It takes connections and never a byte: nothing of the report is out of our hands before the encryption stands.
        using var silent = new TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var time = new HeldTime();
        var post = Post(new Receiver(new Uri($"https://127.0.0.1:{((System.Net.IPEndPoint)silent.LocalEndpoint).Port}/"), ""), time: time);
        using var met = await silent.AcceptSocketAsync(TestContext.Current.CancellationToken);
        time.RunOut();

        Assert.Equal(Handed.Later("slack at 127.0.0.1: it does not answer in time. Expected it to. Correct the address, or wait; it is tried again."), await post);
    }

    [Fact]
    public async Task A_long_answer_is_told_by_its_first_words_on_one_line()
    {
        _server.Says(400, "first\r\nsecond\t\u001b[31m" + new string('x', 2_000_000));

        var note = (await Post()).Note!;
        Assert.StartsWith("slack at 127.0.0.1: 400 first second [31mxxx", note, StringComparison.Ordinal);
        Assert.InRange(note.Length, 200, 350);
        Assert.DoesNotContain(note, char.IsControl);
    }

    [Fact]
    public async Task A_receiver_that_repeats_the_address_or_the_key_does_not_make_us_tell_it()
    {
        _server.Says(404, "no such hook: /services/T01/canary-7731?sig=CANARY-7732 signed by canary-7733");

        Assert.Equal("slack at 127.0.0.1: 404 no such hook: **** signed by ****. Expected it to take the report. Correct the address, or make a new one there.", (await Post(_server.As("canary-7733"))).Note);
    }

    [Fact]
    public void A_receiver_is_called_by_its_host_and_a_mark()
    {
        var receiver = new Receiver(new Uri("https://hooks.slack.com/services/T01/B02/canary"), "canary-7733");

        Assert.Matches("^hooks\\.slack\\.com #[0-9a-f]{8}$", receiver.Name);
        Assert.Equal(receiver.Name, $"{receiver}");
        Assert.NotEqual(receiver.Name, new Receiver(new Uri("https://hooks.slack.com/services/T01/B02/other"), "").Name);
    }

    private Task<Handed> Post(Receiver? to = null, bool knowsDoubles = false, TimeProvider? time = null) =>
        new WebSender(new GuardedConnect(["127.0.0.1"]), time ?? Time).Post("slack", to ?? _server.As(), "{\"a\":1}"u8.ToArray(), [], knowsDoubles, CancellationToken.None);

    /// <summary>A clock whose timers ring when the test says so.</summary>
    private sealed class HeldTime : TimeProvider
    {
        private readonly TaskCompletionSource<Action> _ring = new();

        public void RunOut() => _ring.Task.Result();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ring.TrySetResult(() => callback(state));
            return new Never();
        }

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
