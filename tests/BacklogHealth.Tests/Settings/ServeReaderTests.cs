namespace BacklogHealth.Tests.Settings;

public sealed class ServeReaderTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("Urls", "127.0.0.1", "found '127.0.0.1'; expected an address to listen on, as http://127.0.0.1:5080 or http://0.0.0.0:5080; encryption is the business of a proxy before it. Correct it or leave it out.")]
    [InlineData("Urls", "http://127.0.0.1:5080;https://127.0.0.1:5081", "found 'https://127.0.0.1:5081'; expected an address to listen on, as http://127.0.0.1:5080 or http://0.0.0.0:5080; encryption is the business of a proxy before it. Correct it or leave it out.")]
    [InlineData("Urls", "http://127.0.0.1:99999", "found 'http://127.0.0.1:99999'; expected an address to listen on, as http://127.0.0.1:5080 or http://0.0.0.0:5080; encryption is the business of a proxy before it. Correct it or leave it out.")]
    [InlineData("Urls", "http://127.0.0.1:5080/below", "found 'http://127.0.0.1:5080/below'; expected an address to listen on, as http://127.0.0.1:5080 or http://0.0.0.0:5080; encryption is the business of a proxy before it. Correct it or leave it out.")]
    [InlineData("Urls", "http://unix:/tmp/x", "found 'http://unix:/tmp/x'; expected an address to listen on, as http://127.0.0.1:5080 or http://0.0.0.0:5080; encryption is the business of a proxy before it. Correct it or leave it out.")]
    [InlineData("PublicUrl", "https://acme.example/backlog", "found 'https://acme.example/backlog'; expected an address without a path, as https://backlog.acme.example. Give it a name of its own there.")]
    [InlineData("LinkDays", "0", "found '0'; expected a whole number from 1 to 999999. Correct it or leave it out.")]
    [InlineData("KeepPastReportsDays", "1.5", "found '1.5'; expected a whole number from 1 to 999999. Correct it or leave it out.")]
    [InlineData("Token", "canary-short", "found a token that is shorter than that; expected at least 32 visible characters of ASCII. Make one with `openssl rand -base64 32`.")]
    [InlineData("Token", "canary 0123456789 0123456789 0123456789", "found a token with spaces or letters beyond ASCII; expected at least 32 visible characters of ASCII. Make one with `openssl rand -base64 32`.")]
    [InlineData("LinkKey", "canary-key", "found what is no key; expected at least 32 bytes as base64. Make one with `openssl rand -base64 32`.")]
    [InlineData("TrustedProxies:0", "proxy.acme.example", "found 'proxy.acme.example'; expected the address of a proxy, as 10.0.0.5. Correct it.")]
    [InlineData("OpenIdConnect:Authority", "http://login.acme.example", "found 'http://login.acme.example/'; expected an address that begins with https://, since it says who comes in. Correct it.")]
    [InlineData("OpenIdConnect:ClientId", "backlog", "found no provider, and what it calls this program; expected the provider's address, as https://login.acme.example. Add it.")]
    [InlineData("OpenIdConnect:AllowedDomains:0", "@acme.example", "found '@acme.example'; expected the domain of e-mail addresses alone, as acme.example. Write acme.example.")]
    [InlineData("OpenIdConnect:AllowedDomains:0", "*.acme.example", "found '*.acme.example'; expected the domain of e-mail addresses alone, as acme.example. Correct it, and name each domain by itself.")]
    [InlineData("OpenIdConnect:RequiredClaim", "groups", "found 'groups'; expected a name and a value, as groups=backlog. Correct it or leave it out.")]
    public async Task What_cannot_be_meant_is_told_and_a_secret_is_not(string setting, string value, string expected)
    {
        Assert.Equal(2, await _program.With($"BACKLOGHEALTH__Serve__{setting.Replace(":", "__", StringComparison.Ordinal)}", value).Run("config", "show"));
        Assert.Contains(expected, _program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", _program.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("zwei")]
    [InlineData("1000000")]
    public async Task A_number_that_is_none_is_told_once(string value)
    {
        Assert.Equal(2, await _program.With("BACKLOGHEALTH__Serve__StaleHours", value).Run("config", "show"));
        Assert.Equal($"variable BACKLOGHEALTH__Serve__StaleHours, Serve:StaleHours: found '{value}'; expected a whole number from 1 to 999999. Correct it or leave it out.\n", _program.Error);
    }

    [Fact]
    public async Task Secrets_are_masked_where_settings_are_shown()
    {
        _program.With("BACKLOGHEALTH__Serve__Token", "canary-0123456789abcdef0123456789abcdef").With("BACKLOGHEALTH__Serve__LinkKey", Convert.ToBase64String("canary-canary-canary-canary-canary"u8))
            .With("BACKLOGHEALTH__Serve__OpenIdConnect__Authority", "https://login.acme.example").With("BACKLOGHEALTH__Serve__OpenIdConnect__ClientId", "backlog").With("BACKLOGHEALTH__Serve__OpenIdConnect__ClientSecret", "canary-secret");

        Assert.Equal(0, await _program.Run("config", "show"));

        var shown = _program.Output;
        Assert.Equal(0, await _program.Run("config", "show", "--json"));
        Assert.All(new[] { shown, _program.Output }, s =>
        {
            Assert.Equal(3, s.Split("****").Length - 1);
            Assert.DoesNotContain("canary", s, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String("canary"u8)[..6], s, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("short", "a token that is shorter than that")]
    [InlineData("with a space 0123456789abcdef0123456789", "a token with spaces or letters beyond ASCII")]
    public async Task A_file_with_a_token_that_can_be_guessed_is_told_without_it(string token, string found)
    {
        var file = _program.File("token.txt", token + "\n");
        Assert.Equal(2, await _program.With("BACKLOGHEALTH__Serve__TokenFile", file).Run("serve"));
        Assert.Equal($"Serve:TokenFile: the first line of {file} is {found}. Expected at least 32 visible characters of ASCII. Make one with `openssl rand -base64 32`.\n", _program.Error);
    }

    [Fact]
    public async Task A_token_in_two_places_is_told()
    {
        _program.With("BACKLOGHEALTH__Serve__Token", "canary-0123456789abcdef0123456789abcdef").With("BACKLOGHEALTH__Serve__TokenFile", "token.txt");
        Assert.Equal(2, await _program.Run("config", "show"));
        Assert.Equal("variable BACKLOGHEALTH__Serve__TokenFile, Serve:TokenFile: found a file, and the same without a file; expected one of them. Leave Serve:Token out.\n", _program.Error);
    }
}
