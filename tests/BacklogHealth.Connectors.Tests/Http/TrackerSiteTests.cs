using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class TrackerSiteTests
{
    [Theory]
    [InlineData("https://acme.example", "acme (https://acme.example)")]
    [InlineData("https://acme.example/", "acme (https://acme.example)")]
    [InlineData("https://acme.example:8443/jira/?token=1", "acme (https://acme.example:8443/jira)")]
    [InlineData("http://127.0.0.1:8080", "acme (http://127.0.0.1:8080)")]
    [InlineData("http://localhost", "acme (http://localhost)")]
    public void Errors_begin_with_the_name_and_the_address(string url, string where) => Assert.Equal(where, Site(url).Where);

    [Theory]
    [InlineData("http://acme.example", "acme (http://acme.example): the address is not encrypted, so the token could be read on its way. Expected https. Set Connections:acme:BaseUrl to an https address, or allow plain HTTP for this connection by name.")]
    [InlineData("https://po:pw@acme.example", "acme (https://acme.example): the address holds credentials. Expected them in settings of their own, since addresses are shown and logged. Set Connections:acme:User and Token.")]
    [InlineData("ftp://acme.example", "acme: the address 'ftp://acme.example' is no web address. Expected one such as https://acme.atlassian.net. Set Connections:acme:BaseUrl.")]
    public void An_address_that_no_token_may_be_sent_to_is_an_error_of_settings(string url, string message)
    {
        var error = Assert.Throws<TrackerException>(() => Site(url));
        Assert.Equal((TrackerFault.Settings, message), (error.Fault, error.Message));
    }

    [Fact]
    public void A_host_may_be_allowed_without_encryption_by_name() =>
        Assert.Equal("http://acme.example", new TrackerSite("acme", new Uri("http://acme.example"), "", "", allowPlainHttp: true).Address);

    private static TrackerSite Site(string url) => new("acme", new Uri(url), "Jira Cloud", "", allowPlainHttp: false);
}
