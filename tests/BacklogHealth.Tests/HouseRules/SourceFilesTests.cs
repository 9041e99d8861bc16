using System.Text.RegularExpressions;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.HouseRules;

/// <summary>What holds for every file of the source, each with its reason.</summary>
public partial class SourceFilesTests
{
    private const int LongestFile = 400;

    /// <summary>Files that may be longer, with the reason. Keep it empty if you can.</summary>
    private static readonly Dictionary<string, string> MayBeLonger = new(StringComparer.Ordinal);

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold_in_mind()
    {
        var tooLong = Sources().Select(f => (File: f, Lines: File.ReadLines(Repository.Path(f)).Count())).Where(f => f.Lines > LongestFile && !MayBeLonger.ContainsKey(f.File));

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Half_of_the_source_files_have_at_most_80_lines()
    {
        var lengths = Sources().Where(f => f.StartsWith("src/", StringComparison.Ordinal)).Select(f => File.ReadLines(Repository.Path(f)).Count()).Order().ToList();

        Assert.InRange(lengths[lengths.Count / 2], 1, 80);
    }

    // Core reads in one direction: Sentences and Models by themselves; WorkItems, then Flow, then Scoring and Forecasting (blind to each other), then Health. A glance at a folder tells what it may know.
    [Theory]
    [InlineData("Sentences", "Models", "WorkItems", "Flow", "Scoring", "Forecasting", "Health")]
    [InlineData("Models", "WorkItems", "Flow", "Scoring", "Forecasting", "Health")]
    [InlineData("WorkItems", "Flow", "Scoring", "Forecasting", "Health")]
    [InlineData("Flow", "Scoring", "Forecasting", "Health")]
    [InlineData("Scoring", "Forecasting", "Health")]
    [InlineData("Forecasting", "Scoring", "Health")]
    public void Core_folders_know_only_those_before_them(string folder, params string[] unknown)
    {
        var wrong = Sources().Where(f => f.StartsWith($"src/BacklogHealth.Core/{folder}/", StringComparison.Ordinal))
            .Where(f => unknown.Any(u => Regex.IsMatch(File.ReadAllText(Repository.Path(f)), $@"BacklogHealth\.Core\.{u}\b", RegexOptions.None, TimeSpan.FromSeconds(5))));

        Assert.Empty(wrong);
    }

    // An unfinished thought belongs into an issue, where somebody finds it.
    [Fact]
    public void No_source_holds_a_note_to_finish_later() =>
        Assert.DoesNotContain(Sources(), f => !f.EndsWith("SourceFilesTests.cs", StringComparison.Ordinal) && Later().IsMatch(WithoutStrings(File.ReadAllText(Repository.Path(f)))));

    // SQL ends in Storage (a query FROM WorkItems is Azure DevOps's own), HTML in Reports and the sample's own pages, vendor addresses in Connectors and the sample.
    [Theory]
    [InlineData("(?i)\"\\s*select\\s.+\\sfrom\\s(?!WorkItems)", "src/BacklogHealth.Storage/")]
    [InlineData("/rest/(api|agile)/", "src/BacklogHealth.Connectors/", "src/BacklogHealth.SampleTracker/")]
    [InlineData("using ScottPlot", "src/BacklogHealth.Reports/")]
    public void What_belongs_to_one_room_stays_there(string pattern, params string[] rooms)
    {
        var strays = Sources().Where(f => f.StartsWith("src/", StringComparison.Ordinal) && !rooms.Any(r => f.StartsWith(r, StringComparison.Ordinal)))
            .Where(f => Regex.IsMatch(File.ReadAllText(Repository.Path(f)), pattern, RegexOptions.None, TimeSpan.FromSeconds(5)));

        Assert.Empty(strays);
    }

    private static IEnumerable<string> Sources() =>
        new[] { "src", "tests" }.SelectMany(d => Directory.EnumerateFiles(Repository.Path(d), "*.cs", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string WithoutStrings(string code) => Strings().Replace(code, "\"\"");

    [GeneratedRegex("//.*\\b(?:TODO|FIXME|HACK)\\b|throw new NotImplementedException", RegexOptions.None, 5000)]
    private static partial Regex Later();

    [GeneratedRegex("\"(?:[^\"\\\\\\n]|\\\\.)*\"", RegexOptions.None, 5000)]
    private static partial Regex Strings();
}
