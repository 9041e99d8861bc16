using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Settings;

public sealed class SecretsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(TrackerKind.JiraCloud, "Make an API token in your Atlassian account and put it there.")]
    [InlineData(TrackerKind.JiraDataCenter, "Make a personal access token in your Jira profile and put it there.")]
    [InlineData(TrackerKind.AzureDevOps, "Make a personal access token under User settings, with the scope Work Items (Read), and put it there.")]
    public void A_connection_without_a_token_says_where_one_is_made(object kind, string todo)
    {
        var error = Assert.Throws<UserError>(() => Secrets.Token(Connection() with { At = "3", Kind = (TrackerKind)kind }));

        Assert.Equal($"connection acme: there is no token. Expected one in the file that Connections:3:TokenFile names, in the variable BACKLOGHEALTH__Connections__3__Token, or in Connections:3:Token. {todo}", error.Message);
    }

    [Fact]
    public void A_secret_is_the_first_line_of_its_file()
    {
        var file = Write("token-1 \nsecond line\n");

        Assert.Equal("token-1", Secrets.Token(Connection() with { TokenFile = file }));
        Assert.Equal("token-1", Secrets.ClientSecret(Connection() with { Entra = new EntraSettings { ClientSecretFile = file } }));
    }

    [Fact]
    public void An_empty_file_and_one_that_is_not_there_are_told()
    {
        var empty = Write("");
        var missing = _folder.File("missing.txt");

        Assert.Equal($"Connections:0:TokenFile: the token file {empty} is empty. Expected the token in its first line. Put it there.", Assert.Throws<UserError>(() => Secrets.Token(Connection() with { TokenFile = empty })).Message);
        Assert.Equal($"Connections:0:Entra:ClientSecretFile: the secret file {missing} cannot be read. Expected a file that this account may read, with the secret in its first line. Create it, or name another.", Assert.Throws<UserError>(() => Secrets.ClientSecret(Connection() with { Entra = new EntraSettings { ClientSecretFile = missing } })).Message);
        Assert.Equal($"Storage:PasswordFile: the password file {missing} cannot be read. Expected a file that this account may read, with the password in its first line. Create it, or name another.", Assert.Throws<UserError>(() => Secrets.ConnectionString(new StorageSettings(StorageEngine.Postgres, "Host=db", missing))).Message);
    }

    public static TheoryData<string, string> NoTokens() => new()
    {
        { "canary\u0001ng", "a text with a line break or another sign that cannot be seen. Expected a token, which is made of letters, digits and signs of ASCII alone. Copy it anew: all of it, and nothing else." },
        { "can ary", "a text with a space in it. Expected a token, which is made of letters, digits and signs of ASCII alone. Copy it anew: all of it, and nothing else." },
        { "canarý", "a text with signs beyond ASCII. Expected a token, which is made of letters, digits and signs of ASCII alone. Copy it anew: all of it, and nothing else." },
        { "${CANARY}", "the name of a variable. Expected the token itself, since settings do not fill in variables. Set the variable BACKLOGHEALTH__Connections__0__Token to the token, or put it into a file and name that in TokenFile." },
    };

    [Theory]
    [MemberData(nameof(NoTokens))]
    public void A_file_whose_first_line_can_be_no_token_is_told_without_a_word_of_it(string line, string sentence)
    {
        var file = Write(line + "\n");
        var error = Assert.Throws<UserError>(() => Secrets.Token(Connection() with { TokenFile = file }));

        Assert.Equal(ExitCode.Usage, error.Code);
        Assert.Equal($"Connections:0:TokenFile: the first line of {file} is {sentence}", error.Message);
    }

    [Fact]
    public void The_password_of_a_user_may_hold_any_sign_that_can_be_seen()
    {
        var file = Write("pass wörd\n");
        Assert.Equal("pass wörd", Secrets.Token(Connection() with { Kind = TrackerKind.JiraDataCenter, User = "po", TokenFile = file }));
        Assert.Throws<UserError>(() => Secrets.Token(Connection() with { Kind = TrackerKind.JiraDataCenter, User = "", TokenFile = file }));
    }

    [Theory]
    [InlineData("Host=db;Username=bh")]
    [InlineData("Host=db;Username=bh; ")]
    public void The_password_of_a_database_is_added_whatever_signs_it_holds(string connection)
    {
        var whole = Secrets.ConnectionString(new StorageSettings(StorageEngine.Postgres, connection, Write("it's;a=\"secret\"\n")));

        var read = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = whole };
        Assert.Equal("it's;a=\"secret\"", read["Password"]);
        Assert.Equal("bh", read["Username"]);
    }

    [Fact]
    public void No_record_of_settings_shows_a_secret()
    {
        var connection = Connection() with { Token = "canary-1", Entra = new EntraSettings { ClientSecret = "canary-2" } };
        var storage = new StorageSettings(StorageEngine.Postgres, "Host=db;Password=canary-3");

        Assert.DoesNotContain("canary", $"{connection} {connection.Entra} {storage}", StringComparison.Ordinal);
        Assert.Equal("Postgres (Host=db;Password=****)", storage.ToString());
    }

    [Theory]
    [InlineData("Data Source=backlog-health.db", "Data Source=backlog-health.db")]
    [InlineData("Host=db;PASSWORD=\"a\"\"b;c\";Port=1", "Host=db;PASSWORD=****;Port=1")]
    [InlineData("Host=db;Passfile=/etc/pass;SSL Password=x", "Host=db;Passfile=/etc/pass;SSL Password=****")]
    [InlineData("postgres://bh:p@ss@db.acme.example/bh", "postgres://bh:****@db.acme.example/bh")]
    [InlineData("https://acme.atlassian.net/browse/CHK-1", "https://acme.atlassian.net/browse/CHK-1")]
    public void Passwords_inside_a_text_are_masked_and_nothing_else(string text, string masked) => Assert.Equal(masked, SecretText.Masked(text));

    private static ConnectionSettings Connection() => new() { Name = "acme", Kind = TrackerKind.JiraCloud, BaseUrl = new Uri("https://acme.atlassian.net") };

    private string Write(string content)
    {
        var file = _folder.File("secret.txt");
        File.WriteAllText(file, content);
        return file;
    }
}
