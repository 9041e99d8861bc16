using System.Text.Json;
using BacklogHealth.Settings;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.HouseRules;

/// <summary>Every setting is explained, shown in the example, and used.</summary>
public class SettingsPageTests
{
    public static TheoryData<string> Paths() => [.. SettingsCatalogue.All.Select(s => s.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_setting_stands_in_the_example_file(string path)
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Repository.Path("appsettings.example.json")), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });

        IEnumerable<JsonElement> at = [example.RootElement];
        foreach (var part in path.Split(':'))
        {
            at = part == "*" ? [.. at.SelectMany(e => e.EnumerateArray())] : [.. at.Where(e => e.TryGetProperty(part, out _)).Select(e => e.GetProperty(part))];
        }

        Assert.True(at.Any(), $"appsettings.example.json has no {path}");
    }

    [Fact]
    public void A_setting_says_what_it_is_for_in_a_sentence() =>
        Assert.All(SettingsCatalogue.All, s => Assert.Matches("^[A-Zt].{15,}\\.$", s.Help));

    [Fact]
    public void No_setting_stands_twice() =>
        Assert.Equal(SettingsCatalogue.All.Count, SettingsCatalogue.All.Select(s => s.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count());
}
