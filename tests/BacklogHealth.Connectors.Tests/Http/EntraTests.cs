using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class EntraTests : IDisposable
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555";
    private const string Client = "66666666-7777-8888-9999-000000000000";
    private const string Scope = "499b84ac-1321-427f-aa17-267ca6975798/.default";
    private static readonly TestAuthority Authority = new("Acme Root");
    private readonly TemporaryFolder _folder = new();

    public EntraTests() => File.WriteAllText(_folder.File("ca.pem"), Authority.Pem);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_secret_is_exchanged_once_for_a_token_however_many_requests_need_it()
    {
        await using var entra = await Entra(_ => Token("first", 3600));
        await using var tracker = await ScriptedServer.Start("{}");
        using var http = Http(tracker, Secret(entra));
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => http.Get($"/{i}")));
        var asked = Form(Assert.Single(entra.Requests));
        Assert.Equal($"/{Tenant}/oauth2/v2.0/token", entra.Requests[0].Path);
        Assert.Equal((Client, Ways.Canary, Scope, "client_credentials"), (asked["client_id"], asked["client_secret"], asked["scope"], asked["grant_type"]));
        Assert.All(tracker.Requests, r => Assert.Equal("Bearer first", r.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends()
    {
        var tokens = 0;
        await using var entra = await Entra(_ => Token($"token{(++tokens).ToString(CultureInfo.InvariantCulture)}", 240));
        await using var tracker = await ScriptedServer.Start("{}");
        using var http = Http(tracker, Secret(entra));
        await http.Get("/a");
        await http.Get("/b");
        Assert.Equal(["Bearer token1", "Bearer token2"], tracker.Requests.Select(r => r.Headers["Authorization"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_signs_for_us_and_its_key_stays_here(bool pem)
    {
        using var certificate = Authority.Issue("backlog-health");
        var file = _folder.File("identity");
        if (pem)
        {
            File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        }
        else
        {
            File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12));
        }

        await using var entra = await Entra(_ => Token("signed", 3600));
        await using var tracker = await ScriptedServer.Start("{}");
        using var http = Http(tracker, new() { TenantId = Tenant, ClientId = Client, CertificateFile = file, Authority = entra.Url });
        await http.Get("/x");
        Assert.Equal("Bearer signed", tracker.Requests[0].Headers["Authorization"]);
        var jwt = Form(Assert.Single(entra.Requests))["client_assertion"].Split('.');
        var padding = Encoding.UTF8.GetString(Decoded(jwt[0])).Contains("PS256", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        Assert.True(certificate.GetRSAPublicKey()!.VerifyData(Encoding.ASCII.GetBytes($"{jwt[0]}.{jwt[1]}"), Decoded(jwt[2]), HashAlgorithmName.SHA256, padding));
    }

    [Fact]
    public async Task A_refusal_is_asked_for_once_and_told_without_the_secret()
    {
        var allAsk = new TaskCompletionSource();
        await using var entra = await Entra(_ => new ScriptedAnswer(401, $$"""{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret {{Ways.Canary}} provided.","error_codes":[7000215]}"""), allAsk.Task);
        await using var tracker = await ScriptedServer.Start("{}");
        using var http = Http(tracker, Secret(entra));
        var failing = Enumerable.Range(0, HostPaces.DefaultInFlight).Select(_ => http.Fails()).ToArray();
        allAsk.SetResult();
        var errors = await Task.WhenAll(failing);
        Assert.All(errors, error =>
        {
            Assert.Equal(TrackerFault.Refused, error.Fault);
            Assert.Equal($"acme ({tracker.At()}): Microsoft Entra ({entra.At()}) refused the application {Client} (AADSTS7000215). Expected a secret that it knows and that is still valid. Correct Connections:acme:Entra.", error.Message);
            Assert.DoesNotContain(Ways.Canary, error.ToString(), StringComparison.Ordinal);
        });
        Assert.Single(entra.Requests);
        Assert.Empty(tracker.Requests);
    }

    [Fact]
    public async Task A_tracker_that_does_not_know_the_identity_refuses_it_once()
    {
        await using var entra = await Entra(_ => Token("unknown", 3600));
        await using var tracker = await ScriptedServer.Start(new ScriptedAnswer(401, ""));
        using var http = Http(tracker, Secret(entra));
        Assert.Equal($"acme ({tracker.At()}): the tracker refused the credentials (401). Expected an identity that may read the organisation. Give this identity access to the organisation in Azure DevOps, or set Connections:acme:Entra to another one.", (await http.Fails()).Message);
        Assert.Single(tracker.Requests);
    }

    [Theory]
    [InlineData(403, "application/json", "the account may not read GET /x (403). Expected an account that may browse the team's items. Ask an administrator for the permission, or set Connections:acme:Entra for another account.")]
    [InlineData(203, "text/html", "GET /x answered with a sign-in page (203), so the tracker does not know the credentials. Expected an identity that may read the organisation. Give this identity access to the organisation in Azure DevOps, or set Connections:acme:Entra to another one.")]
    public async Task A_refusal_speaks_of_the_settings_that_hold_the_identity(int status, string mediaType, string sentence)
    {
        await using var entra = await Entra(_ => Token("narrow", 3600));
        await using var tracker = await ScriptedServer.Start(new ScriptedAnswer(status, "", mediaType));
        using var http = Http(tracker, Secret(entra));
        Assert.Equal($"acme ({tracker.At()}): {sentence}", (await http.Fails()).Message);
    }

    [Fact]
    public async Task A_sign_in_service_with_an_unknown_certificate_gets_no_secret()
    {
        await using var entra = await Entra(_ => Token("first", 3600));
        await using var tracker = await ScriptedServer.Start("{}");
        using var http = Http(tracker, Secret(entra), new TrackerNetwork());
        var error = await http.Fails();
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"acme ({tracker.At()}): at Microsoft Entra ({entra.At()}), the certificate of the host comes from 'CN=Acme Root', which is not trusted. Expected an authority that this system trusts. If it is your own, name a file with its certificate (PEM) in Connections:acme:CertificateAuthorityFile.", error.Message);
        Assert.Empty(entra.Requests);
    }

    [Fact]
    public async Task A_sign_in_service_that_is_not_there_is_no_refusal()
    {
        Uri gone;
        await using (var entra = await Entra(_ => "{}"))
        {
            gone = entra.Url;
        }

        await using var tracker = await ScriptedServer.Start("{}");
        using var http = Http(tracker, new() { TenantId = Tenant, ClientId = Client, ClientSecret = Ways.Canary, Authority = gone });
        var error = await http.Fails();
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"acme ({tracker.At()}): Microsoft Entra ({gone.GetLeftPart(UriPartial.Authority)}) gave no answer. Expected a token for Azure DevOps. Check the network, the proxy and Connections:acme:Entra (Authority).", error.Message);
    }

    [Fact]
    public async Task The_way_to_the_sign_in_service_goes_through_the_proxy_too()
    {
        await using var entra = await Entra(_ => Token("first", 3600));
        await using var tracker = await ScriptedServer.Start("{}");
        await using var proxy = new ForwardingProxy();
        using var http = Http(tracker, Secret(entra), new() { CertificateAuthorityFile = _folder.File("ca.pem"), Proxy = proxy.Url });
        await http.Get("/x");
        Assert.Equal([$"CONNECT {entra.Url.Authority} HTTP/1.1", $"GET {tracker.At()}/x HTTP/1.1"], proxy.Lines);
    }

    [Fact]
    public async Task The_managed_identity_of_this_machine_gives_a_token_without_a_proxy_between()
    {
        await using var machine = await ScriptedServer.Start(_ => new ScriptedAnswer(200, $$"""{"access_token":"managed","token_type":"Bearer","resource":"x","expires_on":"{{TestAuthority.Now.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}}"}"""));
        await using var tracker = await ScriptedServer.Start("{}");
        await using var proxy = new ForwardingProxy();
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", machine.Url + "msi/token");
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "of this machine");
        try
        {
            using var http = Http(tracker, new() { ClientId = Client }, new() { Proxy = proxy.Url });
            await http.Get("/x");
        }
        finally
        {
            Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
            Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        }

        var asked = Assert.Single(machine.Requests);
        Assert.Equal(("/msi/token", "of this machine"), (asked.Path, asked.Headers["X-IDENTITY-HEADER"]));
        Assert.Contains("resource=499b84ac-1321-427f-aa17-267ca6975798", asked.Query, StringComparison.Ordinal);
        Assert.Contains($"client_id={Client}", asked.Query, StringComparison.Ordinal);
        Assert.Equal("Bearer managed", Assert.Single(tracker.Requests).Headers["Authorization"]);
        Assert.Equal([$"GET {tracker.At()}/x HTTP/1.1"], proxy.Lines);
    }

    [Theory]
    [InlineData("", Client, "s", "", "there is no directory for Microsoft Entra. Expected the ids that the application's page in Entra shows. Set Connections:acme:Entra (TenantId).")]
    [InlineData(Tenant, "", "s", "", "there is no application for Microsoft Entra. Expected the ids that the application's page in Entra shows. Set Connections:acme:Entra (ClientId).")]
    [InlineData(Tenant, Client, "", "", "there is a directory, but neither a secret nor a certificate for Microsoft Entra. Expected one of them for an application, or no directory for the managed identity of this machine. Set Connections:acme:Entra (ClientSecret or CertificateFile).")]
    [InlineData(Tenant, Client, "s", "/x.pem", "there are a secret and a certificate for Microsoft Entra. Expected one of them, so that it is known which one is used. Leave one out of Connections:acme:Entra (ClientSecret and CertificateFile).")]
    [InlineData("no tenant!", Client, "s", "", "TenantId or ClientId is none that Entra could know for Microsoft Entra. Expected the ids that the application's page in Entra shows. Correct Connections:acme:Entra (TenantId and ClientId).")]
    [InlineData(Tenant, Client, "", "/nowhere/x.pem", "the file '/nowhere/x.pem' gives no certificate with its private key for Microsoft Entra. Expected one with both, in PEM or PKCS#12, without a password. Correct Connections:acme:Entra (CertificateFile).")]
    public void Options_that_cannot_be_used_are_an_error_of_settings(string tenant, string client, string secret, string file, string sentence)
    {
        var error = Assert.Throws<TrackerException>(() => TrackerCredentials.Entra(new() { TenantId = tenant, ClientId = client, ClientSecret = secret, CertificateFile = file }, new(), TimeProvider.System, Site(new("https://acme.example"))));
        Assert.Equal((TrackerFault.Settings, $"acme (https://acme.example): {sentence}"), (error.Fault, error.Message));
    }

    [Fact]
    public void A_certificate_without_its_key_is_an_error_of_settings()
    {
        var error = Assert.Throws<TrackerException>(() => TrackerCredentials.Entra(new() { TenantId = Tenant, ClientId = Client, CertificateFile = _folder.File("ca.pem") }, new(), TimeProvider.System, Site(new("https://acme.example"))));
        Assert.Equal(TrackerFault.Settings, error.Fault);
    }

    private static Task<ScriptedServer> Entra(Func<ScriptedRequest, ScriptedAnswer> script, Task? notBefore = null) => ScriptedServer.Start(
        async r =>
        {
            await (notBefore ?? Task.CompletedTask);
            return script(r);
        },
        [Authority.Issue()]);

    private static ScriptedAnswer Token(string token, int seconds) => FormattableString.Invariant($$"""{"token_type":"Bearer","expires_in":{{seconds}},"ext_expires_in":{{seconds}},"access_token":"{{token}}"}""");

    private static EntraOptions Secret(ScriptedServer entra) => new() { TenantId = Tenant, ClientId = Client, ClientSecret = Ways.Canary, Authority = entra.Url };

    private static TrackerSite Site(Uri url) => new("acme", url, "Azure DevOps", "an identity that may read the organisation", allowPlainHttp: false);

    private static Dictionary<string, string> Form(ScriptedRequest request) =>
        request.Body.Split('&').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => WebUtility.UrlDecode(p[1]), StringComparer.Ordinal);

    private static byte[] Decoded(string part) => System.Buffers.Text.Base64Url.DecodeFromChars(part);

    private TrackerHttp Http(ScriptedServer tracker, EntraOptions options, TrackerNetwork? network = null)
    {
        network ??= new TrackerNetwork { CertificateAuthorityFile = _folder.File("ca.pem") };
        return new(Site(tracker.Url), TrackerCredentials.Entra(options, network, TimeProvider.System, Site(tracker.Url)), network, TimeSpan.FromSeconds(60), TimeProvider.System);
    }
}
