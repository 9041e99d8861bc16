using System.Net;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Serving;

public sealed class TokenLoginTests : IAsyncLifetime
{
    private ServingRun _run = null!;

    public async ValueTask InitializeAsync() => _run = await ServingRun.Start(s => s with { Token = ServingRun.Token });

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Fact]
    public async Task A_program_comes_in_by_a_header()
    {
        using var response = await _run.Browser(bearer: ServingRun.Token).GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer")]
    [InlineData("Bearer " + ServingRun.Token + "x")]
    [InlineData("Basic " + ServingRun.Token)]
    [InlineData(ServingRun.Token)]
    public async Task Any_other_header_is_refused(string header)
    {
        foreach (var path in new[] { "/", "/health/ready", "/login" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_run.Url, path));
            request.Headers.TryAddWithoutValidation("Authorization", header);
            using var response = await _run.Browser().SendAsync(request);
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (response.StatusCode, response.Headers.WwwAuthenticate.ToString()));
            Assert.Contains("<p>Found no token that is right. Expected `Authorization: Bearer` with the token of Serve:Token, or a login on the page.</p>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_person_types_it_once_and_gets_a_cookie_that_no_script_and_no_other_page_can_use()
    {
        var browser = _run.Browser(new CookieContainer());
        using var first = await browser.GetAsync(new Uri("/reports?team=checkout-99e71f48", UriKind.Relative));
        Assert.Equal("/login?to=%2Freports%3Fteam%3Dcheckout-99e71f48", first.Headers.Location!.ToString());
        using var form = await browser.GetAsync(first.Headers.Location);
        var page = await form.Content.ReadAsStringAsync();
        Assert.Contains("<form method=\"post\" action=\"/login\">\n<input type=\"hidden\" name=\"to\" value=\"/reports?team=checkout-99e71f48\">\n<label for=\"secret\">Token</label>\n<input id=\"secret\" name=\"secret\" type=\"password\" autocomplete=\"current-password\" required>", page, StringComparison.Ordinal);

        using var taken = await LogIn(browser, ServingRun.Token, "/reports?team=checkout-99e71f48");

        Assert.Equal((HttpStatusCode.Redirect, "/reports?team=checkout-99e71f48"), (taken.StatusCode, taken.Headers.Location!.ToString()));
        var cookie = taken.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("backlog-health=", cookie, StringComparison.Ordinal);
        Assert.EndsWith("; path=/; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        using var home = await browser.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Contains("<form method=\"post\" action=\"/logout\">", await home.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var ended = await browser.PostAsync(new Uri("/logout", UriKind.Relative), null);
        using var after = await browser.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (ended.StatusCode, after.StatusCode));
        Assert.Equal(["BacklogHealth.Audit: token logged in from 127.0.0.1", "BacklogHealth.Audit: token logged out"], _run.Logged.Where(l => l.StartsWith("BacklogHealth.Audit", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_login_ends_after_half_a_day_and_with_another_token()
    {
        var cookies = new CookieContainer();
        using var taken = await LogIn(_run.Browser(cookies), ServingRun.Token);
        var cookie = taken.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await _run.Ask("/", null, null, ("Cookie", cookie))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await _run.Ask("/", null, null, ("Cookie", cookie[..^4] + "AAAA"))).Status);

        await using var changed = await ServingRun.Start(s => s with { Token = ServingRun.Token + "-changed" });
        Assert.Equal(HttpStatusCode.Redirect, (await changed.Ask("/", null, null, ("Cookie", cookie))).Status);
        await using var same = await ServingRun.Start(s => s with { Token = ServingRun.Token });
        Assert.Equal(HttpStatusCode.OK, (await same.Ask("/", null, null, ("Cookie", cookie))).Status);
        _run.Time.Now = A.Time("2026-11-23 18:31");
        Assert.Equal(HttpStatusCode.Redirect, (await _run.Ask("/", null, null, ("Cookie", cookie))).Status);
    }

    [Fact]
    public async Task A_wrong_token_is_told_on_the_page_and_after_five_of_them_one_has_to_wait()
    {
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await LogIn(_run.Browser(), $"wrong-canary-{i}");
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
            Assert.Contains("<p class=\"banner\">This is not the token. It stands in Serve:Token or in the file that Serve:TokenFile names.</p>", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var waits = await LogIn(_run.Browser(), ServingRun.Token);
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (waits.StatusCode, waits.Headers.GetValues("Retry-After").Single()));
        Assert.Contains("<h1>Too many wrong tokens came from this address</h1>\n</header>\n<main>\n<p>The next one is looked at in 1 s.</p>", await waits.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await _run.Ask("/", null, null, ("Authorization", $"Bearer {ServingRun.Token}"))).Status);
        _run.Time.Now += TimeSpan.FromSeconds(1);
        using var right = await LogIn(_run.Browser(), ServingRun.Token);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.DoesNotContain(_run.Logged, l => l.Contains("canary", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/login?to=/login")]
    [InlineData("/reports\r\nSet-Cookie: a=b")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task After_a_login_nobody_is_led_elsewhere(string to)
    {
        using var taken = await LogIn(_run.Browser(), ServingRun.Token, to);
        Assert.Equal("/", taken.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("application/json", "{\"secret\":\"" + ServingRun.Token + "\"}", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data", "x", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1&a=1", HttpStatusCode.Forbidden)]
    [InlineData("application/x-www-form-urlencoded", "", HttpStatusCode.Forbidden)]
    [InlineData("application/x-www-form-urlencoded", "secret=a&secret=b", HttpStatusCode.Forbidden)]
    public async Task What_no_page_of_ours_sends_is_refused(string type, string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = new(type);
        using var response = await _run.Browser().PostAsync(new Uri("/login", UriKind.Relative), content);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_form_of_a_thousand_fields_is_refused()
    {
        using var content = new StringContent(string.Join('&', Enumerable.Range(0, 1030).Select(i => "a=")));
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var response = await _run.Browser().PostAsync(new Uri("/login", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_far_too_long_is_refused()
    {
        using var response = await LogIn(_run.Browser(), new string('x', 5000));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("<p class=\"banner\">Found what no page of ours sends. Expected the token, from the field below.</p>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_login_health_tells_ages_and_no_names()
    {
        var (status, unknown) = await _run.Ask("/health/ready");
        Assert.Equal((HttpStatusCode.OK, "{\"schema\":\"backlog-health/readiness/1\",\"ready\":true,\"reason\":null,\"teams\":[{\"team\":null,\"provenSecondsAgo\":1800,\"stale\":false}]}\n"), (status, unknown));
        _run.Time.Now = A.Time("2026-11-24 08:01");
        Assert.Equal("{\"schema\":\"backlog-health/readiness/1\",\"ready\":true,\"reason\":null,\"teams\":[{\"team\":\"Checkout\",\"provenSecondsAgo\":93660,\"stale\":true}]}\n", (await _run.Ask("/health/ready", null, null, ("Authorization", $"Bearer {ServingRun.Token}"))).Body);
        Assert.Equal("{\"schema\":\"backlog-health/live/1\",\"live\":true}\n", (await _run.Ask("/health/live")).Body);
    }

    [Fact]
    public async Task A_link_needs_no_login_and_gives_none()
    {
        var report = await _run.Keep();
        using var response = await _run.Browser().GetAsync(new Uri(_run.Links.Sign(report.Path), UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, false), (response.StatusCode, response.Headers.Contains("Set-Cookie")));
        Assert.Equal(HttpStatusCode.Redirect, (await _run.Ask(report.Path)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _run.Ask(report.Path, HttpMethod.Post)).Status);
    }

    private static async Task<HttpResponseMessage> LogIn(HttpClient browser, string token, string to = "/")
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("secret", token), KeyValuePair.Create("to", to)]);
        return await browser.PostAsync(new Uri("/login", UriKind.Relative), form);
    }
}
