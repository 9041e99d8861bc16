namespace BacklogHealth.Tests.Settings;

public sealed class ConnectionReaderTests : IDisposable
{
    private const string Cloud = "\"Name\": \"acme\", \"BaseUrl\": \"https://acme.atlassian.net\", \"User\": \"po@acme.example\"";
    private const string Server = "\"Name\": \"acme\", \"Kind\": \"JiraDataCenter\", \"BaseUrl\": \"https://jira.acme.example\"";
    private const string DevOps = "\"Name\": \"acme\", \"Kind\": \"AzureDevOps\", \"BaseUrl\": \"https://dev.azure.com/acme\"";
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    public static TheoryData<string> Good() =>
    [
        Cloud,
        "\"Name\": \"acme\", \"BaseUrl\": \"https://api.atlassian.com/ex/jira/11223344\", \"BrowseUrl\": \"https://acme.atlassian.net\", \"User\": \"po@acme.example\"",
        Server,
        Server.Replace("https://", "", StringComparison.Ordinal),
        Server + ", \"BrowseUrl\": \"http://intranet.acme.example/jira\"",
        Server + ", \"CertificateAuthorityFile\": \"ca.pem\", \"Proxy\": \"http://proxy.acme.example:8080\"",
        Server + ", \"Proxy\": \"http://po:canary-4711@proxy.acme.example:8080\"",
        "\"Name\": \"acme\", \"Kind\": \"JiraDataCenter\", \"BaseUrl\": \"http://jira.acme.example/jira\", \"AllowPlainHttp\": true",
        "\"Name\": \"acme\", \"Kind\": \"JiraDataCenter\", \"BaseUrl\": \"http://127.0.0.1:8080\"",
        Cloud + ", \"SprintField\": \"customfield_1\", \"EpicLinkField\": \"Epic Link\", \"RankField\": \"Rank\", \"FlaggedField\": \"Flagged\", \"TeamField\": \"Team\"",
        DevOps,
        DevOps + ", \"StoryPointsField\": \"Custom.Points\", \"AcceptanceCriteriaField\": \"Custom.Criteria\"",
        DevOps + ", \"Entra\": { \"ManagedIdentity\": true }",
        DevOps + ", \"Entra\": { \"TenantId\": \"t\", \"ClientId\": \"c\", \"ClientSecretFile\": \"s.txt\", \"Authority\": \"https://login.microsoftonline.us\" }",
        DevOps + ", \"Entra\": { \"TenantId\": \"t\", \"ClientId\": \"c\", \"CertificateFile\": \"c.pem\" }",
        "\"Name\": \"acme\", \"Kind\": \"AzureDevOps\", \"BaseUrl\": \"https://acme.visualstudio.com\"",
        "\"Name\": \"acme\", \"Kind\": \"AzureDevOps\", \"BaseUrl\": \"https://devops.acme.example/tfs/DefaultCollection\"",
    ];

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Every_way_to_a_tracker_can_be_set(string connection)
    {
        var code = await _program.Run("config", "show", "--config", _program.File("own.json", $"{{ \"Connections\": [ {{ {connection} }} ] }}"));

        Assert.Equal("", _program.Error);
        Assert.Equal(0, code);
        Assert.DoesNotContain("canary", _program.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Wrong() => new()
    {
        { "\"Name\": \"acme\", \"BaseUrl\": \"http://acme.example\", \"User\": \"u\"", "BaseUrl: found 'http://acme.example'; expected https, since the token travels with each request. Use the https address, or set AllowPlainHttp to true where nobody else listens on the way." },
        { Server.Replace("https://jira.acme.example", "https://jira.acme.example/?os_authType=basic", StringComparison.Ordinal), "BaseUrl: found 'https://jira.acme.example/?os_authType=basic'; expected an address as https://acme.atlassian.net, without ? or # and what follows. Leave that part out." },
        { Server.Replace("https://jira.acme.example", "jira.acme.example/#home", StringComparison.Ordinal), "BaseUrl: found 'jira.acme.example/#home'; expected an address as https://acme.atlassian.net, without ? or # and what follows. Leave that part out." },
        { Server.Replace("https://jira.acme.example", "ftp://acme", StringComparison.Ordinal), "BaseUrl: found 'ftp://acme'; expected an address as https://acme.atlassian.net, without a user. Copy it from the browser, up to the host." },
        { "\"Name\": \"acme\", \"User\": \"u\", \"BaseUrl\": \"https://po:canary-4711@acme.atlassian.net\"", "BaseUrl: found 'https://po:****@acme.atlassian.net'; expected an address as https://acme.atlassian.net, without a user. Copy it from the browser, up to the host." },
        { "\"Name\": \"acme\", \"BaseUrl\": \"https://acme.atlassian.net\"", "User: found nothing; expected the e-mail address that the token belongs to, which Jira Cloud wants beside it. Add it." },
        { "\"Name\": \"acme\", \"Kind\": \"Jira\", \"BaseUrl\": \"https://acme.example\"", "Kind: found 'Jira'; expected JiraCloud, JiraDataCenter or AzureDevOps. Correct the spelling." },
        { "\"Name\": \"acme\", \"Kind\": \"2\", \"BaseUrl\": \"https://acme.example\"", "Kind: found '2'; expected JiraCloud, JiraDataCenter or AzureDevOps. Correct the spelling." },
        { "\"Name\": \"acme\", \"Kind\": \"JiraDataCenter\", \"BaseUrl\": \"https://acme.atlassian.net\"", "Kind: found JiraDataCenter for https://acme.atlassian.net/; expected JiraCloud, which is what that host serves. Correct Kind or BaseUrl." },
        { "\"Name\": \"acme\", \"BaseUrl\": \"https://dev.azure.com/acme\", \"User\": \"u\"", "Kind: found JiraCloud for https://dev.azure.com/acme; expected AzureDevOps, which is what that host serves. Correct Kind or BaseUrl." },
        { "\"Name\": \"acme\", \"Kind\": \"AzureDevOps\", \"BaseUrl\": \"https://dev.azure.com\"", "BaseUrl: found 'https://dev.azure.com'; expected the address with the organisation and nothing behind it, as https://dev.azure.com/acme. Correct it." },
        { "\"Name\": \"acme\", \"Kind\": \"AzureDevOps\", \"BaseUrl\": \"https://dev.azure.com/acme/Field%20Service\"", "BaseUrl: found 'https://dev.azure.com/acme/Field%20Service'; expected the address with the organisation and nothing behind it, as https://dev.azure.com/acme. Correct it." },
        { "\"Name\": \"acme\", \"BaseUrl\": \"https://api.atlassian.com\", \"User\": \"u\"", "BaseUrl: found 'https://api.atlassian.com'; expected the address with the site's cloud id, as https://api.atlassian.com/ex/jira/11223344-a1b2-3b33-c444-def123456789. Correct it." },
        { "\"Name\": \"acme\", \"BaseUrl\": \"https://acme.atlassian.net/jira\", \"User\": \"u\"", "BaseUrl: found 'https://acme.atlassian.net/jira'; expected the address of the site alone, as https://acme.atlassian.net. Correct it." },
        { Cloud + ", \"Token\": \"canary\\n4711\"", "Token: found a text with a line break or another sign that cannot be seen; expected a token, which is made of letters, digits and signs of ASCII alone. Copy it anew: all of it, and nothing else." },
        { DevOps + ", \"Token\": \"canarý\"", "Token: found a text with signs beyond ASCII; expected a token, which is made of letters, digits and signs of ASCII alone. Copy it anew: all of it, and nothing else." },
        { Server + ", \"Token\": \"${CANARY_TOKEN}\"", "Token: found the name of a variable; expected the token itself, since settings do not fill in variables. Set the variable BACKLOGHEALTH__Connections__0__Token to the token, or put it into a file and name that in TokenFile." },
        { Server + ", \"Proxy\": \"proxy:8080\"", "Proxy: found 'proxy:8080'; expected an address as http://proxy.acme.example:8080, or http://user:password@proxy.acme.example:8080 where it asks who you are. Ask those who run the proxy." },
        { Cloud + ", \"Entra\": { \"ManagedIdentity\": true }", "Entra: found Entra for JiraCloud; expected a token, since only Azure DevOps takes Entra. Put the token into TokenFile, and leave Entra out." },
        { DevOps + ", \"TokenFile\": \"t.txt\", \"Entra\": { \"ManagedIdentity\": true }", "Entra: found Entra beside a token; expected one of them. Leave the token out, or leave Entra out." },
        { DevOps + ", \"Entra\": { \"ManagedIdentity\": true, \"CertificateFile\": \"c.pem\" }", "Entra:ManagedIdentity: found a managed identity beside a secret or certificate; expected one of them, since a managed identity has neither. Leave one out." },
        { DevOps + ", \"Entra\": { \"TenantId\": \"t\", \"ClientId\": \"c\" }", "Entra: found neither a secret nor a certificate; expected one of ClientSecretFile, ClientSecret and CertificateFile, or ManagedIdentity true. Add one." },
        { DevOps + ", \"Entra\": { \"TenantId\": \"t\", \"ClientId\": \"c\", \"ClientSecret\": \"canary-4711\", \"CertificateFile\": \"c.pem\" }", "Entra: found more than one secret or certificate; expected one of ClientSecretFile, ClientSecret and CertificateFile, or ManagedIdentity true. Leave the others out." },
        { DevOps + ", \"SprintField\": \"Custom.Sprint\"", "SprintField: found 'Custom.Sprint' for Azure DevOps; expected nothing, since only in Jira can another field hold it. Leave it out." },
        { DevOps + ", \"Entra\": { \"TenantId\": \"t\", \"ClientSecret\": \"canary-4711\" }", "Entra: found no ClientId; expected both, which the application's page in Entra shows. Add it." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_connection_is_told_in_a_sentence_without_its_secret(string connection, string sentence)
    {
        Assert.Equal(2, await _program.Run("config", "show", "--config", _program.File("own.json", $"{{ \"Connections\": [ {{ {connection} }} ] }}")));
        Assert.EndsWith($", Connections:0:{sentence}\n", _program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", _program.Error + _program.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> WrongTeams() => new()
    {
        { Cloud, "\"Project\": \"CHK\", \"AreaPath\": \"Shop\"", "AreaPath: found 'Shop' for a team in a Jira; expected nothing, since only Azure DevOps has area paths. Leave it out; Query can narrow the team's items." },
        { DevOps, "\"Project\": \"Shop\", \"AreaPath\": \"Shop\\\\App\", \"Query\": \"[System.State] <> 'Removed'\"", "AreaPath: found an area path beside a query; expected one of them, since the query alone says which items are the team's. Leave one out; in a query it is [System.AreaPath] UNDER 'Shop\\App'." },
        { DevOps, "\"Board\": \"Shop Team\"", "Project: found nothing; expected the name of the team's project, which Azure DevOps wants beside a board or a query, too. Add it." },
        { DevOps, "\"Project\": \"Shop\", \"RankField\": \"Custom.Order\"", "RankField: found 'Custom.Order' for Azure DevOps; expected nothing, since only in Jira can another field hold it. Leave it out." },
        { DevOps, "\"Query\": \"[System.State] <> 'Removed'\"", "Project: found nothing; expected the name of the team's project, which Azure DevOps wants beside a board or a query, too. Add it." },
    };

    [Theory]
    [MemberData(nameof(WrongTeams))]
    public async Task A_team_that_asks_for_what_its_tracker_does_not_have_is_told(string connection, string team, string sentence)
    {
        Assert.Equal(2, await _program.Run("config", "show", "--config", _program.File("own.json", $"{{ \"Connections\": [ {{ {connection} }} ], \"Teams\": [ {{ \"Name\": \"A\", {team} }} ] }}")));
        Assert.EndsWith($", Teams:0:{sentence}\n", _program.Error, StringComparison.Ordinal);
    }
}
