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

    public static IEnumerable<TheoryDataRow<string, int, bool, string>> Looks()
    {
        foreach (var report in (string[])["product-owner", "coach", "stakeholder", "story-map"])
        {
            foreach (var dark in (bool[])[false, true])
            {
                yield return new(report, 320, dark, "screen");
                yield return new(report, 900, dark, "screen");
            }

            yield return new(report, 900, false, "print");
            yield return new(report, 900, true, "print");
            yield return new(report, 900, false, "forced-colors");
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Nothing_breaks_a_rule_of_accessibility(string report, int width, bool dark, string media)
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open($"checkout-{report}.html", new Look(width, dark, media == "print", ForcedColors: media == "forced-colors"));
        await page.OpenDetails();
        Assert.Equal(0, await page.Overhang());

        // The two hundredth row of a chart's numbers breaks no rule that the tenth keeps, and each takes its time.
        await page.Page.EvaluateAsync("() => document.querySelectorAll('.numbers tr:nth-child(n+11)').forEach(r => r.remove())");
        var result = await page.Page.RunAxe(Rules);

        Assert.True(result.Passes.Length > 15, "hardly any rule was tried");
        Assert.Equal("", string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html} {string.Join(' ', n.Any.Select(a => a.Message))}"))));
        Assert.Empty(page.Complaints);
        Assert.Empty(page.Asked);
    }

    // A window of 1,280 pixels that is magnified so often leaves so many to the page.
    [Theory]
    [InlineData("product-owner", 2, 640)]
    [InlineData("product-owner", 4, 320)]
    [InlineData("coach", 2, 640)]
    [InlineData("coach", 4, 320)]
    [InlineData("stakeholder", 2, 640)]
    [InlineData("stakeholder", 4, 320)]
    [InlineData("story-map", 2, 640)]
    [InlineData("story-map", 4, 320)]
    public async Task Magnified_it_flows_anew_and_nothing_is_cut_off(string report, int zoom, int width)
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open($"checkout-{report}.html", new Look(width, Zoom: zoom));
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
    [InlineData("product-owner")]
    [InlineData("coach")]
    [InlineData("stakeholder")]
    [InlineData("story-map")]
    public async Task Without_its_script_a_page_says_all_the_same(string report)
    {
        SystemBrowser.SkipWithout();
        await using var scripted = await browser.Open($"checkout-{report}.html", new Look(900));
        await using var plain = await browser.Open($"checkout-{report}.html", new Look(900, Script: false));

        const string words = "() => { document.querySelectorAll('.tools, script').forEach(e => e.remove()); return document.body.textContent; }";
        Assert.Equal(0, await plain.Page.Locator("button, input, select").CountAsync());
        Assert.Equal(report != "story-map", await scripted.Page.Locator("button").CountAsync() > 0);
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
