using BacklogHealth.Connectors.Text;

namespace BacklogHealth.Connectors.Tests.Text;

public sealed class HtmlTextTests
{
    [Fact]
    public void A_division_a_line_as_azure_devops_writes_it()
    {
        var text = HtmlText.Read("<div>First&nbsp;line &amp; more</div><div><br></div><div>Second<span> line</span></div>");
        Assert.Equal("First line & more\nSecond line", text.Plain);
        Assert.Equal(["Paragraph 0 'First line & more'", "Paragraph 0 'Second line'"], text.Spans());
    }

    [Fact]
    public void White_space_is_one_space_and_a_break_is_a_line() =>
        Assert.Equal("a b c\nd", HtmlText.Read("<p>\n  a\n <b> b</b>   c<br/>\n d </p>").Plain);

    [Fact]
    public void Headings_lists_quotes_and_code()
    {
        var text = HtmlText.Read("<h2>Why</h2><ol start=2><li>two<ul><li>inner</li></ul></li><li><p>three</p><p>more</p></li></ol><blockquote>said</blockquote><pre>x\n  y</pre><p>call <code>Run()</code></p>");
        Assert.Equal("Why\n2. two\n- inner\n3. three\nmore\nsaid\nx\n  y\ncall Run()", text.Plain);
        Assert.Equal(
        [
            "Heading 2 'Why'", "ListItem 1 'two'", "ListItem 2 'inner'", "ListItem 1 'three'", "Paragraph 0 'more'", "Quote 0 'said'", "Code 0 'x\n  y'",
            "Paragraph 0 'call Run()'", "Code 0 'Run()'",
        ], text.Spans());
    }

    [Fact]
    public void Tables_are_a_line_a_row()
    {
        var text = HtmlText.Read("<table><tr><th>Case</th><th>Result</th></tr><tr><td><div>a</div><div>b</div></td><td></td><td>c</td></tr></table>");
        Assert.Equal("Case | Result\na b |  | c", text.Plain);
        Assert.Equal(["TableRow 1 'Case | Result'", "TableRow 0 'a b |  | c'"], text.Spans());
    }

    [Fact]
    public void Links_mentions_pictures_and_checkboxes()
    {
        var text = HtmlText.Read("<p>See <a href='https://example.test/a'>the <b>page</b></a>, <a href='#' data-vss-mention='version:2.0,1'>@Dana</a>.</p><p><img src='https://example.test/flow.png'></p><ul><li><input type=checkbox checked> done</li><li><input type=checkbox>open</li></ul>");
        Assert.Equal("See the page, @Dana.\nflow.png\n[x] done\n[ ] open", text.Plain);
        Assert.Equal(
        [
            "Paragraph 0 'See the page, @Dana.'", "Link 0 'the page' → https://example.test/a", "Mention 0 '@Dana'", "Paragraph 0 'flow.png'",
            "Image 0 'flow.png' → https://example.test/flow.png", "Checkbox 1 'done'", "Checkbox 0 'open'",
        ], text.Spans());
    }

    [Fact]
    public void Scripts_and_styles_are_left_out() =>
        Assert.Equal("seen", HtmlText.Read("<style>p{}</style><script>alert(1)</script><p style='display:none'>seen</p>").Plain);

    [Fact]
    public void Unknown_elements_keep_their_inner_text() => Assert.Equal("a hologram b", HtmlText.Read("a <holo-gram>hologram</holo-gram> b").Plain);

    [Fact]
    public void Nesting_that_no_person_wrote_keeps_its_words()
    {
        var text = HtmlText.Read(string.Concat(Enumerable.Repeat("<div><b>", 10_000)) + "deep &amp; low" + string.Concat(Enumerable.Repeat("</b></div>", 10_000)));
        Assert.Equal("deep & low", text.Plain);
    }

    [Fact]
    public void Text_without_tags_is_text() => Assert.Equal("1 < 2 and plain", HtmlText.Read("1 < 2 and plain").Plain);
}
