namespace BacklogHealth.Connectors.Tests;

public class SettingNamesTests
{
    [Fact]
    public void Keys_of_a_file_are_told_by_the_place_of_the_connection()
    {
        var names = SettingNames.Keys("2");
        Assert.Equal("Connections:2:BaseUrl", names.Connection("BaseUrl"));
        Assert.Equal("Connections:2:User and Token", names.Connections("and", "User", "Token"));
        Assert.Equal("the team's Project or Query", names.Teams("or", "Project", "Query"));
        Assert.Equal("the team's Query, AreaPath or Project", names.Teams("or", "Query", "AreaPath", "Project"));
    }

    [Fact]
    public void Options_are_told_whole_and_two_settings_of_one_option_once()
    {
        var names = new SettingNames(name => name.StartsWith("Token", StringComparison.Ordinal) ? "--token-file" : "--user", name => $"--{name.ToLowerInvariant()}");
        Assert.Equal("--token-file", names.Connections("or", "Token", "TokenFile"));
        Assert.Equal("--user and --token-file", names.Connections("and", "User", "Token"));
        Assert.Equal("--project or --query", names.Teams("or", "Project", "Query"));
    }
}
