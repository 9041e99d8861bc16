using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BacklogHealth.Printing;

namespace BacklogHealth.Acceptance.Browsers;

/// <summary>Reports printed by the browser of this machine.</summary>
[Collection(OneBrowser.Name)]
public sealed class PdfTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_printed_report_has_title_language_tags_and_outline_and_is_the_same_when_printed_again()
    {
        SystemBrowser.SkipWithout();
        var html = await File.ReadAllTextAsync(Path.Combine(browser.Folder, "checkout-product-owner.html"), TestContext.Current.CancellationToken);
        var (once, twice) = (Path.Combine(browser.Folder, "once.pdf"), Path.Combine(browser.Folder, "twice.pdf"));
        var printer = new PdfPrinter(SystemBrowser.Path!, TimeProvider.System);
        await printer.Print(html, SampleRun.MondayMorning, once, TestContext.Current.CancellationToken);
        await printer.Print(html, SampleRun.MondayMorning, twice, TestContext.Current.CancellationToken);

        var bytes = await File.ReadAllBytesAsync(once, TestContext.Current.CancellationToken);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(twice, TestContext.Current.CancellationToken));
        Assert.InRange(PdfFile.Pages(bytes), 3, 12);
        var text = Encoding.Latin1.GetString(bytes);
        Assert.Contains("/Title (Checkout: backlog health)", text, StringComparison.Ordinal);
        Assert.Contains("/CreationDate (D:20261123060000+00'00')", text, StringComparison.Ordinal);
        Assert.Contains("/Lang (en)", text, StringComparison.Ordinal);
        Assert.Contains("/Marked true", text, StringComparison.Ordinal);
        Assert.Contains("/Type /Outlines", text, StringComparison.Ordinal);
        Assert.Contains("/S /TH", text, StringComparison.Ordinal);
        Assert.All(Regex.Matches(text, @"/MediaBox \[0 0 (?<width>[\d.]+) (?<height>[\d.]+)\]", RegexOptions.None, TimeSpan.FromSeconds(5)), m =>
            Assert.Equal((595, 842), (Math.Round(double.Parse(m.Groups["width"].Value, CultureInfo.InvariantCulture)), Math.Round(double.Parse(m.Groups["height"].Value, CultureInfo.InvariantCulture)))));
        Assert.InRange(bytes.Length, 50_000, 3_000_000);
    }

    [Fact]
    public async Task The_command_finds_a_browser_and_prints()
    {
        SystemBrowser.SkipWithout();
        using var program = new ProgramUnderTest();
        program.With("Storage__ConnectionString", $"Data Source={Path.Combine(program.Folder, "test.db")}").With("Reports__Folder", Path.Combine(program.Folder, "out"));
        var dates = Path.Combine(program.Folder, "dates.txt");
        await File.WriteAllLinesAsync(dates, Enumerable.Range(0, 200).Select(i => new DateOnly(2026, 11, 20).AddDays(-i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), TestContext.Current.CancellationToken);
        Assert.Equal(0, await program.Run("import", dates, "--team", "A", "--format", "dates"));

        Assert.True(await program.Run("report", "stakeholder", "--format", "pdf,html") == 0, program.Error);
        Assert.Equal(["a-stakeholder.html", "a-stakeholder.pdf"], Directory.GetFileSystemEntries(Path.Combine(program.Folder, "out")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.InRange(PdfFile.Pages(await File.ReadAllBytesAsync(Path.Combine(program.Folder, "out", "a-stakeholder.pdf"), TestContext.Current.CancellationToken)), 1, 5);
    }
}
