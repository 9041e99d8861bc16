using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class CertificateTests : IDisposable
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private static readonly TestAuthority Ours = new("Acme Root");
    private static readonly TestAuthority Theirs = new("Other Root");
    private readonly TemporaryFolder _folder = new();
    private readonly SkippingTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_authority_that_the_connection_names_is_trusted()
    {
        await using var server = await Start(Ours.Issue());
        using var http = Ways.Http(server.Url, _time, Trusting(Ours.Pem));
        await http.Get("/x");
    }

    [Fact]
    public async Task Any_of_several_authorities_in_one_file_is_trusted()
    {
        await using var server = await Start(Ours.Issue());
        using var http = Ways.Http(server.Url, _time, Trusting("Our authorities\n" + Theirs.Pem + Ours.Pem));
        await http.Get("/x");
    }

    [Fact]
    public async Task An_authority_between_that_the_host_sends_along_needs_no_mention()
    {
        var between = new TestAuthority("Acme Issuing", Ours);
        await using var server = await Start(between.Issue(), between.Certificate);
        using var http = Ways.Http(server.Url, _time, Trusting(Ours.Pem));
        await http.Get("/x");
    }

    [Fact]
    public async Task A_certificate_that_vouches_for_itself_is_trusted_where_it_is_named()
    {
        var certificate = TestAuthority.SelfSigned();
        await using var server = await Start(certificate);
        using var http = Ways.Http(server.Url, _time, Trusting(certificate.ExportCertificatePem()));
        await http.Get("/x");
    }

    [Fact]
    public async Task An_unknown_authority_is_refused_and_the_setting_is_named()
    {
        await using var server = await Start(Ours.Issue());
        using var http = Ways.Http(server.Url, _time);
        await Refused(server, http, "the certificate of the host comes from 'CN=Acme Root', which is not trusted. Expected an authority that this system trusts. If it is your own, name a file with its certificate (PEM) in Connections:acme:CertificateAuthorityFile.");
    }

    [Fact]
    public async Task Another_authority_than_the_one_named_is_refused()
    {
        await using var server = await Start(Ours.Issue());
        var network = Trusting(Theirs.Pem);
        using var http = Ways.Http(server.Url, _time, network);
        await Refused(server, http, $"the certificate of the host comes from 'CN=Acme Root', which is not trusted, neither by this system nor by '{network.CertificateAuthorityFile}'. Expected an authority that one of them knows. Add its certificate (PEM) to the file that Connections:acme:CertificateAuthorityFile names.");
    }

    [Fact]
    public async Task A_certificate_that_has_expired_is_refused_whoever_it_comes_from()
    {
        var certificate = Ours.Issue(until: TestAuthority.Now.AddDays(-2));
        await using var server = await Start(certificate);
        using var http = Ways.Http(server.Url, _time, Trusting(Ours.Pem));
        string Day(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await Refused(server, http, $"the certificate 'CN=tracker' of the host is valid from {Day(certificate.NotBefore)} to {Day(certificate.NotAfter)} only. Expected a certificate that is valid today. Have it renewed, and check the clock of this machine.");
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused_whoever_it_comes_from()
    {
        await using var server = await Start(Ours.Issue("jira.acme.example"));
        using var http = Ways.Http(server.Url, _time, Trusting(Ours.Pem));
        await Refused(server, http, "the certificate of the host is made out to 'jira.acme.example'. Expected one for '127.0.0.1'. Use the name in the certificate as the host in settings, or have a certificate made for this one.");
    }

    [Fact]
    public async Task A_certificate_for_another_purpose_is_refused_whoever_it_comes_from()
    {
        await using var server = await Start(Ours.Issue(usage: ClientAuthentication));
        using var http = Ways.Http(server.Url, _time, Trusting(Ours.Pem));
        await Refused(server, http, "the certificate 'CN=tracker' of the host is not accepted (NotValidForUsage). Expected one that is good for a secure connection. Have the host's certificate checked.");
    }

    [Theory]
    [InlineData("", "holds no certificate in PEM")]
    [InlineData("not a certificate", "holds no certificate in PEM")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "holds something else than certificates in PEM")]
    [InlineData(null, "cannot be read")]
    public void A_file_without_certificates_is_an_error_of_settings(string? content, string why)
    {
        var file = _folder.File("ca.pem");
        if (content is not null)
        {
            File.WriteAllText(file, content);
        }

        var error = Assert.Throws<TrackerException>(() => Ways.Http(new Uri("https://acme.example"), _time, new() { CertificateAuthorityFile = file }));
        Assert.Equal(TrackerFault.Settings, error.Fault);
        Assert.Equal($"acme: the file '{file}' {why}. Expected one or more certificates of authorities, each between BEGIN CERTIFICATE and END CERTIFICATE. Correct Connections:acme:CertificateAuthorityFile, or leave it out.", error.Message);
    }

    private static Task<ScriptedServer> Start(params X509Certificate2[] certificates) => ScriptedServer.Start(_ => Task.FromResult<ScriptedAnswer>("{}"), [.. certificates]);

    private static async Task Refused(ScriptedServer server, TrackerHttp http, string sentence)
    {
        var error = await http.Fails();
        Assert.Equal(TrackerFault.Unreachable, error.Fault);
        Assert.Equal($"acme ({server.At()}): {sentence}", error.Message);
        Assert.Empty(server.Requests);
        Assert.Equal(1, http.Traffic.Requests);
    }

    private TrackerNetwork Trusting(string pem)
    {
        var file = _folder.File("ca.pem");
        File.WriteAllText(file, pem);
        return new() { CertificateAuthorityFile = file };
    }
}
