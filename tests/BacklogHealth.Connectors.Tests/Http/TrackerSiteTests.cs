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

    [Theory]
    [InlineData("https://acme.example", "https://acme.example/rest/x?startAt=5", "/rest/x?startAt=5")]
    [InlineData("https://acme.example", "https://ACME.example:443/rest/x", "/rest/x")]
    [InlineData("https://acme.example", "/rest/x?y=%2F1", "/rest/x?y=%2F1")]
    [InlineData("https://dev.azure.com/acme", "https://dev.azure.com/Acme/_apis/wit?continuationToken=1;2;3", "/_apis/wit?continuationToken=1;2;3")]
    [InlineData("https://dev.azure.com/acme", "/acme/_apis/wit", "/_apis/wit")]
    [InlineData("https://tfs.acme.example/My%20Collection/", "https://tfs.acme.example/My%20Collection/_apis/a%20b", "/_apis/a%20b")]
    [InlineData("https://acme.example", "https://po:pw@acme.example/rest/x#part", "/rest/x")]
    public void A_link_below_our_address_gives_its_path(string url, string link, string path) => Assert.Equal(path, Site(url).PathOf(link));

    [Theory]
    [InlineData("https://thief.example/rest/x?token=1", "to https://thief.example")]
    [InlineData("https://api.acme.example.thief.example/x", "to https://api.acme.example.thief.example")]
    [InlineData("https://api.acme.example@thief.example/ex/11/x", "to https://thief.example")]
    [InlineData("//thief.example/ex/11/x", "to https://thief.example")]
    [InlineData("http://api.acme.example/ex/11/x", "to http://api.acme.example")]
    [InlineData("https://api.acme.example:8443/ex/11/x", "to https://api.acme.example:8443")]
    [InlineData("https://api.acme.example/ex/12/x", "to another path of this host")]
    [InlineData("https://api.acme.example/ex/11", "to another path of this host")]
    [InlineData("https://api.acme.example/ex/11/../12/x", "to another path of this host")]
    [InlineData("https://api.acme.example/ex/11/%2e%2e/12/x", "to another path of this host")]
    [InlineData("/ex/11\\..\\12/x", "to another path of this host")]
    [InlineData("file:///etc/passwd", "to file://")]
    [InlineData("rest/x", "to no address")]
    [InlineData("", "to no address")]
    public void A_link_that_leads_anywhere_else_is_refused(string link, string leads)
    {
        var error = Assert.Throws<TrackerException>(() => Site("https://api.acme.example/ex/11").PathOf(link));
        Assert.Equal(TrackerFault.Incomplete, error.Fault);
        Assert.Equal($"acme (https://api.acme.example/ex/11): the tracker's link to its next page leads {leads}. Expected a page below this address, because the token is sent to no other. What was read is kept; if the tracker has moved, or a proxy stands before it, set Connections:acme:BaseUrl to the address that it knows itself by.", error.Message);
    }

    private static TrackerSite Site(string url) => new("acme", new Uri(url), "Jira Cloud", "", allowPlainHttp: false);
}
