using System.Net;
using BacklogHealth.Settings;

namespace BacklogHealth.Tests.Serving;

/// <summary>Who is let in where nobody can sign in: this machine alone, asked for by its own name.</summary>
public class GateTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost:5080")]
    [InlineData("[::1]")]
    [InlineData("127.8.8.8")]
    public async Task This_machine_is_let_in_by_its_own_names(string host)
    {
        await using var run = await ServingRun.Start();
        Assert.Equal(HttpStatusCode.OK, (await run.Ask("/", host: host)).Status);
    }

    // A page elsewhere can have a name of its own lead here, and a browser ask in its place.
    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.168.0.10")]
    [InlineData("0.0.0.0")]
    public async Task Any_other_name_is_refused_health_included(string host)
    {
        await using var run = await ServingRun.Start(s => s with { PublicUrl = new Uri("https://backlog.acme.example") });
        foreach (var path in new[] { "/", "/reports", "/health/ready", "/not-there" })
        {
            var (status, page) = await run.Ask(path, host: host);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, status);
            Assert.Contains("<p>The request names a host that settings do not know. Expected this machine&#x27;s own name, localhost, or the host of Serve:PublicUrl. Open http://127.0.0.1 with the port of this server, or set Serve:PublicUrl.</p>", page, StringComparison.Ordinal);
        }
    }

    // Behind a proxy the whole world comes from this machine.
    [Theory]
    [InlineData("backlog.acme.example", null)]
    [InlineData("BACKLOG.acme.example:443", null)]
    [InlineData("127.0.0.1", "X-Forwarded-For")]
    [InlineData("localhost", "Forwarded")]
    [InlineData("localhost", "X-Forwarded-Host")]
    public async Task Who_comes_through_a_proxy_sees_what_a_link_leads_to_and_nothing_else(string host, string? header)
    {
        await using var run = await ServingRun.Start(s => s with { PublicUrl = new Uri("https://backlog.acme.example") });
        var report = await run.Keep();
        (string, string)[] headers = header is null ? [] : [(header, "127.0.0.1")];

        foreach (var path in new[] { "/", "/reports", "/reports?key=x", "/reports/?key=x", report.Path, report.Set.Path, "/not-there" })
        {
            var (status, page) = await run.Ask(path, null, host, headers);
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("<p>Nothing says who may come in from elsewhere. Whoever runs this server sets Serve:TokenFile or Serve:OpenIdConnect. Links to reports, as mails have them, need no login.</p>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Checkout", page, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await run.Ask(run.Links.Sign(report.Path), null, host, headers)).Status);
        Assert.Equal((HttpStatusCode.OK, "{\"schema\":\"backlog-health/readiness/1\",\"ready\":true,\"reason\":null,\"teams\":[{\"team\":null,\"provenSecondsAgo\":1800,\"stale\":false}]}\n"), await run.Ask("/health/ready", null, host, headers));
    }

    [Fact]
    public async Task A_proxy_that_settings_trust_says_where_a_request_comes_from_and_no_other_does()
    {
        await using var run = await ServingRun.Start(s => s with { Token = ServingRun.Token, TrustedProxies = [IPAddress.Loopback] });
        await run.Ask("/", null, null, ("Authorization", "Bearer wrong"), ("X-Forwarded-For", "203.0.113.7"));
        Assert.Contains("BacklogHealth.Audit: a login from 203.0.113.7 failed: the token is wrong", run.Logged);

        await using var plain = await ServingRun.Start(s => s with { Token = ServingRun.Token });
        await plain.Ask("/", null, null, ("Authorization", "Bearer wrong"), ("X-Forwarded-For", "203.0.113.7"));
        Assert.Contains("BacklogHealth.Audit: a login from 127.0.0.1 failed: the token is wrong", plain.Logged);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://192.168.0.10:5080")]
    [InlineData("http://backlog.acme.example:0")]
    [InlineData("http://127.0.0.1:0;http://0.0.0.0:0")]
    public async Task Beyond_this_machine_it_does_not_start_without_saying_who_may_come_in(string urls)
    {
        var read = ServeReader.UrlsOf(urls, out _)!.Value;

        var error = await Assert.ThrowsAsync<UserError>(() => ServingRun.Start(s => s with { Urls = read }));

        Assert.Equal(ExitCode.Usage, error.Code);
        Assert.Equal($"serve at {urls.Split(';')[^1]}: others than this machine can reach that address, and nothing says who may come in. Expected Serve:TokenFile with a token, or Serve:OpenIdConnect. Set one of them, or listen on http://127.0.0.1:5080.", error.Message);
    }

    [Fact]
    public async Task Beyond_this_machine_with_a_token_every_page_asks_for_it()
    {
        var urls = ServeReader.UrlsOf("http://0.0.0.0:0", out _)!.Value;
        await using var run = await ServingRun.Start(s => s with { Urls = urls, Token = ServingRun.Token });
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{run.Url.Port}") };
        foreach (var path in new[] { "/", "/reports", "/not-there" })
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }
    }
}
