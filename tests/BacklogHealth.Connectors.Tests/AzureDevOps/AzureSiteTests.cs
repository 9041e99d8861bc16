using BacklogHealth.Connectors.AzureDevOps;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Connectors.Tests.Http;

namespace BacklogHealth.Connectors.Tests.AzureDevOps;

public sealed class AzureSiteTests
{
    private static readonly ScriptedAnswer TooNew = new(400, """{"typeKey":"VssVersionOutOfRangeException","message":"The requested REST API version of 7.1 is out of range for this server. The latest REST API version this server supports is 6.0."}""");

    [Theory]
    [InlineData(0, "7.1")]
    [InlineData(1, "7.0")]
    [InlineData(2, "6.0")]
    public async Task The_newest_version_that_is_accepted_is_spoken_from_then_on(int refused, string version)
    {
        await using var azure = new SmallAzure().On(SmallAzure.LinkKinds, [.. Enumerable.Repeat(TooNew, refused), """{"value":[]}"""]);
        await azure.Describe();
        Assert.Equal(new[] { "7.1", "7.0", "6.0" }.Take(refused + 1).Select(v => $"?api-version={v}"), azure.Asked(SmallAzure.LinkKinds).Select(r => r.Query));
        Assert.Equal([$"?api-version={version}"], azure.Asked(SmallAzure.Project).Select(r => r.Query));
    }

    [Fact]
    public async Task A_server_that_is_too_old_is_an_error_that_says_so()
    {
        await using var azure = new SmallAzure().On(SmallAzure.LinkKinds, TooNew);
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Describe());
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"{azure.Where}: the interface was refused in each of the versions 7.1, 7.0, 6.0 (400): \"The requested REST API version of 7.1 is out of range for this server. The latest REST API version this server supports is 6.0\". Expected Azure DevOps Services, or Azure DevOps Server 2020 or newer. Update the server, or set Connections:acme:BaseUrl.", error.Message);
    }

    [Fact]
    public async Task An_address_without_azure_devops_is_an_error()
    {
        await using var azure = new SmallAzure().On(SmallAzure.LinkKinds, new ScriptedAnswer(404, "{}"));
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Describe());
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"{azure.Where}: there is no Azure DevOps at this address (404 for /_apis/wit/workitemrelationtypes). Expected the address of an organisation or collection, for example https://dev.azure.com/acme. Set Connections:acme:BaseUrl.", error.Message);
    }

    [Fact]
    public async Task A_sign_in_page_in_place_of_an_answer_is_a_refusal_and_is_asked_for_once()
    {
        await using var azure = new SmallAzure().On(SmallAzure.LinkKinds, new ScriptedAnswer(203, "<html>Sign in</html>", "text/html"));
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Describe());
        Assert.Equal(TrackerFault.Refused, error.Fault);
        Assert.Single(azure.All);
    }

    [Fact]
    public async Task Being_taken_for_nobody_is_a_refusal()
    {
        await using var azure = new SmallAzure().On("GET /acme/_apis/connectionData", """{"authenticatedUser":{"id":"aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}}""");
        var error = await Assert.ThrowsAsync<TrackerException>(() => azure.Describe());
        Assert.Equal(TrackerFault.Refused, error.Fault);
        Assert.Equal($"{azure.Where}: Azure DevOps takes us for nobody, as it does where a token has run out. Expected a personal access token of this organisation or collection that is still valid. Make a new token and set Connections:acme:Token or TokenFile.", error.Message);
    }

    [Fact]
    public void A_right_that_is_missing_is_given_to_a_token_by_a_scope_and_to_an_identity_of_entra_in_the_organisation()
    {
        var options = new AzureDevOpsOptions { Name = "acme", BaseUrl = new Uri("https://dev.azure.com/acme"), Token = "canary-7f3a" };
        using var byToken = new AzureSite(options, TimeProvider.System);
        using var byEntra = new AzureSite(options with { Token = "", Entra = new EntraOptions() }, TimeProvider.System);
        Assert.Equal("Give the personal access token the scope Work Items: Read, and its account access to the project.", byToken.Grant("Work Items: Read"));
        Assert.Equal("Add this identity to the organisation's users with the access level Basic, and to the readers of the project.", byEntra.Grant("Work Items: Read"));
    }

    [Fact]
    public async Task The_token_is_sent_as_a_password_without_a_user()
    {
        await using var azure = new SmallAzure();
        await azure.Describe();
        Assert.All(azure.All, r => Assert.Equal($"Basic {Convert.ToBase64String(":canary-7f3a"u8)}", r.Headers["Authorization"]));
    }

    [Fact]
    public void A_connection_without_credentials_is_an_error_before_anything_is_sent()
    {
        var options = new AzureDevOpsOptions { Name = "acme", BaseUrl = new Uri("https://dev.azure.com/acme"), Project = "Shop" };
        var error = Assert.Throws<TrackerException>(() => new AzureDevOpsTracker(options, TimeProvider.System));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal("acme (https://dev.azure.com/acme): there is no personal access token. Expected one, or Entra settings. Set Connections:acme:Token or TokenFile.", error.Message);
    }

    [Fact]
    public void A_token_and_an_identity_at_once_are_an_error()
    {
        var options = new AzureDevOpsOptions { Name = "acme", BaseUrl = new Uri("https://dev.azure.com/acme"), Token = "t", Entra = new EntraOptions() };
        var error = Assert.Throws<TrackerException>(() => new AzureDevOpsTracker(options, TimeProvider.System));
        Assert.Equal("acme (https://dev.azure.com/acme): there are both a personal access token and Entra settings. Expected one of them. Clear Connections:acme:Token or Entra.", error.Message);
    }

    [Fact]
    public void An_identity_needs_no_token()
    {
        var options = new AzureDevOpsOptions { Name = "acme", BaseUrl = new Uri("https://dev.azure.com/acme"), Entra = new EntraOptions { TenantId = "6d0f8a5e-0000-4000-8000-000000000001", ClientId = "6d0f8a5e-0000-4000-8000-000000000002", ClientSecret = "canary" } };
        using var tracker = new AzureDevOpsTracker(options, TimeProvider.System);
        Assert.Equal(0, tracker.Traffic.Requests);
    }
}
