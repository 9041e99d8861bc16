namespace BacklogHealth.Acceptance;

/// <summary>What a new user does first.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly ProgramUnderTest _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task The_demo_writes_five_reports_a_team_and_the_portfolio_and_says_what_to_do_next()
    {
        Assert.Equal(0, await _program.Run("demo", "--out", _program.Folder));
        var files = _program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(11, files.Length);
        Assert.Equal(["checkout-story-map.html", "checkout-what-we-can-tell.html", "portfolio.html"], new[] { files[3], files[4], files[^1] }.Select(Path.GetFileName));
        Assert.All(files, f => Assert.True(new FileInfo(f).Length is > 10_000 and < 3_000_000, f));
        Assert.Contains("items, complete.", _program.Error, StringComparison.Ordinal);
        Assert.Contains("Jira Cloud, project", await File.ReadAllTextAsync(files[0], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Azure DevOps, project", await File.ReadAllTextAsync(files[5], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("What next:", _program.Error, StringComparison.Ordinal);

        Assert.Equal(0, await _program.Run("demo", "--out", _program.Folder));
        var read = System.Text.RegularExpressions.Regex.Matches(_program.Error, @"complete\. (?<read>\d+) read", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => int.Parse(m.Groups["read"].Value, System.Globalization.CultureInfo.InvariantCulture)).Sum();
        Assert.InRange(read, 1, 20);

        var config = Path.Combine(_program.Folder, "appsettings.json");
        Assert.Equal(0, await _program.Run("forecast", "how-many", "--days", "28", "--config", config));
        Assert.Contains("Checkout: in the 28 days from", _program.Output, StringComparison.Ordinal);
        Assert.Contains("held", _program.Output, StringComparison.Ordinal);
    }
}
