using System.Net;
using System.Net.Sockets;
using System.Text;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Connectors.Tests.Http;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests;

public sealed class TrackerProbeTests
{
    private const string Canary = "canary-7f3a";

    [Theory]
    [InlineData(3, "Cloud", TrackerProduct.JiraCloud)]
    [InlineData(2, "Cloud", TrackerProduct.JiraCloud)]
    [InlineData(2, "Server", TrackerProduct.JiraDataCenter)]
    [InlineData(2, "DataCenter", TrackerProduct.JiraDataCenter)]
    public async Task A_Jira_says_which_it_is(int version, string deployment, TrackerProduct product)
    {
        await using var server = await ScriptedServer.Start(r => r.Path == FormattableString.Invariant($"/jira/rest/api/{version}/serverInfo") ? $$"""{"deploymentType":"{{deployment}}"}""" : new ScriptedAnswer(404, "{}"));

        Assert.Equal(product, await Ask(new Uri(server.Url, "/jira")));
        Assert.Equal($"Bearer {Canary}", server.Requests[^1].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_token_with_a_user_is_sent_as_a_Jira_Cloud_wants_it()
    {
        await using var server = await ScriptedServer.Start("""{"deploymentType":"Cloud"}""");

        Assert.Equal(TrackerProduct.JiraCloud, await Ask(server.Url, "po@acme.example"));
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"po@acme.example:{Canary}")), server.Requests[0].Headers["Authorization"]);
    }

    // What an Azure DevOps has to say to Jira's question: not found, a refusal, a page to sign in at, a way to another page.
    [Theory]
    [InlineData(404, "{}", "application/json")]
    [InlineData(401, "", "text/html")]
    [InlineData(203, "<html>Sign in</html>", "text/html")]
    [InlineData(302, "", "text/html")]
    public async Task An_Azure_DevOps_is_known_by_its_connection_data(int status, string body, string type)
    {
        await using var server = await ScriptedServer.Start(r => r.Path == "/acme/_apis/connectionData" ? """{"instanceId":"1e7b","deploymentType":"onPremises"}""" : new ScriptedAnswer(status, body, type));

        Assert.Equal(TrackerProduct.AzureDevOps, await Ask(new Uri(server.Url, "/acme")));
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($":{Canary}")), server.Requests[^1].Headers["Authorization"]);
    }

    [Fact]
    public async Task Something_else_is_told()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(404, "{}"));
        var error = await Assert.ThrowsAsync<TrackerException>(() => Ask(server.Url));

        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"acme ({server.Url.ToString().TrimEnd('/')}): neither a Jira nor an Azure DevOps says there that it is one. Expected the address up to where its own pages begin, as https://jira.acme.example or https://devops.acme.example/DefaultCollection. Correct it, or say which kind it is.", error.Message);
    }

    [Fact]
    public async Task A_refusal_of_all_is_a_refusal()
    {
        await using var server = await ScriptedServer.Start(new ScriptedAnswer(401, ""));
        var error = await Assert.ThrowsAsync<TrackerException>(() => Ask(server.Url));

        Assert.Equal(TrackerFault.Refused, error.Fault);
        Assert.Contains("a token that is still valid", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, error.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_asked_for_one_product_only()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var error = await Assert.ThrowsAsync<TrackerException>(() => Ask(new Uri($"http://127.0.0.1:{port}")));

        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Contains("Jira or Azure DevOps", error.Message, StringComparison.Ordinal);
    }

    private static Task<TrackerProduct> Ask(Uri address, string user = "") =>
        TrackerProbe.Ask("acme", address, user, Canary, new TrackerNetwork(), allowPlainHttp: false, new SkippingTime(), SettingNames.Keys("acme"), CancellationToken.None);
}
