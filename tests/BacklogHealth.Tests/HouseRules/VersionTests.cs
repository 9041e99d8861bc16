using System.Text.RegularExpressions;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.HouseRules;

/// <summary>The version is said in one place; the list of changes begins with it, and the sample reports carry it.</summary>
public partial class VersionTests
{
    [Fact]
    public void The_list_of_changes_begins_with_the_version_that_the_program_tells() =>
        Assert.Equal(Product.Version, Heading().Match(File.ReadAllText(Repository.Path("CHANGELOG.md"))).Groups["version"].Value);

    [Fact]
    public void The_sample_reports_are_those_of_this_version()
    {
        var reports = Directory.GetFiles(Repository.Path("reports"), "*.html");
        Assert.NotEmpty(reports);
        Assert.All(reports, r => Assert.Matches($"BacklogHealth {Regex.Escape(Product.Version)}[;.]", File.ReadAllText(r)));
    }

    [GeneratedRegex("^## (?<version>[0-9.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
