using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace BacklogHealth.Acceptance.Browsers;

/// <summary>The sample reports against WCAG 2.2 AA, as far as a machine can tell, and against what one can measure: reflow, faults, requests.</summary>
[Collection(OneBrowser.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    /// <summary>
    /// All rules at both widths, since a narrow page is laid out anew. Other colours, and paper, change no element, no name and no order: there the rules
    /// of colour alone can find something new. No colour hangs on the width, and paper is white whatever the screen is: only under a dark one can it go
    /// wrong. German differs in words and in how long they are, which a phone shows first.
    /// </summary>
    private static readonly (Look Look, AxeRunOptions Rules)[] Looks =
    [
        (new(900), Rules), (new(320), Rules),
        (new(900, Dark: true), Colours), (new(900, Dark: true, Print: true), Colours), (new(900, ForcedColors: true), Colours),
    ];

    private static readonly (Look Look, AxeRunOptions Rules)[] GermanLooks = [(new(320), Rules)];

    [Theory]
    [InlineData("checkout-product-owner")]
    [InlineData("checkout-coach")]
    [InlineData("checkout-stakeholder")]
    [InlineData("checkout-story-map")]
    [InlineData("checkout-what-we-can-tell")]
    [InlineData("portfolio")]
    [InlineData("de/checkout-product-owner")]
    [InlineData("de/checkout-coach")]
    [InlineData("de/checkout-stakeholder")]
    public async Task Nothing_breaks_a_rule_of_accessibility(string report)
    {
        SystemBrowser.SkipWithout();
        var german = report.StartsWith("de/", StringComparison.Ordinal);
        await using var page = await browser.Open($"{report}.html", new Look(900));
        await page.OpenDetails();
        Assert.Equal(german ? "de" : "en", await page.Page.Locator("html").GetAttributeAsync("lang"));

        var looks = german ? GermanLooks : Looks;
        foreach (var (look, _) in looks)
        {
            await page.LookAt(look);
            Assert.True(await page.Overhang() == 0, $"{look}: the page is {await page.Overhang()} pixels wider than the window");
        }

        // The two hundredth row of a chart's numbers breaks no rule that the third keeps, and each takes its time.
        await page.Page.EvaluateAsync("() => document.querySelectorAll('.numbers tr:nth-child(n+5)').forEach(r => r.remove())");
        var faults = new List<string>();
        foreach (var (look, rules) in looks)
        {
            await page.LookAt(look);
            var result = await page.Page.RunAxe(rules);
            Assert.True(result.Passes.Length > (rules == Rules ? 15 : 0), $"{look}: hardly any rule was tried");
            faults.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{look}: {v.Id}: {v.Help}: {n.Html} {string.Join(' ', n.Any.Select(a => a.Message))}")));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Asked);
    }

    // A window of 1,280 pixels that is magnified so often leaves so many to the page.
    [Theory]
    [InlineData("checkout-product-owner", 2, 640)]
    [InlineData("checkout-product-owner", 4, 320)]
    [InlineData("checkout-coach", 2, 640)]
    [InlineData("checkout-coach", 4, 320)]
    [InlineData("checkout-stakeholder", 2, 640)]
    [InlineData("checkout-stakeholder", 4, 320)]
    [InlineData("checkout-story-map", 2, 640)]
    [InlineData("checkout-story-map", 4, 320)]
    [InlineData("portfolio", 2, 640)]
    [InlineData("portfolio", 4, 320)]
    public async Task Magnified_it_flows_anew_and_nothing_is_cut_off(string report, int zoom, int width)
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open($"{report}.html", new Look(width, Zoom: zoom));
        await page.OpenDetails();

        Assert.Equal(0, await page.Overhang());
        Assert.Empty(await page.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("h1,h2,h3,p,li,td,th,summary,button,label,input,select,img,svg")]
              .filter(e => e.checkVisibility() && !e.closest(".numbers, svg *"))
              .filter(e => { const b = e.getBoundingClientRect(); return b.right > innerWidth + 1 || b.left < -1; })
              .map(e => e.outerHTML.slice(0, 120))
            """));
    }

    [Theory]
    [InlineData("checkout-product-owner")]
    [InlineData("checkout-coach")]
    [InlineData("checkout-stakeholder")]
    [InlineData("checkout-story-map")]
    [InlineData("portfolio")]
    public async Task Without_its_script_a_page_says_all_the_same(string report)
    {
        SystemBrowser.SkipWithout();
        await using var scripted = await browser.Open($"{report}.html", new Look(900));
        await using var plain = await browser.Open($"{report}.html", new Look(900, Script: false));

        const string words = "() => { document.querySelectorAll('.tools, script').forEach(e => e.remove()); return document.body.textContent; }";
        Assert.Equal(0, await plain.Page.Locator("button, input, select").CountAsync());
        Assert.Equal(report is not ("checkout-story-map" or "portfolio"), await scripted.Page.Locator("button").CountAsync() > 0);
        Assert.Equal(await plain.Page.EvaluateAsync<string>(words), await scripted.Page.EvaluateAsync<string>(words));
    }

    [Fact]
    public async Task Nothing_moves()
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open("checkout-product-owner.html", new Look(900));

        Assert.Empty(await page.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("*")].map(e => getComputedStyle(e))
              .filter(s => s.animationName !== "none" || s.transitionDuration !== "0s" || s.scrollBehavior !== "auto").map(s => s.animationName + s.transitionDuration)
            """));
    }
}
