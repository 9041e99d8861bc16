using System.Net;
using System.Text;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class TrackerHttpTests
{
    private const string Canary = "canary-7f3a";
    private readonly SkippingTime _time = new();

    [Fact]
    public async Task An_answer_is_read_with_the_credentials_of_the_site()
    {
        await using var server = await ScriptedServer.Start("""{"a":1}""");
        using var http = Http(server.Url);
        using var answer = await http.Ask(TrackerRequest.Get("/rest/x?y=1"), default);
        Assert.Equal(1, answer.Root.Number("a"));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("GET", "/rest/x", "?y=1"), (request.Method, request.Path, request.Query));
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"po@acme.example:{Canary}")), request.Headers["Authorization"]);
        Assert.StartsWith("BacklogHealth/", request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal(new TrackerTraffic(1, 7, TimeSpan.Zero), http.Traffic);
    }

    [Fact]
    public async Task A_path_of_the_address_is_kept_in_front_of_every_request()
    {
        await using var server = await ScriptedServer.Start("{}");
        using var http = Http(new Uri(server.Url, "/ex/jira/11/"));
        using var answer = await http.Ask(TrackerRequest.Get("/rest/x"), default);
        Assert.Equal("/ex/jira/11/rest/x", server.Requests[0].Path);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_pass_is_asked_again(int status)
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(status, "busy", "text/html"), "{}");
        using var http = Http(server.Url);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.True(answer.Ok);
        Assert.Equal(2, http.Traffic.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task What_will_not_pass_is_asked_once_and_left_to_the_caller(int status)
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(status, """{"errorMessages":["No such thing."],"errors":{"jql":"Bad field."}}"""));
        using var http = Http(server.Url);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal((HttpStatusCode)status, answer.Status);
        Assert.False(answer.Ok);
        Assert.Equal("No such thing. Bad field.", answer.Problem);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Retry_after_in_seconds_is_waited_for()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(429, "").With("Retry-After", "7"), "{}");
        using var http = Http(server.Url);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal([TimeSpan.FromSeconds(7)], _time.Waits);
        Assert.Equal(TimeSpan.FromSeconds(7), http.Traffic.WaitedForLimit);
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_waited_for()
    {
        var date = SkippingTime.Start.AddSeconds(11).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(503, "").With("Retry-After", date), "{}");
        using var http = Http(server.Url);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal([TimeSpan.FromSeconds(11)], _time.Waits);
    }

    [Fact]
    public async Task Where_only_the_time_of_reset_is_told_it_is_waited_for()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(429, "").With("X-RateLimit-Reset", "2026-03-02T09:00:05Z"), "{}");
        using var http = Http(server.Url);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal([TimeSpan.FromSeconds(5)], _time.Waits);
    }

    [Fact]
    public async Task Without_a_word_on_waiting_the_waits_grow_and_stay_short()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(500, ""));
        using var http = Http(server.Url);
        await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal(RetryRules.Tries - 1, _time.Waits.Count);
        Assert.All(_time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, RetryRules.LongestDelay));
        Assert.Equal(TimeSpan.Zero, http.Traffic.WaitedForLimit);
    }

    [Fact]
    public async Task A_longer_wait_than_the_limit_ends_the_run_as_throttled_at_once()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(429, "").With("Retry-After", "3600"));
        using var http = Http(server.Url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal(TrackerFault.Throttled, error.Fault);
        Assert.Equal($"acme ({At(server)}): the tracker asked to wait 3600 s before the next request. Expected 60 s at most. What was read is kept; the next run goes on from there.", error.Message);
        Assert.Single(server.Requests);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_limit_that_never_ends_is_throttled_after_a_bounded_number_of_tries()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(429, "<html>slow down</html>", "text/html").With("Retry-After", "1"));
        using var http = Http(server.Url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal(TrackerFault.Throttled, error.Fault);
        Assert.Equal($"acme ({At(server)}): the tracker still refused to answer so many requests (429) after 5 tries. Expected an answer after the waits it asked for. What was read is kept; the next run goes on from there.", error.Message);
        Assert.Equal(RetryRules.Tries, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_error_that_stays_is_unreachable()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(502, "<html>", "text/html"));
        using var http = Http(server.Url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/rest/x?secret=1"), default));
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"acme ({At(server)}): GET /rest/x failed with 502 in each of 5 tries. Expected an answer of Jira Cloud. What was read is kept; try again later.", error.Message);
    }

    [Fact]
    public async Task Refused_credentials_are_sent_once()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(401, $$"""{"message":"bad token {{Canary}}"}"""));
        using var http = Http(server.Url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal(TrackerFault.Refused, error.Fault);
        Assert.Equal($"acme ({At(server)}): the tracker refused the credentials (401). Expected an e-mail address and an API token that is still valid. Make a new token and set Connections:acme:Token or TokenFile.", error.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_missing_permission_is_asked_for_once_and_quotes_the_tracker_without_the_token()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(403, $$"""{"errorMessages":["Not for {{Canary}}."]}"""));
        using var http = Http(server.Url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal(TrackerFault.Refused, error.Fault);
        Assert.Equal($"acme ({At(server)}): the account may not read GET /x (403): \"Not for ***\". Expected an account that may browse the team's items. Ask an administrator for the permission, or set Connections:acme:User and Token for another account.", error.Message);
        Assert.DoesNotContain(Canary, error.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_removed_interface_is_named()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(410, """{"errorMessages":["Use /rest/api/3/search/jql."]}"""));
        using var http = Http(server.Url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/rest/api/3/search"), default));
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"acme ({At(server)}): GET /rest/api/3/search has been removed by the vendor (410): \"Use /rest/api/3/search/jql\". Expected the interface that this version was built for. What is stored stays as it is; update BacklogHealth.", error.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_token_does_not_follow_a_redirect_to_another_host()
    {
        await using var thief = await ScriptedServer.Start("{}");
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(302, "").With("Location", thief.Url + "x"));
        using var http = Http(server.Url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal($"acme ({At(server)}): GET /x sent us on to {At(thief)} (302). Expected an answer from this address, because the token is sent to no other. If the tracker has moved, set Connections:acme:BaseUrl.", error.Message);
        Assert.Empty(thief.Requests);
    }

    [Fact]
    public async Task A_redirect_to_a_page_of_the_same_host_is_not_followed_either()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(302, "").With("Location", "/welcome"));
        using var http = Http(server.Url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal($"acme ({At(server)}): GET /x sent us on to another page (302). Expected an answer in JSON. Set Connections:acme:BaseUrl to the address of Jira Cloud.", error.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(200, TrackerFault.Unreachable, "a web page (200), as sign-in pages do. Expected JSON. Check Connections:acme:BaseUrl, Connections:acme:User and Token, and that no sign-in stands before the tracker.")]
    [InlineData(203, TrackerFault.Refused, "a sign-in page (203), so the tracker does not know the credentials. Expected an e-mail address and an API token that is still valid. Make a new token and set Connections:acme:Token or TokenFile.")]
    public async Task A_web_page_in_place_of_json_is_told_as_a_sign_in(int status, TrackerFault fault, string said)
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(status, "<html>Sign in</html>", "text/html; charset=utf-8"));
        using var http = Http(server.Url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal(fault, error.Fault);
        Assert.Equal($"acme ({At(server)}): GET /x answered with {said}", error.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Json_that_was_cut_short_is_asked_for_again()
    {
        await using var server = await ScriptedServer.Start("""{"issues":[{"id":"1""", """{"issues":[{"id":"12"}]}""");
        using var http = Http(server.Url);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal("12", answer.List("issues")[0].Text("id"));
        Assert.Equal(2, http.Traffic.Requests);
    }

    [Fact]
    public async Task Json_that_is_always_cut_short_ends_in_a_sentence()
    {
        await using var server = await ScriptedServer.Start("""{"issues":[{"id":"1""");
        using var http = Http(server.Url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"acme ({At(server)}): the answer broke off (5 tries). Expected Jira Cloud at this address. What was read is kept; try again later.", error.Message);
        Assert.Equal(RetryRules.Tries, server.Requests.Count);
    }

    [Fact]
    public async Task Text_that_is_no_json_is_asked_for_once_and_is_a_sentence()
    {
        await using var server = await ScriptedServer.Start("up and running");
        using var http = Http(server.Url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"acme ({At(server)}): GET /x answered with text that is no JSON. Expected an answer of Jira Cloud. Check Connections:acme:BaseUrl, and that nothing between here and the tracker changes its answers.", error.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_of_an_answer_is_asked_again()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(200, """{"a":"0123456789"}""") { BreaksOff = true }, """{"a":"0123456789"}""");
        using var http = Http(server.Url);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal("0123456789", answer.Root.Text("a"));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_always_breaks_ends_in_a_sentence()
    {
        await using var server = await ScriptedServer.Start("{}", new ScriptedAnswer(200, """{"a":"0123456789"}""") { BreaksOff = true });
        using var http = Http(server.Url);
        using var first = await http.Ask(TrackerRequest.Get("/x"), default);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal($"acme ({At(server)}): the answer broke off (5 tries). Expected Jira Cloud at this address. What was read is kept; try again later.", error.Message);
    }

    [Fact]
    public async Task A_host_that_does_not_listen_is_given_up_after_two_tries()
    {
        Uri url;
        await using (var server = await ScriptedServer.Start("{}"))
        {
            url = server.Url;
        }

        using var http = Http(url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"acme ({url.GetLeftPart(UriPartial.Authority)}): no connection could be made (2 tries). Expected Jira Cloud at this address. Check the network, the proxy and Connections:acme:BaseUrl.", error.Message);
    }

    [Fact]
    public async Task A_host_that_cannot_be_spoken_to_securely_is_tried_once()
    {
        await using var server = await ScriptedServer.Start("{}");
        var url = new UriBuilder(server.Url) { Scheme = Uri.UriSchemeHttps }.Uri;
        using var http = Http(url);
        var error = await Assert.ThrowsAsync<TrackerException>(() => http.Ask(TrackerRequest.Get("/x"), default));
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"acme ({url.GetLeftPart(UriPartial.Authority)}): no secure connection could be made (1 try). Expected Jira Cloud at this address. Check that host and port of Connections:acme:BaseUrl speak https, and that nothing between here and the tracker breaks up secure connections.", error.Message);
    }

    [Fact]
    public void A_host_that_never_answers_is_given_up_within_ten_seconds() =>
        Assert.True((RetryRules.FirstAnswerWithin * RetryRules.TriesBeforeFirstAnswer) + (RetryRules.FirstDelay * 2) < TimeSpan.FromSeconds(10));

    [Fact]
    public async Task An_answer_above_the_size_limit_is_not_read_to_its_end()
    {
        await using var server = await ScriptedServer.Start($$"""{"a":"{{new string('x', 2_000_000)}}"}""");
        using var http = new TrackerHttp(Site(server.Url), TrackerCredentials.Basic("u", "t"), new(), TimeSpan.FromSeconds(60), _time, maxBytes: 1024 * 1024);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.False(answer.Ok);
        Assert.Equal("more than 1 MB", answer.Oversized);
        var error = Assert.Throws<TrackerException>(() => answer.Root);
        Assert.Equal($"acme ({At(server)}): GET /x answered with more than 1 MB. Expected an answer of a usual size. Report it to the makers of BacklogHealth, with the name of the request.", error.Message);
    }

    [Fact]
    public async Task Json_nested_too_deep_is_read_as_far_as_it_goes_and_is_told_from_json_cut_short()
    {
        await using var server = await ScriptedServer.Start(new string('[', 600), $$"""{"deep":{{new string('[', 600)}}{{new string(']', 600)}},"a":1}""");
        using var http = Http(server.Url);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        Assert.Equal(1, answer.Root.Number("a"));
        Assert.Equal(2, http.Traffic.Requests);
    }

    [Fact]
    public async Task A_list_that_is_missing_is_named()
    {
        await using var server = await ScriptedServer.Start("""{"items":1}""");
        using var http = Http(server.Url);
        using var answer = await http.Ask(TrackerRequest.Get("/x"), default);
        var error = Assert.Throws<TrackerException>(() => answer.List("items"));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"acme ({At(server)}): the answer to GET /x has another shape than Jira Cloud documents. Expected a list 'items'. What was read is kept; update BacklogHealth.", error.Message);
    }

    [Fact]
    public async Task Stopping_is_not_an_error_of_the_tracker()
    {
        await using var server = await ScriptedServer.Start("{}");
        using var http = Http(server.Url);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => http.Ask(TrackerRequest.Get("/x"), stopped.Token));
        Assert.Empty(server.Requests);
    }

    private static string At(ScriptedServer server) => server.Url.GetLeftPart(UriPartial.Authority);

    private static TrackerSite Site(Uri url) => new("acme", url, "Jira Cloud", "an e-mail address and an API token that is still valid", allowPlainHttp: false);

    private TrackerHttp Http(Uri url) => new(Site(url), TrackerCredentials.Basic("po@acme.example", Canary), new(), TimeSpan.FromSeconds(60), _time);
}
