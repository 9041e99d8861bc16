using BacklogHealth.Settings;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Settings;

public sealed class KnownSecretsTests : IDisposable
{
    private const string Secret = "canary-0123456789abcdef0123456789abcdef";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Connections__0__TokenFile")]
    [InlineData("Connections__0__Entra__ClientSecretFile")]
    [InlineData("Mail__PasswordFile")]
    [InlineData("Storage__PasswordFile")]
    [InlineData("Subscriptions__0__Channels__0__UrlFile")]
    [InlineData("Subscriptions__0__Channels__0__SecretFile")]
    [InlineData("Serve__TokenFile")]
    [InlineData("Serve__LinkKeyFile")]
    [InlineData("Serve__OpenIdConnect__ClientSecretFile")]
    public void The_first_line_of_every_file_of_a_secret_is_masked(string setting)
    {
        File.WriteAllText(_folder.File("secret"), Secret + "\n");
        Assert.Equal("said **** aloud", Of(setting, _folder.File("secret")).Masked($"said {Secret} aloud"));
        Assert.Equal("said **** aloud", Of(setting, "secret", "CREDENTIALS_DIRECTORY", _folder.Path).Masked($"said {Secret} aloud"));
    }

    [Theory]
    [InlineData("Connections__0__Token")]
    [InlineData("Mail__Password")]
    [InlineData("Subscriptions__0__Channels__0__Secret")]
    [InlineData("Serve__Token")]
    [InlineData("Serve__LinkKey")]
    [InlineData("Serve__OpenIdConnect__ClientSecret")]
    public void Every_secret_of_settings_is_masked(string setting) => Assert.Equal("said **** aloud", Of(setting, Secret).Masked($"said {Secret} aloud"));

    [Fact]
    public void A_secret_that_the_program_has_made_is_masked() => Assert.Equal("said **** aloud", KnownSecrets.Of(MergedSettings.Read("none.json", named: false, new Dictionary<string, string>()), Secret).Masked($"said {Secret} aloud"));

    private static KnownSecrets Of(string setting, string value, params string[] variable)
    {
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [$"BACKLOGHEALTH__{setting}"] = value };
        if (variable is [var name, var folder])
        {
            variables[name] = folder;
        }

        return KnownSecrets.Of(MergedSettings.Read("none.json", named: false, variables));
    }
}
