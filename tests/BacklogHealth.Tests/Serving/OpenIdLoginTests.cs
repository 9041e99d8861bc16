using System.Net;
using BacklogHealth.Settings;

namespace BacklogHealth.Tests.Serving;

/// <summary>Signing in at a real provider on loopback, redirect by redirect as a browser follows them.</summary>
public sealed class OpenIdLoginTests : IAsyncLifetime
{
    private OpenIdProvider _provider = null!;

    public async ValueTask InitializeAsync() => _provider = await OpenIdProvider.Start();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task A_person_is_signed_in_by_a_code_with_its_proof_and_goes_on_where_they_wanted()
    {
        await using var run = await Start();
        var (browser, last) = await Follow(run, "/reports?before=2026-12-01");

        using (last)
        {
            Assert.Equal((HttpStatusCode.OK, "/reports?before=2026-12-01"), (last.StatusCode, last.RequestMessage!.RequestUri!.PathAndQuery));
        }

        var asked = Assert.Single(_provider.Asked);
        Assert.Equal(("code", "S256", "openid email", $"{run.Url}signin-oidc"), (asked["response_type"].ToString(), asked["code_challenge_method"].ToString(), asked["scope"].ToString(), asked["redirect_uri"].ToString()));
        using var home = await browser.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Contains("BacklogHealth.Audit: person person-77 logged in from 127.0.0.1", run.Logged);
    }

    [Fact]
    public async Task No_name_no_address_and_no_secret_is_kept_or_logged()
    {
        await using var run = await Start();
        var (_, last) = await Follow(run, "/");
        last.Dispose();
        Assert.DoesNotContain(run.Logged.Where(l => l.StartsWith("BacklogHealth", StringComparison.Ordinal)), l => l.Contains("canary", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("acme.example", null, true)]
    [InlineData("ACME.example", null, true)]
    [InlineData("other.example", null, false)]
    [InlineData("example", null, false)]
    [InlineData(null, "groups=backlog", false)]
    [InlineData(null, "email=anna.canary@acme.example", true)]
    [InlineData("acme.example", "groups=backlog", false)]
    public async Task Only_whom_settings_let_in_comes_in(string? domain, string? claim, bool comesIn)
    {
        await using var run = await Start(o => o with { AllowedDomains = domain is null ? [] : [domain], RequiredClaim = claim is null ? null : (claim.Split('=')[0], claim.Split('=')[1]) });
        await Expect(run, comesIn);
    }

    [Theory]
    [InlineData("email_verified", false, false)]
    [InlineData("email_verified", "false", false)]
    [InlineData("email_verified", true, true)]
    [InlineData("email", "acme.example", false)]
    [InlineData("email", "anna@acme.example@evil.example", false)]
    [InlineData("email", "anna@notacme.example", false)]
    [InlineData("sub", "", false)]
    public async Task What_the_provider_does_not_vouch_for_lets_nobody_in(string name, object value, bool comesIn)
    {
        _provider.Claims[name] = value;
        await using var run = await Start(o => o with { AllowedDomains = ["acme.example"] });
        await Expect(run, comesIn);
    }

    [Theory]
    [InlineData("nonce", "another")]
    [InlineData("aud", "another-program")]
    [InlineData("iss", "https://evil.example")]
    [InlineData("exp", 1_700_000_000L)]
    [InlineData("key", "another")]
    public async Task A_token_that_is_not_for_us_or_not_the_provider_s_is_not_taken(string name, object value)
    {
        _provider.SignsWithAnotherKey = name == "key";
        _provider.Forge = claims => claims[name] = value;
        await using var run = await Start();
        var (browser, last) = await Follow(run, "/");

        using (last)
        {
            Assert.Equal(HttpStatusCode.BadRequest, last.StatusCode);
            Assert.Contains("<h1>The login did not come back whole</h1>\n</header>\n<main>\n<p>It may have taken too long, or was begun in another window. Begin again.</p>", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var home = await browser.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
        Assert.Contains(run.Logged, l => l.StartsWith("BacklogHealth.Audit: a login from 127.0.0.1 failed: the provider's answer was not taken (", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/signin-oidc?code=stolen&state=forged")]
    [InlineData("/signin-oidc?error=access_denied")]
    [InlineData("/signin-oidc")]
    public async Task What_the_provider_never_sent_is_not_taken(string path)
    {
        await using var run = await Start();
        Assert.Contains((await run.Ask(path)).Status, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Redirect });
        Assert.Equal(HttpStatusCode.Redirect, (await run.Ask("/")).Status);
    }

    [Fact]
    public async Task Behind_a_proxy_people_come_back_to_the_public_address()
    {
        await using var run = await Start(o => o, s => s with { PublicUrl = new Uri("https://backlog.acme.example") });
        using var response = await run.Browser(new CookieContainer()).GetAsync(new Uri("/login", UriKind.Relative));
        Assert.Contains("redirect_uri=https%3A%2F%2Fbacklog.acme.example%2Fsignin-oidc", response.Headers.Location!.Query, StringComparison.Ordinal);
        Assert.All(response.Headers.GetValues("Set-Cookie"), c => Assert.Contains("; secure; samesite=lax; httponly", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_token_too_the_page_offers_both()
    {
        await using var run = await Start(o => o, s => s with { Token = ServingRun.Token });
        var (_, page) = await run.Ask("/login?to=/reports");
        Assert.Contains("<a href=\"/login/organisation?to=%2Freports\">Log in at your organisation</a>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await run.Ask("/", null, null, ("Authorization", $"Bearer {ServingRun.Token}"))).Status);
    }

    private static async Task Expect(ServingRun run, bool comesIn)
    {
        var (_, last) = await Follow(run, "/");
        using (last)
        {
            Assert.Equal(comesIn ? HttpStatusCode.OK : HttpStatusCode.Forbidden, last.StatusCode);
            if (!comesIn)
            {
                Assert.Contains("<p>Settings let in only some of those who can sign in. Ask whoever runs this server to let you in, by Serve:OpenIdConnect:AllowedDomains or RequiredClaim.</p>", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                Assert.False(last.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("backlog-health=", StringComparison.Ordinal) && !c.StartsWith("backlog-health=;", StringComparison.Ordinal)));
            }
        }
    }

    private Task<ServingRun> Start(Func<OpenIdSettings, OpenIdSettings>? with = null, Func<ServeSettings, ServeSettings>? serve = null)
    {
        var openId = new OpenIdSettings(_provider.Url, OpenIdProvider.ClientId, "", [], null) { ClientSecret = OpenIdProvider.Secret };
        return ServingRun.Start(s => (serve?.Invoke(s) ?? s) with { OpenId = with?.Invoke(openId) ?? openId }, p => p with { Time = TimeProvider.System });
    }

    /// <summary>Follows redirects between the pages and the provider, with one jar of cookies.</summary>
    private static async Task<(HttpClient Browser, HttpResponseMessage Last)> Follow(ServingRun run, string path)
    {
        var browser = run.Browser(new CookieContainer());
        var response = await browser.GetAsync(new Uri(path, UriKind.Relative));
        for (var i = 0; i < 10 && response.StatusCode == HttpStatusCode.Redirect; i++)
        {
            var next = new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!);
            response.Dispose();
            response = await browser.GetAsync(next);
        }

        return (browser, response);
    }
}
