using System.Globalization;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Commands;

/// <summary>Tables as files beside the other forms.</summary>
public sealed class ReportCsvTests : IDisposable
{
    private readonly ProgramRun _program = new() { Time = new FixedTime("2025-12-15") };
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _program.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_table_is_a_file_that_a_spreadsheet_opens_and_is_listed_with_the_others()
    {
        var dates = _program.File("dates.txt", string.Concat(Enumerable.Range(0, 200).Select(i => new DateOnly(2025, 12, 14).AddDays(-i).ToString("yyyy-MM-dd\n", CultureInfo.InvariantCulture))));
        Assert.Equal(0, await _program.Run("import", dates, "--team", "A", "--format", "dates"));
        Assert.Equal(0, await _program.Run("report", "stakeholder", "--format", "csv,md", "--out", _folder.File("out")));

        string[] expected = ["a-stakeholder-pace-throughput.csv", "a-stakeholder.md"];
        var bytes = await File.ReadAllBytesAsync(_folder.File("out/a-stakeholder-pace-throughput.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(expected, _program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(f => f.Contains("a-stakeholder", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)!));
        Assert.Equal([".a-stakeholder.csv-files", .. expected], Directory.GetFileSystemEntries(_folder.File("out")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.StartsWith("Week from,Finished items\r\n2025-06-16,7\r\n", System.Text.Encoding.UTF8.GetString(bytes[3..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_nobody_knows_is_refused()
    {
        Assert.Equal(2, await _program.Run("report", "all", "--format", "html,xls"));
        Assert.Equal("--format: found 'xls'; expected html, md, json, csv or pdf. Correct it.\n", _program.Error);
    }
}
