using BacklogHealth.Settings;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Settings;

/// <summary>Where an operating system keeps secrets, and what finds them there.</summary>
public sealed class SecretFoldersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _variables = new(StringComparer.OrdinalIgnoreCase);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Systemd_s_credentials_come_first_and_a_container_s_secrets_are_looked_at_in_any_case()
    {
        Assert.Equal(["/run/secrets"], SecretFolders.Of(_variables).Folders);
        _variables["CREDENTIALS_DIRECTORY"] = "/run/credentials/backlog-health.service";
        Assert.Equal(["/run/credentials/backlog-health.service", "/run/secrets"], SecretFolders.Of(_variables).Folders);
    }

    [Fact]
    public void A_name_alone_is_looked_for_there_and_anything_else_is_taken_as_it_stands()
    {
        var folders = new SecretFolders([_folder.File("none"), _folder.Path]);
        var secret = _folder.File("token-4711");
        File.WriteAllText(secret, "canary\n");

        Assert.Equal(secret, folders.Find("token-4711"));
        Assert.Equal("other-4711", folders.Find("other-4711"));
        Assert.Equal("./token-4711", folders.Find("./token-4711"));
        Assert.Equal("/etc/token-4711", folders.Find("/etc/token-4711"));
        Assert.Equal("", folders.Find(""));
    }

    [Theory]
    [InlineData("Connections__0__TokenFile")]
    [InlineData("Mail__PasswordFile")]
    [InlineData("Storage__PasswordFile")]
    [InlineData("Subscriptions__0__Channels__0__UrlFile")]
    [InlineData("Subscriptions__0__Channels__0__SecretFile")]
    [InlineData("Serve__TokenFile")]
    [InlineData("Serve__LinkKeyFile")]
    [InlineData("Serve__OpenIdConnect__ClientSecretFile")]
    public void Every_file_of_a_secret_may_be_a_credential_of_systemd(string setting)
    {
        File.WriteAllText(_folder.File("secret-4711"), "https://hooks.acme.example/canary\n");
        Set("CREDENTIALS_DIRECTORY", _folder.Path);
        Set("Connections__0__Name", "acme", "Connections__0__Kind", "JiraCloud", "Connections__0__BaseUrl", "https://acme.atlassian.net", "Connections__0__User", "po@acme.example");
        Set("Teams__0__Name", "Checkout", "Teams__0__Project", "CHK", "Subscriptions__0__Name", "weekly", "Subscriptions__0__Channels__0__Kind", "webhook");
        Set("Subscriptions__0__Channels__0__Url", "https://hooks.acme.example/own", "Subscriptions__0__Channels__0__Secret", "own-key");
        Set("Mail__Host", "mail.acme.example", "Mail__From", "bh@acme.example", "Mail__User", "bh", "Mail__Password", "own-password");
        Set("Storage__Provider", "Postgres", "Storage__ConnectionString", "Host=db;Username=bh");
        Set("Serve__OpenIdConnect__Authority", "https://login.acme.example", "Serve__OpenIdConnect__ClientId", "backlog");
        _variables.Remove($"BACKLOGHEALTH__{setting[..^4]}");
        Set(setting, "secret-4711");

        var settings = new SettingsReader(MergedSettings.Read(_folder.File("none.json"), named: false, _variables)).Read();
        var receiver = settings.Subscriptions[0].Channels[0].Receiver!;
        var serve = settings.Serve;
        string[] files = [settings.Connections[0].TokenFile, settings.Mail.PasswordFile, settings.Storage.PasswordFile, receiver.UrlFile, receiver.SecretFile, serve.TokenFile, serve.LinkKeyFile, serve.OpenId!.ClientSecretFile];

        Assert.Equal([_folder.File("secret-4711")], files.Where(f => f.Length > 0));
    }

    private void Set(params string[] pairs)
    {
        foreach (var pair in pairs.Chunk(2))
        {
            _variables[pair[0].Contains("__", StringComparison.Ordinal) ? $"BACKLOGHEALTH__{pair[0]}" : pair[0]] = pair[1];
        }
    }
}
