using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class ProxyTests : IDisposable
{
    private const string Password = "po:p@ss";
    private readonly TemporaryFolder _folder = new();
    private readonly SkippingTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_plain_request_goes_through_the_proxy()
    {
        await using var server = await ScriptedServer.Start("{}");
        await using var proxy = new ForwardingProxy();
        using var http = Ways.Http(server.Url, _time, new() { Proxy = proxy.Url });
        await http.Get("/x?y=1");
        Assert.Equal([$"GET {server.At()}/x?y=1 HTTP/1.1"], proxy.Lines);
        Assert.Equal("GET /x", Assert.Single(server.Requests).Route);
    }

    [Fact]
    public async Task A_secure_request_goes_through_a_tunnel_and_the_certificate_is_still_checked()
    {
        var authority = new TestAuthority("Acme Root");
        await using var server = await ScriptedServer.Start(_ => Task.FromResult<ScriptedAnswer>("{}"), [authority.Issue()]);
        await using var proxy = new ForwardingProxy();
        using var blind = Ways.Http(server.Url, _time, new() { Proxy = proxy.Url });
        Assert.Contains("'CN=Acme Root', which is not trusted", (await blind.Fails()).Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);

        File.WriteAllText(_folder.File("ca.pem"), authority.Pem);
        using var http = Ways.Http(server.Url, _time, new() { Proxy = proxy.Url, CertificateAuthorityFile = _folder.File("ca.pem") });
        await http.Get("/x");
        Assert.Equal($"CONNECT {server.Url.Authority} HTTP/1.1", proxy.Lines[^1]);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_proxy_gets_the_user_and_password_of_its_address()
    {
        await using var server = await ScriptedServer.Start("{}");
        await using var proxy = new ForwardingProxy(Password);
        using var http = Ways.Http(server.Url, _time, new() { Proxy = new Uri($"http://po:p%40ss@{proxy.Url.Authority}") });
        await http.Get("/x");
        Assert.DoesNotContain(server.Requests[0].Headers, h => h.Value.Contains("p@ss", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proxy_that_does_not_know_us_is_asked_once(bool secure)
    {
        var url = new Uri(secure ? "https://127.0.0.1:1" : "http://127.0.0.1:1");
        await using var proxy = new ForwardingProxy(Password);
        using var http = Ways.Http(url, _time, new() { Proxy = new Uri($"http://po:{Ways.Canary}@{proxy.Url.Authority}") });
        var error = await http.Fails();
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"acme ({url.GetLeftPart(UriPartial.Authority)}): the proxy did not let us through (407){(secure ? " (1 try)" : "")}. Expected Jira Cloud at this address. Check Connections:acme:Proxy, and whether the proxy wants a user and a password in it.", error.Message);
        Assert.DoesNotContain(Ways.Canary, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, http.Traffic.Requests);
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_named()
    {
        Uri gone;
        await using (var proxy = new ForwardingProxy())
        {
            gone = proxy.Url;
        }

        await using var server = await ScriptedServer.Start("{}");
        using var http = Ways.Http(server.Url, _time, new() { Proxy = gone });
        Assert.Equal($"acme ({server.At()}): no connection could be made (2 tries). Expected Jira Cloud at this address. Check the network, Connections:acme:Proxy and Connections:acme:BaseUrl.", (await http.Fails()).Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("ftp://proxy.acme.example", "'ftp://proxy.acme.example'")]
    [InlineData("ftp://po:pw@proxy.acme.example", "of the proxy")]
    [InlineData("proxy:8080", "'proxy:8080'")]
    public void An_address_that_is_none_of_a_proxy_is_an_error_of_settings(string address, string shown)
    {
        var error = Assert.Throws<TrackerException>(() => Ways.Http(new Uri("https://acme.example"), _time, new() { Proxy = new Uri(address, UriKind.RelativeOrAbsolute) }));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"acme: the address {shown} is none of a proxy. Expected one such as http://proxy.acme.example:8080. Set Connections:acme:Proxy.", error.Message);
    }
}
