using System.Net;

namespace BacklogHealth.SampleTracker.Tests.Routes.AzureDevOps;

public class AzureTrackerTests
{
    [Fact]
    public async Task The_address_holds_the_collection_and_answers_tell_the_samples_time()
    {
        await using var sample = await Sample.StartAzure();
        Assert.EndsWith("/sample/", sample.Server.BaseUrl.ToString(), StringComparison.Ordinal);
        using var response = await sample.Client.GetAsync(new Uri("_apis/projects", UriKind.Relative));
        Assert.Equal(Testing.SkippingTime.Start, response.Headers.Date);
    }

    [Theory]
    [InlineData(AzureSignIn.Page, 203, "text/html")]
    [InlineData(AzureSignIn.Redirect, 302, "text/html")]
    [InlineData(AzureSignIn.Unauthorized, 401, "text/html")]
    public async Task Wrong_credentials_lead_to_a_page_and_not_to_JSON(AzureSignIn way, int status, string type)
    {
        await using var sample = await Sample.StartAzure(change: o => o with { Azure = new AzureDevOpsOptions { SignIn = way } });
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = sample.Server.BaseUrl };
        client.DefaultRequestHeaders.Authorization = Sample.Basic(":wrong");
        using var response = await client.GetAsync(new Uri("_apis/projects", UriKind.Relative));
        Assert.Equal((status, type), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("anybody:secret")]
    [InlineData(":secret")]
    public async Task The_token_is_the_password_of_any_user(string credentials)
    {
        await using var sample = await Sample.StartAzure();
        sample.Client.DefaultRequestHeaders.Authorization = Sample.Basic(credentials);
        await sample.Get("_apis/projects");
    }

    [Fact]
    public async Task An_Entra_token_goes_alone()
    {
        await using var sample = await Sample.StartAzure();
        sample.Client.DefaultRequestHeaders.Authorization = new("Bearer", "secret");
        await sample.Get("_apis/projects");
    }

    [Fact]
    public async Task A_version_above_the_highest_is_out_of_range()
    {
        await using var sample = await Sample.StartAzure(change: o => o with { Azure = new AzureDevOpsOptions { HighestApiVersion = "7.0" } });
        await sample.Get("_apis/projects?api-version=7.0");
        var error = await sample.Get("_apis/projects?api-version=7.1", 400);
        Assert.Equal("The requested REST API version of 7.1 is out of range for this server. The latest REST API version this server supports is 7.0.", error.GetProperty("message").GetString());
        Assert.Equal("VssVersionOutOfRangeException", error.GetProperty("typeKey").GetString());
    }

    [Fact]
    public async Task The_version_may_stand_in_the_accept_header_and_must_stand_somewhere_in_a_post()
    {
        await using var sample = await Sample.StartAzure();
        Assert.StartsWith("No api-version was supplied", (await sample.Post("_apis/wit/workitemsbatch", """{"ids":[10001]}""", 400)).GetProperty("message").GetString(), StringComparison.Ordinal);
        sample.Client.DefaultRequestHeaders.Accept.ParseAdd("application/json;api-version=7.1-preview.1");
        await sample.Post("_apis/wit/workitemsbatch", """{"ids":[10001]}""");
    }

    [Fact]
    public async Task A_preview_wants_the_word()
    {
        await using var sample = await Sample.StartAzure();
        var error = await sample.Get("Checkout/_apis/wit/workItems/10001/comments?api-version=7.1", 400);
        Assert.Equal("VssInvalidPreviewVersionException", error.GetProperty("typeKey").GetString());
    }

    [Fact]
    public async Task A_hidden_project_looks_as_if_it_were_not_there()
    {
        await using var sample = await Sample.StartAzure(change: o => o with { HiddenProjects = ["FLD"] });
        Assert.Equal(2, (await sample.Get("_apis/projects")).GetProperty("count").GetInt32());
        await sample.Get("Field%20Service/_apis/wit/workitemtypes", 404);
        await sample.Get("_apis/wit/workItems/20001", 404);
        var revisions = await sample.Get("_apis/wit/reporting/workitemrevisions");
        Assert.DoesNotContain(revisions.GetProperty("values").EnumerateArray(), r => r.GetProperty("id").GetInt32() is > 20000 and < 30000);
    }

    [Fact]
    public async Task Anybody_can_read_an_item_as_a_page_with_everything_encoded()
    {
        await using var sample = await Sample.StartAzure();
        sample.Client.DefaultRequestHeaders.Authorization = null;
        using var response = await sample.Client.GetAsync(new Uri("Checkout/_workitems/edit/10003", UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<h1>Voucher &lt;script&gt;alert(1)&lt;/script&gt; breaks the basket</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"" + sample.Server.BaseUrl + "Checkout/_workitems/edit/10001\">10001</a> Pay by voucher", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_find_where_each_resource_lies()
    {
        await using var sample = await Sample.StartAzure();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri("_apis/wit", UriKind.Relative));
        using var response = await sample.Client.SendAsync(request);
        Assert.Contains("72c7ddf8-2cdc-4f60-90cd-ab71c14a399b", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains((await sample.Get("_apis/ResourceAreas")).GetProperty("value").EnumerateArray(), a => a.GetProperty("id").GetString() == "5264459e-e5e0-4bd8-b118-0985e68a4ec5");
        Assert.Equal(36, (await sample.Get("_apis/connectionData")).GetProperty("authenticatedUser").GetProperty("id").GetString()!.Length);
    }
}
