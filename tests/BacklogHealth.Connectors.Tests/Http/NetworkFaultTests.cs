using System.IO.Compression;
using System.Text;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class NetworkFaultTests
{
    private readonly SkippingTime _time = new();

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_packed_answer_is_unpacked_and_counted_as_what_was_read(string encoding)
    {
        var json = $$"""{"a":"{{new string('x', 300_000)}}"}""";
        await using var server = await ScriptedServer.Start(Packed(encoding, Encoding.UTF8.GetBytes(json)));
        using var http = Ways.Http(server.Url, _time);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal(300_000, answer.Root.Text("a")!.Length);
        Assert.Equal(json.Length, http.Traffic.Bytes);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_packed_answer_that_is_damaged_is_asked_for_again(string encoding)
    {
        var whole = Packed(encoding, Encoding.UTF8.GetBytes($$"""{"a":[{{string.Join(',', Enumerable.Range(0, 3000))}}]}"""));
        var damaged = whole with { Bytes = [.. whole.Bytes![..20], .. Enumerable.Repeat((byte)0xFF, 200)] };
        await using var server = await ScriptedServer.Start(damaged, whole with { Bytes = whole.Bytes[..^30] }, whole);
        using var http = Ways.Http(server.Url, _time);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal(3000, answer.List("a").GetArrayLength());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_small_answer_that_unpacks_to_a_huge_one_is_not_read_to_its_end()
    {
        var bomb = Packed("gzip", [(byte)'"', .. new byte[32 * 1024 * 1024].Select(_ => (byte)' '), (byte)'"']);
        Assert.InRange(bomb.Bytes!.Length, 1, 100_000);
        await using var server = await ScriptedServer.Start(bomb);
        using var http = new TrackerHttp(Ways.Site(server.Url), TrackerCredentials.Basic("u", "t"), new(), TimeSpan.FromSeconds(60), _time, maxBytes: 1024 * 1024);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal("more than 1 MB", answer.Oversized);
        Assert.Equal(1024 * 1024, http.Traffic.Bytes);
    }

    [Fact]
    public async Task A_refusal_that_goes_on_and_on_is_not_read_to_its_end()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(404, $$"""{"message":"{{new string('x', 1_000_000)}}"}"""));
        using var http = Ways.Http(server.Url, _time);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal("", answer.Problem);
        Assert.InRange(http.Traffic.Bytes, 1, 100_000);
    }

    [Fact]
    public async Task An_answer_that_trickles_without_end_is_given_up()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(200, "") { Trickles = true });
        using var http = new TrackerHttp(Ways.Site(server.Url), TrackerCredentials.Basic("u", "t"), new(), TimeSpan.FromSeconds(60), _time, contentWithin: TimeSpan.FromMilliseconds(400));
        var error = await http.Fails();
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"acme ({server.At()}): the answer did not come to its end in time (5 tries). Expected Jira Cloud at this address. Check the network, the proxy and Connections:acme:BaseUrl.", error.Message);
        Assert.Equal(RetryRules.Tries, http.Traffic.Requests);
    }

    [Theory]
    [InlineData("Mon, 02 Mar 2026 08:00:00 GMT", 60)]
    [InlineData("Mon, 02 Mar 2026 09:12:00 GMT", -12)]
    public async Task How_far_our_clock_is_ahead_of_the_trackers_is_known_from_any_answer(string date, int minutes)
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(404, "{}").With("Date", date));
        using var http = Ways.Http(server.Url, _time);
        Assert.Null(http.ClockAhead);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal(TimeSpan.FromMinutes(minutes), http.ClockAhead);
    }

    [Fact]
    public async Task Many_requests_at_once_do_not_get_in_each_others_way()
    {
        await using var server = await ScriptedServer.Start(r => $$"""{"path":"{{r.Path}}","filling":"{{new string('y', 200_000)}}"}""");
        using var http = Ways.Http(server.Url, _time);
        var paths = Enumerable.Range(0, 60).Select(i => $"/{i}").ToList();

        // All answers are held until the last has come, so that a buffer that is lent twice shows.
        var answers = await Task.WhenAll(paths.Select(path => http.Ask(TrackerRequest.Get(path), default)));
        Assert.Equal(paths, answers.Select(a => a.Root.Text("path")));
        Assert.All(answers, a => Assert.Equal(new string('y', 200_000), a.Root.Text("filling")));
        Assert.Equal(60, http.Traffic.Requests);
        Assert.Equal(paths.Sum(p => $$"""{"path":"{{p}}","filling":""}""".Length + 200_000L), http.Traffic.Bytes);
        foreach (var answer in answers)
        {
            answer.Dispose();
            answer.Dispose();
        }

        Assert.Throws<ObjectDisposedException>(() => answers[0].Root.Text("path"));
    }

    private static ScriptedAnswer Packed(string encoding, byte[] content)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal),
            _ => new ZLibStream(packed, CompressionLevel.Optimal),
        })
        {
            packing.Write(content);
        }

        return new ScriptedAnswer(200, "") { Bytes = packed.ToArray() }.With("Content-Encoding", encoding);
    }
}
