using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Commands;
using BacklogHealth.Settings;

namespace BacklogHealth.Tests.Commands;

public sealed class InitCommandTests : IDisposable
{
    private static readonly InitAnswers Server = new()
    {
        Url = "https://jira.acme.example/jira",
        Kind = TrackerKind.JiraDataCenter,
        TokenFile = "token.txt",
        AuthorityFile = "ca.pem",
        Proxy = "http://proxy:8080",
        Project = "CHK",
    };

    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void What_is_written_is_what_the_reader_of_settings_takes()
    {
        var file = _program.File("appsettings.json", (Server with { TimeZone = "Europe/Berlin" }).Document());
        var settings = new SettingsReader(MergedSettings.Read(file, named: true, new Dictionary<string, string>(StringComparer.Ordinal))).Read();

        Assert.Equal(new ConnectionSettings { Name = "jira", Kind = TrackerKind.JiraDataCenter, BaseUrl = new Uri("https://jira.acme.example/jira"), TokenFile = "token.txt", CertificateAuthorityFile = "ca.pem", Proxy = new Uri("http://proxy:8080") }, Assert.Single(settings.Connections));
        var team = Assert.Single(settings.Teams);
        Assert.Equal(("CHK", "jira", "CHK", "Europe/Berlin"), (team.Name, team.Connection, team.Project, team.TimeZone!.Id));
    }

    [Fact]
    public void Nothing_is_written_that_was_not_given()
    {
        using var document = JsonDocument.Parse((Server with { AuthorityFile = "", Proxy = "", Url = "https://acme.atlassian.net", Kind = TrackerKind.JiraCloud, User = "po@acme.example" }).Document());

        Assert.Equal(["Name", "Kind", "BaseUrl", "User", "TokenFile"], document.RootElement.GetProperty("Connections")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["Name", "Connection", "Project"], document.RootElement.GetProperty("Teams")[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void A_team_of_Azure_DevOps_is_called_as_it_is_there()
    {
        var answers = Server with { Url = "https://dev.azure.com/acme", Kind = TrackerKind.AzureDevOps, Project = "Shop", Board = "Web & App", AreaPath = "" };
        using var document = JsonDocument.Parse(answers.Document());

        Assert.Equal("devops", document.RootElement.GetProperty("Connections")[0].GetProperty("Name").GetString());
        Assert.Equal("Web & App", answers.Team().Name);
        Assert.Equal("Shop", (answers with { Board = "" }).Team().Name);
    }

    [Fact]
    public void Entra_stands_in_place_of_a_token_and_means_Azure_DevOps_wherever_it_is()
    {
        var answers = new InitAnswers { Url = "https://devops.acme.example/Main", TenantId = "t-1", ClientId = "c-1", ClientSecretFile = "secret.txt", Project = "Shop" };
        Assert.Equal(TrackerKind.AzureDevOps, answers.KnownKind);
        answers = answers with { Kind = answers.KnownKind };
        Assert.Equal(new EntraSettings { TenantId = "t-1", ClientId = "c-1", ClientSecretFile = "secret.txt" }, answers.Team().Connection!.Entra);

        var file = _program.File("appsettings.json", answers.Document());
        var written = Assert.Single(new SettingsReader(MergedSettings.Read(file, named: true, new Dictionary<string, string>(StringComparer.Ordinal))).Read().Connections);
        Assert.Equal(answers.Team().Connection! with { Name = "devops", OwnNames = null }, written);
        Assert.Equal(new EntraSettings(), (answers with { TenantId = "", ClientId = "", ClientSecretFile = "", ManagedIdentity = true }).Team().Connection!.Entra);
        Assert.Null((answers with { Kind = null, TenantId = "", ClientId = "", ClientSecretFile = "" }).KnownKind);
    }

    [Fact]
    public void A_team_that_is_known_by_its_board_alone_is_called_by_it()
    {
        var answers = Server with { Project = "", Board = "Checkout web" };
        Assert.Equal(("Checkout web", "", "Checkout web"), (answers.Team().Name, answers.Team().Settings.Project, answers.Team().Settings.Board));
    }

    [Theory]
    [InlineData("https://acme.atlassian.net", TrackerKind.JiraCloud)]
    [InlineData("https://api.atlassian.com/ex/jira/1", TrackerKind.JiraCloud)]
    [InlineData("https://dev.azure.com/acme", TrackerKind.AzureDevOps)]
    [InlineData("https://ACME.visualstudio.com", TrackerKind.AzureDevOps)]
    [InlineData("https://jira.acme.example", null)]
    [InlineData("https://atlassian.net.acme.example", null)]
    public void The_address_tells_the_kind_where_it_can(string url, object? kind) => Assert.Equal((TrackerKind?)kind, new InitAnswers { Url = url }.KnownKind);

    [Theory]
    [InlineData("--kind", "Jira", "backlog-health init, --kind: found 'Jira'; expected one of JiraCloud, JiraDataCenter, AzureDevOps. Correct the spelling.\n")]
    [InlineData("--kind", "AzureDevOps", "--kind: found AzureDevOps for https://acme.atlassian.net/; expected JiraCloud, which is what that host serves. Correct Kind or BaseUrl.\n")]
    [InlineData("--proxy", "proxy", "--proxy: found 'proxy'; expected an address as http://proxy.acme.example:8080, or http://user:password@proxy.acme.example:8080 where it asks who you are. Ask those who run the proxy.\n")]
    [InlineData("--area-path", "Shop", "--area-path: found 'Shop' for a team in a Jira; expected nothing, since only Azure DevOps has area paths. Leave it out; Query can narrow the team's items.\n")]
    [InlineData("--tenant-id", "t-1", "backlog-health init, Connections:0:Entra: found neither a secret nor a certificate; expected one of ClientSecretFile, ClientSecret and CertificateFile, or ManagedIdentity true. Add one.\nbacklog-health init, Connections:0:Entra: found Entra beside a token; expected one of them. Leave the token out, or leave Entra out.\n")]
    public async Task A_wrong_option_is_named_in_the_sentence(string option, string value, string sentence)
    {
        Assert.Equal(2, await _program.Run("init", "--config", Path.Combine(_program.Folder, "new.json"), "--url", "https://acme.atlassian.net", "--user", "po@acme.example", "--token-file", _program.File("token.txt", "token"), "--project", "CHK", option, value));
        Assert.Equal(sentence, _program.Error);
    }

    [Theory]
    [InlineData("2", "Field (FLD)")]
    [InlineData("fld", "Field (FLD)")]
    [InlineData("1", "Three (3)")]
    [InlineData("3", "Three (3)")]
    public void A_project_is_chosen_by_its_name_or_its_number(string typed, string chosen)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var asked = new InitQuestions(Call(error, typed)).Choose(Option, "The team's project", Projects, p => p.Shown, p => [p.Key]);

        Assert.Equal(chosen, asked.Shown);
        Assert.Equal("   1  Three (3)\n   2  Field (FLD)\n   3  Shop (CHK)\nThe team's project (its number or name): ", error.ToString());
    }

    [Theory]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("")]
    public void An_answer_that_is_none_of_them_is_told_and_asked_for_again(string typed)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var asked = new InitQuestions(Call(error, $"{typed}\nFLD\n")).Choose(Option, "The team's project", Projects, p => p.Shown, p => [p.Key]);

        Assert.Equal("Field (FLD)", asked.Shown);
        Assert.EndsWith($": There is no '{typed}' among them. Type the number or the name of one.\nThe team's project (its number or name): ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_that_are_called_the_same_the_number_decides()
    {
        using var error = new StringWriter { NewLine = "\n" };
        (string Id, string Name)[] fields = [("customfield_10106", "Story Points"), ("customfield_10206", "Story Points")];
        var asked = new InitQuestions(Call(error, "story points\n2\n")).Choose(Option, "The right one", fields, f => f.Id, f => [f.Id, f.Name]);

        Assert.Equal("customfield_10206", asked.Id);
        Assert.Contains("Several are called 'story points'. Type the number of one.\n", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_cannot_be_used_is_told_and_asked_for_again_until_nobody_answers()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var ask = new InitQuestions(Call(error, "\nthree\n3\n"));
        Assert.False(ask.MayRepeat);
        Assert.Equal("3", ask.For(Option, "How many", typed => _ = typed == "3" ? 3 : throw UserError.Usage($"'{typed}' is no number.")));
        Assert.Equal("How many: How many: 'three' is no number.\nHow many: ", error.ToString());
        Assert.True(ask.MayRepeat);

        Assert.Equal("backlog-health init: --project was left empty. Start again when you have it.", Assert.Throws<UserError>(() => ask.For(Option, "How many")).Message);
        Assert.False(ask.MayRepeat);
    }

    [Fact]
    public void An_empty_answer_stands_for_what_is_proposed() =>
        Assert.Equal("Europe/Berlin", new InitQuestions(Call(TextWriter.Null, "\n")).For(Option, "Zone", usual: "Europe/Berlin"));

    [Fact]
    public void Every_field_that_a_team_can_name_has_an_option_and_is_written()
    {
        var fields = SettingsCatalogue.All.Select(s => s.Path).Where(p => p.StartsWith("Teams:*:", StringComparison.Ordinal) && p.EndsWith("Field", StringComparison.Ordinal)).Select(p => p.Split(':')[2]).ToList();
        Assert.Equal(fields.Order(StringComparer.Ordinal), InitOptions.Fields.Keys);

        var answers = Server with { Fields = fields.ToImmutableSortedDictionary(f => f, f => $"id of {f}", StringComparer.Ordinal) };
        using var document = JsonDocument.Parse(answers.Document());
        Assert.All(fields, f => Assert.Equal($"id of {f}", document.RootElement.GetProperty("Teams")[0].GetProperty(f).GetString()));
        Assert.Equal("id of RankField", answers.Team().Settings.Fields.Rank);
    }

    [Fact]
    public void Without_anybody_to_ask_the_candidates_are_named()
    {
        using var error = new StringWriter();
        var many = Enumerable.Range(1, 32).Select(n => (Key: FormattableString.Invariant($"P{n}"), Shown: FormattableString.Invariant($"P{n}"))).ToList();
        var few = Assert.Throws<UserError>(() => new InitQuestions(Call(error, null)).Choose(Option, "The team's project", Projects, p => p.Shown, p => [p.Key]));
        var lots = Assert.Throws<UserError>(() => new InitQuestions(Call(error, null)).Choose(Option, "The team's project", many, p => p.Shown, p => [p.Key]));

        Assert.Equal("backlog-health init: --project is missing, and there is nobody to ask. Expected one of: Three (3), Field (FLD), Shop (CHK). Add --project.", few.Message);
        Assert.EndsWith("P29, P30 and 2 more. Add --project.", lots.Message, StringComparison.Ordinal);
    }

    private static readonly System.CommandLine.Option<string?> Option = new("--project");

    private static readonly (string Key, string Shown)[] Projects = [("3", "Three (3)"), ("FLD", "Field (FLD)"), ("CHK", "Shop (CHK)")];

    private static Call Call(TextWriter error, string? typed)
    {
        var host = new AppHost(TextWriter.Null, error, new StringReader(typed ?? ""), TimeProvider.System, new Dictionary<string, string>(StringComparer.Ordinal), IsTerminal: false, CanAsk: typed is not null);
        return new Call(host, new CommandLineApp(host).Root().Parse("init"));
    }
}
