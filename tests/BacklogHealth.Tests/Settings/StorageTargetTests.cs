using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Settings;

public sealed class StorageTargetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Host=db;Database=bh;Username=u", StorageEngine.Postgres, "Host=db;Database=bh;Username=u")]
    [InlineData("Provider=Postgres;Host=db;Database=bh", StorageEngine.Postgres, "Host=db;Database=bh")]
    [InlineData("Server=db;Database=bh", StorageEngine.Postgres, "Server=db;Database=bh")]
    [InlineData("postgres://u:p%40ss@db:5433/bh?sslmode=require", StorageEngine.Postgres, "Host=db;Database=bh;Port=5433;Username=u;Password=p@ss;SSL Mode=require")]
    [InlineData("postgresql://db/bh", StorageEngine.Postgres, "Host=db;Database=bh")]
    [InlineData("host=db;SSL mode=require", StorageEngine.Postgres, "Host=db;SSL Mode=require")]
    [InlineData("Data Source=copy.db", StorageEngine.Sqlite, "Data Source=copy.db")]
    [InlineData("provider=sqlite;data source=copy.db", StorageEngine.Sqlite, "Data Source=copy.db")]
    [InlineData("folder/copy.db", StorageEngine.Sqlite, "Data Source=folder/copy.db")]
    public void A_place_can_be_named_in_every_usual_way(string to, StorageEngine engine, string connection)
    {
        var target = StorageTarget.Read(to, "");

        Assert.Equal((engine, connection), (target.Engine, target.ConnectionString));
    }

    [Fact]
    public void Another_settings_file_names_its_database()
    {
        var file = _folder.File("other.json");
        File.WriteAllText(file, """{ "Storage": { "Provider": "Postgres", "ConnectionString": "Host=db", "PasswordFile": "p.txt" } }""");

        Assert.Equal(new StorageSettings(StorageEngine.Postgres, "Host=db", "p.txt") { Setting = $"{file}, Storage:ConnectionString", PasswordSetting = $"{file}, Storage:PasswordFile" }, StorageTarget.Read(file, ""));
    }

    [Fact]
    public void A_password_may_come_from_a_file() =>
        Assert.Equal(new StorageSettings(StorageEngine.Postgres, "Host=db", "p.txt") { Setting = "--to", PasswordSetting = "--password-file" }, StorageTarget.Read("Host=db", "p.txt"));

    [Theory]
    [InlineData("copy.db", "p.txt", "--password-file: found a password for Sqlite; expected none, since a file has no password. Leave it out.")]
    [InlineData("Host=db;Password=canary", "p.txt", "--password-file: found a password here and one in --to; expected one of them. Leave one out.")]
    [InlineData("Provider=Oracle;Password=canary", "", "--to: found 'Provider=Oracle;Password=****'; expected a PostgreSQL database as \"Host=db.acme.example;Database=backlog_health;Username=backlog_health\" or postgres://backlog_health@db.acme.example/backlog_health, a SQLite file as copy.db, or a settings file as other.json. Correct it.")]
    [InlineData("postgres://u:canary@db", "", "--to: found 'postgres://u:****@db'; expected a PostgreSQL database as \"Host=db.acme.example;Database=backlog_health;Username=backlog_health\" or postgres://backlog_health@db.acme.example/backlog_health, a SQLite file as copy.db, or a settings file as other.json. Correct it.")]
    [InlineData("=", "", "--to: found '='; expected a PostgreSQL database as \"Host=db.acme.example;Database=backlog_health;Username=backlog_health\" or postgres://backlog_health@db.acme.example/backlog_health, a SQLite file as copy.db, or a settings file as other.json. Correct it.")]
    public void What_names_no_place_is_told_without_its_password(string to, string passwordFile, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<UserError>(() => StorageTarget.Read(to, passwordFile)).Message);
}
