using BacklogHealth.SampleTracker;

namespace BacklogHealth.Acceptance.Browsers;

/// <summary>Reports on a backlog of attacks, in a real browser: nothing runs, nothing loads, nothing is markup, and the layout holds.</summary>
[Collection(OneBrowser.Name)]
public sealed class HostileContentTests(BrowserFixture browser)
{
    /// <summary>What a report is made of. Anything else came in with an item.</summary>
    private static readonly string[] Elements =
    [
        "HTML", "HEAD", "META", "TITLE", "STYLE", "SCRIPT", "BODY", "HEADER", "MAIN", "SECTION", "DIV", "H1", "H2", "H3", "H4", "P", "UL", "LI", "A", "STRONG", "MARK", "CODE", "SPAN", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD",
        "DETAILS", "SUMMARY", "FIGURE", "FIGCAPTION", "PICTURE", "SOURCE", "IMG", "BUTTON", "LABEL", "INPUT", "SELECT", "OPTION", "OUTPUT", "svg", "rect", "circle", "line", "path", "text",
    ];

    [Theory]
    [Trait("Case", "57")]
    [InlineData(SampleTrackerKind.JiraCloud)]
    [InlineData(SampleTrackerKind.AzureDevOps)]
    public async Task Attacks_arrive_as_text_and_do_nothing(SampleTrackerKind kind)
    {
        SystemBrowser.SkipWithout();
        await using var sample = await HostileBacklog.Reported(kind);
        var files = Directory.GetFiles(Path.Combine(sample.Folder, "reports"), "*.html");
        Assert.Equal(5, files.Length);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var look in (Look[])[new(320), new(900, Dark: true), new(900, Print: true)])
            {
                await using var page = await browser.Open(file, look);
                await page.OpenDetails();
                await page.Page.EvaluateAsync("() => document.querySelectorAll('input').forEach(i => { i.value = '<img src=x onerror=alert(1)>'; i.dispatchEvent(new Event('input')); i.value = ''; i.dispatchEvent(new Event('input')); })");
                await page.Page.EvaluateAsync("() => document.querySelectorAll('th button').forEach(b => b.click())");
                var where = $"{Path.GetFileName(file)}, {look}";

                Assert.True(page.Complaints.Count == 0, $"{where}: {string.Join('\n', page.Complaints)}");
                Assert.Empty(page.Asked);
                Assert.NotEqual("owned", await page.Page.TitleAsync());
                Assert.Empty((await page.Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('*')].map(e => e.tagName))]")).Except(Elements));
                Assert.Empty(await page.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => /^(on|style$|formaction$|srcdoc$)/.test(a.name)).map(a => a.name + '=' + a.value)"));
                Assert.All(await page.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a')].map(a => a.href)"), a => Assert.StartsWith(sample.Server.BaseUrl.GetLeftPart(UriPartial.Authority), a, StringComparison.Ordinal));
                Assert.True(await page.Overhang() == 0, $"{where}: the page is {await page.Overhang()} pixels wider than the window");
                Assert.Equal(1, await page.Page.Locator("h1").CountAsync());
                var text = await page.Page.EvaluateAsync<string>("() => document.body.textContent");
                shown.UnionWith(HostileBacklog.Markup.Where(m => text.Contains(m, StringComparison.Ordinal)));
            }
        }

        // What was cut is not among them; the test would prove nothing if all were.
        Assert.True(shown.Count >= 8, $"only {string.Join('\n', shown)} was shown at all");
    }
}
