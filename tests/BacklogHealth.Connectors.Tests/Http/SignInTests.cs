using BacklogHealth.Connectors.Http;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class SignInTests
{
    private readonly SkippingTime _time = new();

    [Theory]
    [InlineData("https://spsprodweu1.vssps.visualstudio.com/_signin?realm=dev.azure.com", "https://spsprodweu1.vssps.visualstudio.com")]
    [InlineData("https://login.microsoftonline.com/common/oauth2/authorize?state=1", "https://login.microsoftonline.com")]
    [InlineData("https://id.atlassian.com/login?continue=x", "https://id.atlassian.com")]
    [InlineData("/login.jsp?os_destination=x", null)]
    [InlineData("/_signin", null)]
    public async Task Being_sent_to_sign_in_means_that_the_credentials_are_refused(string target, string? host)
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(302, "").With("Location", target));
        using var http = Ways.Http(server.Url, _time);
        var error = await http.Fails();
        Assert.Equal(TrackerFault.Refused, error.Fault);
        Assert.Equal($"acme ({server.At()}): GET /x sent us on to the sign-in page of {host ?? server.At()} (302), so the tracker does not know the credentials. Expected an e-mail address and an API token that is still valid. Make a new token and set Connections:acme:Token or TokenFile.", error.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("https://acme.example/projects/Login-Service")]
    [InlineData("https://acme.example/loginflow/x")]
    [InlineData("https://blogs.example/")]
    public void A_name_that_only_begins_like_it_is_no_sign_in(string address) => Assert.False(SignInPage.Is(new Uri(address)));
}
