using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker;
using BacklogHealth.Testing;

namespace BacklogHealth.Acceptance.Sync.Cases;

public sealed class AuthorityOfOnesOwnTests : IDisposable
{
    private static readonly TestAuthority Ours = new("Acme Root");
    private static readonly TestAuthority Theirs = new("Other Root");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Case", "31")]
    public async Task An_unknown_authority_is_refused_and_the_setting_is_named()
    {
        await using var sample = await Start();
        await using var front = new TlsFront(Ours.Issue(), sample.Server.BaseUrl);
        await Configure(sample, front, _ => { });
        Assert.Equal(1, await sample.Sync());
        Assert.Equal(
            $"sample ({Address(front)}): the certificate of the host comes from 'CN=Acme Root', which is not trusted. Expected an authority that this system trusts. If it is your own, name a file with its certificate (PEM) in Connections:0:CertificateAuthorityFile.\n",
            sample.Told);
        Assert.Empty(sample.Server.Requests);

        var (code, doctor) = await sample.Run("doctor");
        Assert.NotEqual(0, code);
        Assert.Contains("which is not trusted. Expected an authority that this system trusts.", doctor, StringComparison.Ordinal);
        Assert.Empty(sample.Server.Requests);
    }

    [Fact]
    [Trait("Case", "31")]
    public async Task An_authority_that_the_settings_name_is_trusted_and_the_doctor_says_until_when()
    {
        await using var sample = await Start();
        await using var front = new TlsFront(Ours.Issue(), sample.Server.BaseUrl);
        var file = Pem(Ours);
        await Configure(sample, front, connection => connection["CertificateAuthorityFile"] = file);
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, (await sample.Stored()).Count);
        Assert.Contains(
            FormattableString.Invariant($"OK    sample, certificate authorities: {file} holds 1 certificate, good until {Ours.Certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}"),
            (await sample.Run("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "31")]
    public async Task Another_authority_than_the_one_named_and_a_certificate_that_has_expired_are_refused()
    {
        await using var sample = await Start();
        await using (var front = new TlsFront(Ours.Issue(), sample.Server.BaseUrl))
        {
            await Configure(sample, front, connection => connection["CertificateAuthorityFile"] = Pem(Theirs));
            Assert.Equal(1, await sample.Sync());
            Assert.Contains("Add its certificate (PEM) to the file that Connections:0:CertificateAuthorityFile names.", sample.Told, StringComparison.Ordinal);
        }

        await using var late = new TlsFront(Ours.Issue(until: TestAuthority.Now.AddDays(-1)), sample.Server.BaseUrl);
        await Configure(sample, late, connection => connection["CertificateAuthorityFile"] = Pem(Ours));
        Assert.Equal(1, await sample.Sync());
        Assert.Contains("Expected a certificate that is valid today.", sample.Told, StringComparison.Ordinal);
        Assert.Empty(sample.Server.Requests);
    }

    [Theory]
    [Trait("Case", "31")]
    [InlineData("IgnoreCertificateErrors")]
    [InlineData("AllowInvalidCertificates")]
    [InlineData("VerifySsl")]
    public async Task There_is_no_setting_by_which_any_certificate_is_taken(string setting)
    {
        await using var sample = await Start();
        await using var front = new TlsFront(Ours.Issue(), sample.Server.BaseUrl);
        await Configure(sample, front, connection => connection[setting] = true);
        Assert.Equal(2, await sample.Sync());
        Assert.Contains($"found the setting 'Connections:0:{setting}', which does not exist.", sample.Told, StringComparison.Ordinal);
        Assert.Empty(sample.Server.Requests);
    }

    [Fact]
    [Trait("Case", "31")]
    public async Task A_file_of_authorities_that_is_not_there_is_an_error_of_settings()
    {
        await using var sample = await Start();
        await using var front = new TlsFront(Ours.Issue(), sample.Server.BaseUrl);
        var file = _folder.File("none.pem");
        await Configure(sample, front, connection => connection["CertificateAuthorityFile"] = file);
        Assert.Equal(2, await sample.Sync());
        Assert.Contains($"the file '{file}' cannot be read.", sample.Told, StringComparison.Ordinal);
        Assert.Contains($"MEND  sample, certificate authorities: {file}: it cannot be read as certificates.", (await sample.Run("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "31")]
    public async Task All_goes_through_the_proxy_that_the_settings_name_with_its_password()
    {
        await using var sample = await Start();
        await using var front = new TlsFront(Ours.Issue(), sample.Server.BaseUrl);
        await using var proxy = new ForwardingProxy("po:open sesame");
        void Through(JsonObject connection, string who) =>
            (connection["CertificateAuthorityFile"], connection["Proxy"]) = (Pem(Ours), $"http://{who}127.0.0.1:{proxy.Url.Port}");

        await Configure(sample, front, connection => Through(connection, ""));
        Assert.Equal(1, await sample.Sync());
        Assert.Contains("the proxy did not let us through (407)", sample.Told, StringComparison.Ordinal);
        Assert.Contains("Check Connections:0:Proxy, and whether the proxy wants a user and a password in it.", sample.Told, StringComparison.Ordinal);
        Assert.Empty(sample.Server.Requests);

        await Configure(sample, front, connection => Through(connection, "po:open%20sesame@"));
        Assert.True(await sample.Sync() == 0, sample.Told);
        Assert.Equal(sample.Project.Items.Length, (await sample.Stored()).Count);
        Assert.All(proxy.Lines, line => Assert.Equal($"CONNECT {front.Url.Authority} HTTP/1.1", line));
        Assert.DoesNotContain("sesame", sample.Told + (await sample.Run("doctor")).Output + (await sample.Run("config", "--json")).Output, StringComparison.Ordinal);
    }

    // The clock is the machine's: certificates are judged by no other.
    private static Task<SyncedSample> Start() =>
        SyncedSample.Start(SampleTrackerKind.JiraDataCenter, edit: b => SyncedSample.Small(b, 20), time: new SkippingTime(TestAuthority.Now));

    private static Task Configure(SyncedSample sample, TlsFront front, Action<JsonObject> change) => sample.Configure((connection, _) =>
    {
        connection["BaseUrl"] = front.Url.ToString();
        change(connection);
    });

    private static string Address(TlsFront front) => front.Url.ToString().TrimEnd('/');

    private string Pem(TestAuthority authority)
    {
        var file = _folder.File($"{authority.Certificate.Thumbprint}.pem");
        File.WriteAllText(file, authority.Pem);
        return file;
    }
}
