namespace BacklogHealth.Acceptance;

/// <summary>From nothing to settings, and what the doctor says of them.</summary>
public sealed class InitTests
{
    [Fact]
    public async Task Init_writes_settings_that_run_and_that_the_doctor_finds_well()
    {
        await using var sample = await SampleRun.Start();
        using var program = new ProgramUnderTest();
        var token = Path.Combine(program.Folder, "token.txt");
        await File.WriteAllTextAsync(token, "sample-token\n");
        var config = Path.Combine(program.Folder, "appsettings.json");
        program.With("Storage__ConnectionString", $"Data Source={Path.Combine(program.Folder, "own.db")}");

        Assert.Equal(0, await program.Run("init", "--no-input", "--config", config, "--url", sample.Server.BaseUrl.ToString(), "--user", "po@sample.example", "--token-file", token, "--project", "CHK"));
        Assert.Contains("Found Jira Cloud, project CHK, time zone Europe/Berlin", program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sample-token", await File.ReadAllTextAsync(config), StringComparison.Ordinal);

        Assert.Equal(0, await program.Run("doctor", "--config", config));
        Assert.DoesNotContain("MEND", program.Output, StringComparison.Ordinal);
        Assert.Equal(0, await program.Run("sync", "--config", config, "--json"));
        Assert.StartsWith("{\"schema\":\"backlog-health/sync/1\",\"connection\":\"jira\",\"team\":\"CHK\",\"complete\":true,", program.Output, StringComparison.Ordinal);

        Assert.Equal(2, await program.Run("init", "--no-input", "--config", config, "--url", "https://other.example"));
        Assert.StartsWith($"{config}: it is there already.", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anybody_to_ask_init_names_what_is_missing()
    {
        using var program = new ProgramUnderTest();

        Assert.Equal(2, await program.Run("init", "--no-input", "--config", Path.Combine(program.Folder, "new.json")));
        Assert.Equal("backlog-health init: --url is missing, and there is nobody to ask. Expected address of your Jira or Azure DevOps (https://acme.atlassian.net, https://dev.azure.com/acme, or your own server's). Add --url.\n", program.Error);
    }
}
