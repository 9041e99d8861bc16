using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_file_that_is_named_and_not_there_is_told()
    {
        Assert.Equal(2, await _program.Run("config", "show", "--config", "nowhere.json"));
        Assert.Equal($"nowhere.json: there is no such file. Expected a settings file. Make one with `{Product.CommandLine} init`, or leave --config out.\n", _program.Error);
    }

    [Fact]
    public async Task Broken_JSON_names_line_and_column()
    {
        var file = _program.File("broken.json", "{\n  \"Teams\": [ { \"Name\": \"A\" \"Project\": \"B\" } ]\n}");

        Assert.Equal(2, await _program.Run("config", "show", "--config", file));
        Assert.Equal($"{file} line 2, column 28: this is no valid JSON. Expected settings as in appsettings.example.json. Look for a missing comma, quote or brace at or before this place.\n", _program.Error);
    }

    [Fact]
    public async Task A_misspelt_setting_is_answered_with_the_nearest_one()
    {
        var file = _program.File("typo.json", "{ \"Teams\": [ { \"Name\": \"A\", \"Projekt\": \"B\" } ] }");

        Assert.Equal(2, await _program.Run("config", "show", "--config", file));
        Assert.Equal($"{file}: found the setting 'Teams:0:Projekt', which does not exist. Did you mean 'Teams:0:Project'? All settings are listed in reports/settings.md and appsettings.example.json.\n", _program.Error);
    }

    [Fact]
    public async Task One_team_in_place_of_a_list_of_teams_is_answered_with_the_place_of_the_first()
    {
        var file = _program.File("one.json", "{ \"Teams\": { \"Name\": \"A\" } }");

        Assert.Equal(2, await _program.Run("config", "show", "--config", file));
        Assert.Equal($"{file}: found the setting 'Teams:Name', which does not exist. Did you mean 'Teams:0:Name'? All settings are listed in reports/settings.md and appsettings.example.json.\n", _program.Error);
    }

    [Fact]
    public async Task An_empty_variable_for_a_list_leaves_it_empty()
    {
        _program.With("BACKLOGHEALTH__Teams__0__Name", "A").With("BACKLOGHEALTH__Teams__0__Mutes", "");

        Assert.Equal(0, await _program.Run("config", "show"));
    }

    public static TheoryData<string, string> WrongValues() => new()
    {
        { "{ \"Teams\": [ { \"Name\": \"A\", \"Mutes\": \"CL005\" } ] }", "Teams:0:Mutes: found the text 'CL005'; expected a list as [ \"CL005\" ]. Put it into brackets; as a variable, end its name with __0." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"Workflow\": \"Finished\" } ] }", "Teams:0:Workflow: found the text 'Finished'; expected names of states, each with its meaning, as { \"Waiting for release\": \"Finished\" }. Write it so, or leave it out." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"DaysOff\": [ \"2026-05-15\", \"24.12.2026\" ] } ] }", "Teams:0:DaysOff: found '24.12.2026'; expected a day as 2026-12-24, or the first and the last of at most a year as 2026-12-24..2027-01-01. Write it year first." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"DaysOff\": [ \"2026-12-24..2027-11-01\" ] } ] }", "Teams:0:DaysOff: found 313 days off within the year from 2026-12-24 on; expected at most 183, since a team works for half of a year at least. Look for a mistyped year, and leave out what is no day off of the whole team." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"CalendarFiles\": \"holidays.ics\" } ] }", "Teams:0:CalendarFiles: found the text 'holidays.ics'; expected a list as [ \"holidays.ics\" ]. Put it into brackets; as a variable, end its name with __0." },
        { "{ \"Deliveries\": [ { \"Name\": \"R\", \"Teams\": [ \"B\" ], \"Items\": [ \"B-1\" ] } ] }", "Deliveries:0:Teams: found 'B'; expected the name of a team, and there is none. Correct the name or add the team." },
        { "{ \"Storage\": { \"Provider\": \"Oracle\" } }", "Storage:Provider: found 'Oracle'; expected Sqlite or Postgres. Set it to Sqlite or leave it out." },
        { "{ \"Storage\": { \"Provider\": \"Postgres\" } }", "Storage:ConnectionString: found nothing; expected server, database and user, as Host=db.acme.example;Database=backlog_health;Username=backlog_health. Add it." },
        { "{ \"Storage\": { \"PasswordFile\": \"p.txt\" } }", "Storage:PasswordFile: found a password for Sqlite; expected nothing, since a file has no password. Leave it out, or set Provider to Postgres." },
        { "{ \"Storage\": { \"Provider\": \"Postgres\", \"ConnectionString\": \"Host=db;Password=canary\", \"PasswordFile\": \"p.txt\" } }", "Storage:PasswordFile: found a password here and one in ConnectionString; expected one of them. Leave the one in ConnectionString out." },
        { "{ \"Storage\": { \"KeepPayloadsDays\": 1.5 } }", "Storage:KeepPayloadsDays: found '1.5'; expected a whole number from 0 to 999999. Correct it or leave it out." },
        { "{ \"Reports\": { \"StakeholdersSee\": \"all\" } }", "Reports:StakeholdersSee: found 'all'; expected aggregates, goals or items. Correct it or leave it out." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"TimeZone\": \"Europe/Berlyn\" } ] }", "Teams:0:TimeZone: found 'Europe/Berlyn'; expected an IANA name as Europe/Berlin. Correct the name; if it is right, install the time zone data of the system (package tzdata)." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"Language\": \"fr\" } ] }", "Teams:0:Language: found 'fr'; expected one of: de, en. Set it to the language that the team writes in, or leave it out for en." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"Connection\": \"acme\" } ] }", "Teams:0:Connection: found 'acme'; expected the name of a connection, and there is none. Correct the name or add the connection." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"Workflow\": { \"Test\": \"Doing\" } } ] }", "Teams:0:Workflow:Test: found 'Doing'; expected NotStarted, Started or Finished. Say what the state means." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"DefinitionOfReady\": [ \"CL999\" ] } ] }", $"Teams:0:DefinitionOfReady: found 'CL999'; expected ids of rules, or one of description, acceptanceCriteria, storyPoints, parent, priority, due, fixVersion, labels. `{Product.CommandLine} rules` lists the rules." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"DefinitionOfReady\": [ \"CL999\", \"CL001\", \"storyPionts\" ] } ] }", $"Teams:0:DefinitionOfReady: found 'CL999', 'storyPionts'; expected ids of rules, or one of description, acceptanceCriteria, storyPoints, parent, priority, due, fixVersion, labels. `{Product.CommandLine} rules` lists the rules." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"Mutes\": [ \"CL999:A-1\" ] } ] }", $"Teams:0:Mutes: found 'CL999:A-1'; expected the id of a rule, or rule and item as CL005:CHK-12. `{Product.CommandLine} rules` lists the rules." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"Mutes\": [ { \"Rule\": \"CL999\" } ] } ] }", $"Teams:0:Mutes:0:Rule: found 'CL999'; expected the id of a rule. `{Product.CommandLine} rules` lists the rules." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"Mutes\": [ { \"Reason\": \"no\" } ] } ] }", "Teams:0:Mutes:0: found neither Rule nor Item nor Label; expected at least one of them, since a mute of nothing covers nothing. Say what it covers, or take it out." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"Mutes\": [ { \"Rule\": \"CL005\", \"Until\": \"30.6.2026\" } ] } ] }", "Teams:0:Mutes:0:Until: found '30.6.2026'; expected a day as 2026-06-30. Write it year first." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"MinimumSeverity\": \"high\" } ] }", "Teams:0:MinimumSeverity: found 'high'; expected info, warning or error. Set it to info to see hints, too." },
        { "{ \"Teams\": [ { \"Name\": \"A\" }, { \"Name\": \"a\" } ] }", "Teams: found the name 'A' twice; expected each name once. Rename one." },
        { "{ \"Deliveries\": [ { \"Name\": \"R\", \"Items\": [ \"B-1\" ], \"Due\": \"30.6.2026\" } ] }", "Deliveries:0:Due: found '30.6.2026'; expected a day as 2026-06-30. Write it year first." },
        { "{ \"Deliveries\": [ { \"Name\": \"R\" } ] }", "Deliveries:0:Items: found neither items nor a query; expected the keys of its epics or items, or in Query a query that finds them. Add one of the two." },
        { "{ \"Deliveries\": [ { \"Name\": \"R\", \"Query\": \" \", \"Items\": [] } ] }", "Deliveries:0:Items: found neither items nor a query; expected the keys of its epics or items, or in Query a query that finds them. Add one of the two." },
        { "{ \"Deliveries\": [ { \"Name\": \"R\", \"Items\": \"CHK-1\" } ] }", "Deliveries:0:Items: found the text 'CHK-1'; expected a list as [ \"CHK-1\" ]. Put it into brackets; as a variable, end its name with __0." },
        { "{ \"Deliveries\": [ { \"Name\": \"R\", \"Query\": \"labels = x\" } ] }", "Deliveries:0:Query: found a query, and no team whose tracker could be asked; expected a query only for teams with a tracker. Name the epics or items of the delivery in Items, or give the team a connection." },
        { "{ \"Teams\": [ { \"Name\": \"A\" } ], \"Deliveries\": [ { \"Name\": \"R\", \"Query\": \"labels = x\" } ] }", "Deliveries:0:Query: found a query, and team A without a connection whose tracker could be asked; expected a query only for teams with a tracker. Name the epics or items of the delivery in Items, or give the team a connection." },
        { "{ \"Teams\": [ { \"Name\": \"A\" } ], \"Deliveries\": [ { \"Name\": \"R\", \"Query\": \"labels = x\", \"Items\": [ \"A-1\" ] } ] }", "Deliveries:0:Query: found a query, and team A without a connection whose tracker could be asked; expected a query only for teams with a tracker. Name the epics or items of the delivery in Items, or give the team a connection." },
        { "{ \"Teams\": [ { \"Name\": \"A\", \"WantedReadyWeeks\": \"many\" } ] }", "Teams:0:WantedReadyWeeks: found 'many'; expected a number from 0 to 999999, with a point where it has decimals. Correct it or leave it out." },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public async Task A_wrong_value_names_source_path_what_was_found_and_what_to_do(string json, string sentence)
    {
        var file = _program.File("wrong.json", json);

        Assert.Equal(2, await _program.Without("BACKLOGHEALTH__Storage__ConnectionString").Run("config", "show", "--config", file));
        Assert.EndsWith($", {sentence}\n", _program.Error, StringComparison.Ordinal);
        Assert.StartsWith(file, _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_told_at_once_each_in_a_line_and_none_that_only_follows_from_another()
    {
        var file = _program.File("wrong.json", """
            { "Connections": [ { "Name": "acme", "Kind": "Jira", "BaseUrl": "https://acme.atlassian.net", "MaxWaitSeconds": "long" }, { "Name": "other", "BaseUrl": "https://other.example" } ],
              "Teams": [ { "Name": "A", "Connection": "acme", "TimeZone": "Berlin" }, { "Name": "B", "Connection": "none", "AreaPath": "x" } ],
              "Storage": { "Provider": "Oracle", "PasswordFile": "p.txt", "KeepPayloadsDays": -1 } }
            """);

        Assert.Equal(2, await _program.Without("BACKLOGHEALTH__Storage__ConnectionString").Run("config", "show", "--config", file));
        Assert.Equal(
            ["Connections:0:Kind: found 'Jira'", "Connections:0:MaxWaitSeconds: found 'long'", "Connections:1:User: found nothing", "Teams:0:TimeZone: found 'Berlin'", "Teams:1:Connection: found 'none'", "Storage:KeepPayloadsDays: found '-1'", "Storage:Provider: found 'Oracle'"],
            _program.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[(file.Length + 2)..].Split(';')[0]));
    }

    [Fact]
    public async Task All_settings_that_do_not_exist_are_told_at_once()
    {
        Assert.Equal(2, await _program.Run("config", "show", "--config", _program.File("typos.json", "{ \"Teams\": [ { \"Nam\": \"A\", \"Projekt\": \"B\" } ] }")));
        Assert.Equal(["'Teams:0:Nam'", "'Teams:0:Projekt'"], _program.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("the setting ")[1].Split(',')[0]));
    }

    [Fact]
    public async Task Without_a_settings_file_sync_says_so_and_how_one_is_made()
    {
        var missing = Path.Combine(_program.Folder, "appsettings.json");
        Assert.Equal(0, await _program.Run("import", _program.File("items.csv", "key,title,status,created\nA-1,Export orders,Open,2026-01-05\n"), "--team", "real"));
        Assert.Equal(2, await _program.Run("sync"));
        Assert.False(File.Exists(missing));
        Assert.EndsWith($"appsettings.json: there is no such file. Expected settings with a connection and a team. Make them with `{Product.CommandLine} init`, or `import` files.\n", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_wins_over_the_file_and_both_sources_are_named()
    {
        var file = _program.File("own.json", "{ \"Reports\": { \"Folder\": \"from-file\" }, \"Goals\": { \"From\": \"hierarchy\" } }");

        Assert.Equal(0, await _program.With("BACKLOGHEALTH__Reports__Folder", "from-variable").Run("config", "show", "--json", "--config", file));
        Assert.Contains("\"value\": \"from-variable\",\n      \"from\": \"variable BACKLOGHEALTH__Reports__Folder\"", _program.Output, StringComparison.Ordinal);
        Assert.Contains($"\"from\": \"{file}\"", _program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("from-file", _program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ \"A\" ]", "[]", 0)]
    [InlineData("[ \"A\", \"B\" ]", "[ \"B-1\" ]", 0)]
    [InlineData("[ \"A\", \"B\" ]", "[]", 2)]
    public async Task A_query_of_several_teams_needs_items_for_those_without_a_tracker(string teams, string items, int code)
    {
        var file = _program.File("own.json", $$"""
            { "Connections": [ { "Name": "acme", "BaseUrl": "https://acme.example", "User": "po@acme.example", "Token": "canary-4711" }, { "Name": "other", "Kind": "JiraDataCenter", "BaseUrl": "https://other.example", "Token": "canary-4712" } ],
              "Teams": [ { "Name": "A", "Connection": "acme", "Project": "A" }, { "Name": "B" } ],
              "Deliveries": [ { "Name": "R", "Teams": {{teams}}, "Query": "labels = x", "Items": {{items}} } ] }
            """);

        Assert.Equal(code, await _program.Run("config", "show", "--config", file));
    }

    [Fact]
    public async Task A_query_of_a_team_whose_connection_is_misspelt_is_no_second_fault()
    {
        var file = _program.File("wrong.json", "{ \"Teams\": [ { \"Name\": \"A\", \"Connection\": \"acme\" } ], \"Deliveries\": [ { \"Name\": \"R\", \"Query\": \"labels = x\" } ] }");

        Assert.Equal(2, await _program.Run("config", "show", "--config", file));
        Assert.Equal($"{file}, Teams:0:Connection: found 'acme'; expected the name of a connection, and there is none. Correct the name or add the connection.\n", _program.Error);
    }

    [Fact]
    public async Task The_example_is_accepted_as_it_stands() =>
        Assert.Equal(0, await _program.Run("config", "show", "--config", Repository.Path("appsettings.example.json")));

    [Fact]
    public async Task Everything_has_a_default_but_connections_and_teams()
    {
        Assert.Equal(0, await _program.Run("config", "show", "--config", _program.File("empty.json", "{ }")));
        Assert.Contains("Storage:KeepPayloadsDays", _program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_never_printed()
    {
        var file = _program.File("own.json", "{ \"Connections\": [ { \"Name\": \"acme\", \"BaseUrl\": \"https://acme.example\", \"User\": \"po@acme.example\", \"Token\": \"canary-4711\" } ], \"Teams\": [ { \"Name\": \"A\" } ] }");

        Assert.Equal(0, await _program.Run("config", "show", "--config", file));
        Assert.DoesNotContain("canary-4711", _program.Output + _program.Error, StringComparison.Ordinal);
        Assert.Contains("****", _program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db.acme.example;Username=bh;Password=canary-4711", "Host=db.acme.example;Username=bh;Password=****")]
    [InlineData("Host=db.acme.example;pwd = 'canary-4711;x' ;Database=bh", "Host=db.acme.example;pwd = **** ;Database=bh")]
    public async Task A_password_in_a_connection_string_is_masked(string given, string shown)
    {
        var file = _program.File("own.json", $$"""{ "Storage": { "Provider": "Postgres", "ConnectionString": "{{given}}" } }""");

        Assert.Equal(0, await _program.Without("BACKLOGHEALTH__Storage__ConnectionString").Run("config", "show", "--json", "--config", file));
        Assert.DoesNotContain("canary", _program.Output + _program.Error, StringComparison.Ordinal);
        using var shownAll = System.Text.Json.JsonDocument.Parse(_program.Output);
        Assert.Contains(shown, shownAll.RootElement.GetProperty("values").EnumerateArray().Select(v => v.GetProperty("value").GetString()));
    }
}
