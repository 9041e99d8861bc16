using Microsoft.Playwright;

namespace BacklogHealth.Acceptance.Browsers;

/// <summary>Tables sorted and filtered by keyboard, and what is left of that on a phone and on paper.</summary>
[Collection(OneBrowser.Name)]
public sealed class TableTests(BrowserFixture browser)
{
    private const string Pieces = "#large-pieces table", PiecesPage = "checkout-product-owner.html";

    [Fact]
    public async Task A_head_sorts_up_then_down_then_as_the_page_lists_the_rows()
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open(PiecesPage, new Look(1100));
        var table = page.Page.Locator(Pieces);
        var listed = await OpenPage.Cells(table, 0);
        var head = table.Locator("th").Nth(2);
        await head.Locator("button").FocusAsync();

        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("ascending", await head.GetAttributeAsync("aria-sort"));
        var days = await Values(table, 2);
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.NotEqual(listed, await OpenPage.Cells(table, 0));

        await page.Page.Keyboard.PressAsync("Space");
        Assert.Equal("descending", await head.GetAttributeAsync("aria-sort"));
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), await Values(table, 2));

        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Null(await head.GetAttributeAsync("aria-sort"));
        Assert.Equal(listed, await OpenPage.Cells(table, 0));
    }

    [Fact]
    public async Task Another_head_takes_over_and_cells_without_a_value_stand_last_both_ways()
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open(PiecesPage, new Look(1100));
        var table = page.Page.Locator(Pieces);
        await table.Locator("th button").Nth(2).ClickAsync();
        await table.Locator("th button").Nth(4).ClickAsync();

        Assert.Equal(1, await table.Locator("th[aria-sort]").CountAsync());
        var up = await OpenPage.Cells(table, 4);
        await table.Locator("th button").Nth(4).ClickAsync();
        var down = await OpenPage.Cells(table, 4);
        Assert.Contains("", up);
        Assert.All(new[] { up, down }, cells => Assert.Equal(cells.Where(c => c.Length > 0), cells.TakeWhile(c => c.Length > 0)));
        Assert.NotEqual(up, down);
    }

    [Fact]
    public async Task Numbers_sort_by_size_and_equal_ones_stay_as_listed()
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open("checkout-coach.html", new Look(1100));
        var table = page.Page.Locator("#ageing table");
        var listed = await OpenPage.Cells(table, 0);
        await table.Locator("th button").Nth(3).ClickAsync();

        var rows = (await OpenPage.Cells(table, 0)).Zip((await OpenPage.Cells(table, 3)).Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(rows.OrderBy(r => r.Second).ThenBy(r => Array.IndexOf(listed, r.First)), rows);
        Assert.Contains(rows, r => r.Second >= 10);
        Assert.Contains(rows, r => r.Second < 10);
    }

    [Fact]
    public async Task The_box_keeps_the_rows_with_every_word_and_says_how_many()
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open(PiecesPage, new Look(1100));
        var table = page.Page.Locator(Pieces);
        var box = page.Page.Locator("#large-pieces").GetByLabel("Only rows with");
        var status = page.Page.Locator("#large-pieces").GetByRole(AriaRole.Status);
        await box.FocusAsync();
        await page.Page.Keyboard.TypeAsync("WITHIN chk-3");

        Assert.Equal(["CHK-30"], (await OpenPage.Cells(table, 0)).Select(c => c[..6]));
        Assert.Equal("1 of 12 rows", await status.TextContentAsync());
        await box.FillAsync("no such words");
        Assert.Equal("0 of 12 rows", await status.TextContentAsync());
        await page.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("", await status.TextContentAsync());
        Assert.Equal(12, (await OpenPage.Cells(table, 0)).Length);
    }

    [Fact]
    public async Task A_phone_shows_no_heads_and_chooses_the_order_from_a_list()
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open(PiecesPage, new Look(320));
        var table = page.Page.Locator(Pieces);
        Assert.False(await table.Locator("th button").First.IsVisibleAsync());
        var choice = page.Page.Locator("#large-pieces").GetByLabel("Sort by");
        var listed = await OpenPage.Cells(table, 0);

        await choice.SelectOptionAsync("10 of 20 futures by, descending");
        var days = await Values(table, 2);
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        await choice.SelectOptionAsync("as listed");
        Assert.Equal(listed, await OpenPage.Cells(table, 0));
        Assert.Equal(0, await page.Overhang());
    }

    [Fact]
    public async Task Paper_shows_no_control_and_every_row()
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open(PiecesPage, new Look(900));
        await page.Page.Locator("#large-pieces").GetByLabel("Only rows with").FillAsync("chk-4");
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(0, await page.Page.Locator(".tools:visible, input:visible, select:visible").CountAsync());
        Assert.Equal(12, await page.Page.Locator($"{Pieces} tbody tr:visible").CountAsync());
    }

    // Where a table goes on over the page, browsers repeat its head without the controls in it: on paper heads are words alone.
    [Fact]
    public async Task Paper_has_words_for_heads_so_that_they_are_repeated_on_each_page()
    {
        SystemBrowser.SkipWithout();
        await using var page = await browser.Open(PiecesPage, new Look(900));
        var heads = page.Page.Locator($"{Pieces} th button");
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var displays = await heads.EvaluateAllAsync<string[]>("all => all.map(b => getComputedStyle(b).display)");

        Assert.NotEmpty(displays);
        Assert.All(displays, d => Assert.Equal("contents", d));
    }

    // "not within two years" and "not known" follow every day, as letters follow digits.
    private static Task<string[]> Values(ILocator table, int column) =>
        table.EvaluateAsync<string[]>("(t, c) => [...t.tBodies[0].rows].map(r => r.cells[c].dataset.value ?? r.cells[c].textContent)", column);
}
