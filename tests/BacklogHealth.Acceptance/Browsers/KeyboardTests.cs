namespace BacklogHealth.Acceptance.Browsers;

/// <summary>A report without a mouse.</summary>
[Collection(OneBrowser.Name)]
public sealed class KeyboardTests(BrowserFixture browser)
{
    private const string Controls = "a[href], button, summary, input, select, [tabindex='0']";

    [Theory]
    [InlineData("product-owner", 900, false)]
    [InlineData("coach", 900, true)]
    [InlineData("stakeholder", 320, false)]
    public async Task Tab_reaches_every_control_in_the_order_of_the_page_and_shows_where_it_is(string report, int width, bool dark)
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open($"checkout-{report}.html", new Look(width, dark));
        var expected = await page.Page.EvaluateAsync<string[]>($$"""
            () => [...document.querySelectorAll("{{Controls}}")].filter(e => e.checkVisibility()).map((e, i) => { e.dataset.place = i; return String(i); })
            """);
        Assert.True(expected.Length > 3, "there is hardly anything to reach");

        var reached = new List<string>();
        var faults = new List<string>();
        for (var i = 0; i < expected.Length; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            var stop = await page.Page.EvaluateAsync<string[]>("""
                () => {
                  const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
                  const seen = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 && b.bottom > 0 && b.top < innerHeight && b.width > 0;
                  const large = e.matches("a") || (b.width >= 24 && b.height >= 24);
                  return [e.dataset.place ?? e.tagName, seen ? "" : "no focus to be seen: " + e.outerHTML.slice(0, 100), large ? "" : "too small to hit: " + b.width + "×" + b.height + " " + e.outerHTML.slice(0, 100)];
                }
                """);
            reached.Add(stop[0]);
            faults.AddRange(stop.Skip(1).Where(f => f.Length > 0));
        }

        Assert.Equal(expected, reached);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Enter_opens_and_closes_what_is_behind_a_chart_and_its_numbers_scroll()
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open("checkout-coach.html", new Look(900));
        var details = page.Page.Locator("figure details").First;
        await details.Locator("summary").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.NotNull(await details.GetAttributeAsync("open"));

        await page.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("numbers", await page.Page.EvaluateAsync<string>("() => document.activeElement.className"));
        await page.Page.Keyboard.PressAsync("Shift+Tab");
        await page.Page.Keyboard.PressAsync("Space");
        Assert.Null(await details.GetAttributeAsync("open"));
    }
}
