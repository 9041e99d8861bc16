using BacklogHealth.Serving;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Serving;

public sealed class LinkKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_made_once_beside_the_database_for_its_owner_alone()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => LinkKey.Of(Settings(), "elsewhere/appsettings.json"))));

        Assert.All(keys, k => Assert.Equal(keys[0], k));
        Assert.Equal((32, false), (keys[0].Length, keys[0].All(b => b == 0)));
        Assert.Equal(["backlog-health.key"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("backlog-health.key")));
        }
    }

    [Fact]
    public void Where_data_are_on_a_server_it_lies_beside_the_settings()
    {
        var settings = Settings() with { Storage = new StorageSettings(StorageEngine.Postgres, "Host=db.acme.example;Database=backlog_health") };
        LinkKey.Of(settings, _folder.File("appsettings.json"));
        Assert.True(File.Exists(_folder.File("backlog-health.key")));
    }

    [Fact]
    public void Several_nodes_share_the_one_of_settings()
    {
        var key = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        Assert.Equal(key, LinkKey.Of(Settings() with { Serve = new ServeSettings { LinkKey = Convert.ToBase64String(key) } }, ""));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("this is no base64 at all, and long enough for a key of any kind")]
    public void A_file_that_holds_no_key_is_told_and_left_as_it_is(string content)
    {
        var file = _folder.File("backlog-health.key");
        File.WriteAllText(file, content);

        var error = Assert.Throws<UserError>(() => LinkKey.Of(Settings(), ""));

        Assert.Equal((ExitCode.Usage, $"Serve:LinkKeyFile: {file} holds no key. Expected at least 32 bytes as base64. Remove the file to have another key made; links and logins of the old one end."), (error.Code, error.Message));
        Assert.Equal(content, File.ReadAllText(file));
    }

    [Fact]
    public void A_place_that_is_not_there_is_told()
    {
        var file = _folder.File("gone/key");
        var error = Assert.Throws<UserError>(() => LinkKey.Of(Settings() with { Serve = new ServeSettings { LinkKeyFile = file } }, ""));
        Assert.StartsWith($"Serve:LinkKeyFile: {file} cannot be read or made (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("). Expected a file that this account may read, in a folder that it may write to. Mend it, or name another.", error.Message, StringComparison.Ordinal);
    }

    private AppSettings Settings() => new(new StorageSettings(StorageEngine.Sqlite, $"Data Source={_folder.File("test.db")}"), [], [], [], "out");
}
