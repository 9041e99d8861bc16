using System.Globalization;
using System.Text.Json;
using BacklogHealth.Testing;
using BacklogHealth.Tests.Printing;

namespace BacklogHealth.Tests.Commands;

/// <summary>Which forms are written, and what is said of one that cannot be.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly ProgramRun _program = new() { Time = new FixedTime("2025-12-15") };
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _program.Dispose();
        _folder.Dispose();
    }

    private async Task<int> Report(string browser, string formats, string audience = "stakeholder")
    {
        var dates = _program.File("dates.txt", string.Concat(Enumerable.Range(0, 200).Select(i => new DateOnly(2025, 12, 14).AddDays(-i).ToString("yyyy-MM-dd\n", CultureInfo.InvariantCulture))));
        var settings = _program.File("settings.json", JsonSerializer.Serialize(new { Reports = new { Folder = _folder.File("out"), Browser = browser } }));
        Assert.Equal(0, await _program.Run("import", dates, "--team", "A", "--format", "dates", "--config", settings));
        return await _program.Run("report", audience, "--format", formats, "--config", settings);
    }

    private IEnumerable<string> Written => Directory.Exists(_folder.File("out")) ? Directory.GetFileSystemEntries(_folder.File("out")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal) : [];

    [Fact]
    public async Task A_report_is_printed_beside_its_other_forms()
    {
        Assert.Equal(0, await Report(FakeBrowser.Doing(_folder, $"printf \"{FakeBrowser.Pdf}\" > \"$pdf\""), "html,pdf", "all"));

        Assert.Equal(["a-coach.html", "a-coach.pdf", "a-product-owner.html", "a-product-owner.pdf", "a-stakeholder.html", "a-stakeholder.pdf", "a-story-map.html", "a-story-map.pdf", "a-what-we-can-tell.html", "a-what-we-can-tell.pdf"], Written);
        Assert.Equal(Written, _program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.Contains("D:20251215000000+00'00'", await File.ReadAllTextAsync(_folder.File("out/a-coach.pdf"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_browser_the_other_forms_are_written_and_one_sentence_says_why()
    {
        Assert.Equal(1, await Report("no-such-browser", "pdf,md,json"));

        Assert.Equal(["a-stakeholder.json", "a-stakeholder.md"], Written);
        Assert.Contains("Reports:Browser: found 'no-such-browser', which is neither a file nor a name on the PATH. Expected the program of Chromium, Chrome or Edge, which prints PDF. Correct it, or leave it out to have one looked for.\n", _program.Error, StringComparison.Ordinal);
        Assert.Single(_program.Error.Split("Reports:Browser").Skip(1));
    }

    [Fact]
    public async Task Without_a_browser_PDF_alone_ends_with_exit_code_1_and_no_file()
    {
        Assert.Equal(1, await Report("no-such-browser", "pdf"));
        Assert.Empty(Written);
        Assert.Equal("", _program.Output);
    }

    [Fact]
    public async Task A_browser_that_fails_is_told_once_for_all_reports_and_keeps_no_other_form_from_being_written()
    {
        Assert.Equal(1, await Report(FakeBrowser.Doing(_folder, "exit 3"), "html,pdf", "all"));

        Assert.Equal(["a-coach.html", "a-product-owner.html", "a-stakeholder.html", "a-story-map.html", "a-what-we-can-tell.html"], Written);
        Assert.Single(_program.Error.Split("it ended with code 3; expected a printed PDF.").Skip(1));
    }

    [Fact]
    public async Task A_form_that_is_not_known_is_refused_with_those_that_are()
    {
        Assert.Equal(2, await _program.Run("report", "all", "--format", "docx"));
        Assert.Equal("--format: found 'docx'; expected html, md, json, csv or pdf. Correct it.\n", _program.Error);
    }

    [Theory]
    [InlineData("no-such-browser", "NOTE  PDF: Reports:Browser: found 'no-such-browser', which is neither a file nor a name on the PATH.")]
    [InlineData("", "OK    PDF: ")]
    public async Task The_doctor_says_what_prints(string browser, string line)
    {
        var found = FakeBrowser.Doing(_folder, "exit 0");
        var settings = _program.File("settings.json", JsonSerializer.Serialize(new { Reports = new { Browser = browser.Length > 0 ? browser : found } }));

        Assert.Equal(0, await _program.Run("doctor", "--config", settings));
        Assert.Contains(_program.Output.Split('\n'), l => l.StartsWith(line, StringComparison.Ordinal) && (browser.Length > 0 || l == $"OK    PDF: {found} prints it"));
    }
}
