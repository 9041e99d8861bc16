using BacklogHealth.Settings;
using BacklogHealth.Tests.Delivery;

namespace BacklogHealth.Tests.Settings;

/// <summary>A token goes to the host that it was made for, and whoever may change the settings file cannot have it sent elsewhere.</summary>
public sealed class TokenHostTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_host_beside_a_token_in_a_variable_holds_against_the_settings_file()
    {
        await using var other = await WebReceiver.Start();
        var config = Config($"http://127.0.0.1:{other.Port}", "\"TokenHost\": \"127.0.0.1\"");
        _program.With("BACKLOGHEALTH__Connections__0__Token", "canary-6011").With("BACKLOGHEALTH__Connections__0__TokenHost", "acme.atlassian.net");

        Assert.Equal(2, await _program.Run("sync", "--config", config));
        Assert.Equal(
            "variable BACKLOGHEALTH__Connections__0__TokenHost, Connections:0:TokenHost: found credentials for 'acme.atlassian.net' beside an address at '127.0.0.1'; expected the same host in both, since credentials go to no other than the one they were made for. Correct BaseUrl; or, if the tracker is another one now, put its own credentials in place and name its host here.\n",
            _program.Error);
        Assert.Empty(other.Taken);
    }

    [Fact]
    public async Task A_host_in_the_token_s_own_file_holds_against_the_settings_file()
    {
        await using var other = await WebReceiver.Start();
        var file = _program.File("token.txt", "canary-6012\nhost acme.atlassian.net\n");
        var config = Config($"http://127.0.0.1:{other.Port}", $"\"TokenFile\": \"{file}\"");

        Assert.Equal(2, await _program.Run("sync", "--config", config));
        Assert.Equal(
            $"Connections:0:TokenFile: the token in {file} is for 'acme.atlassian.net', and the connection's address is at '127.0.0.1'. Expected the same host in both, since a token goes to no other than the one it was made for. Correct BaseUrl; or, if the tracker is another one now, put its own token and host into the file.\n",
            _program.Error);
        Assert.Empty(other.Taken);
    }

    [Theory]
    [InlineData("canary-6013\nhost 127.0.0.1\n")]
    [InlineData("canary-6013\nmade on 3 March\n")]
    public async Task A_token_goes_to_its_own_host_and_other_words_behind_it_mean_nothing(string content)
    {
        await using var own = await WebReceiver.Start();
        var config = Config($"http://127.0.0.1:{own.Port}", $"\"TokenFile\": \"{_program.File("token.txt", content)}\"");
        _program.With("BACKLOGHEALTH__Connections__0__TokenHost", "127.0.0.1");

        await _program.Run("sync", "--config", config);
        Assert.NotEmpty(own.Taken);
        Assert.Equal("canary-6013", Secrets.Token(new ConnectionSettings { Name = "acme", Kind = TrackerKind.JiraCloud, BaseUrl = new Uri("http://127.0.0.1"), TokenFile = Path.Combine(_program.Folder, "token.txt") }));
    }

    private string Config(string address, string more) => _program.File("appsettings.json", $$"""
        { "Connections": [ { "Name": "acme", "Kind": "JiraCloud", "BaseUrl": "{{address}}", "User": "po@acme.example", {{more}} } ],
          "Teams": [ { "Name": "Checkout", "Project": "CHK" } ] }
        """);
}
