using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Text;

public sealed class WikiMarkupTextTests
{
    [Fact]
    public void Headings_lists_and_rules()
    {
        var text = WikiMarkupText.Read("h2. Why\r\n* one\n** one a\n# first\n# second\n----\n- dash\n1. typed");
        Assert.Equal("Why\n- one\n- one a\n1. first\n2. second\n- dash\n1. typed", text.Plain);
        Assert.Equal(["Heading 2 'Why'", "ListItem 1 'one'", "ListItem 2 'one a'", "ListItem 1 'first'", "ListItem 1 'second'", "ListItem 1 'dash'", "ListItem 1 'typed'"], text.Spans());
    }

    [Fact]
    public void Code_is_kept_as_it_stands_and_never_read_as_prose()
    {
        var text = WikiMarkupText.Read("Run:\n{code:java}\n* not a list {quote}\n{code}\nand {{git *push*}} then {noformat}x{noformat}");
        Assert.Equal("Run:\n* not a list {quote}\nand git *push* then\nx", text.Plain);
        Assert.Equal(["* not a list {quote}", "git *push*", "x"], text.Words(TextKind.Code));
    }

    [Fact]
    public void A_macro_that_is_only_spoken_of_stays_in_its_sentence() =>
        Assert.Equal("Close the {code} macro. Then save.", WikiMarkupText.Read("Close the {code} macro. Then save.").Plain);

    [Fact]
    public void Code_that_is_never_closed_runs_to_the_end() =>
        Assert.Equal(["trace line 1\ntrace line 2"], WikiMarkupText.Read("It fails:\n{code}\ntrace line 1\ntrace line 2").Words(TextKind.Code));

    [Fact]
    public void Links_mentions_attachments_and_pictures()
    {
        var text = WikiMarkupText.Read("See [the page|https://example.test/a], [https://example.test/b], https://example.test/c. Ask [~accountid:5b1] about [^log.txt] and !shots/flow.png|width=300!");
        Assert.Equal("See the page, https://example.test/b, https://example.test/c. Ask @5b1 about log.txt and flow.png", text.Plain);
        Assert.Equal(
        [
            "Link 0 'the page' → https://example.test/a", "Link 0 'https://example.test/b' → https://example.test/b", "Link 0 'https://example.test/c' → https://example.test/c",
            "Mention 0 '@5b1'", "Image 0 'log.txt' → log.txt", "Image 0 'flow.png' → shots/flow.png",
        ], text.Spans()[1..]);
    }

    [Fact]
    public void Tables_are_a_line_a_row()
    {
        var text = WikiMarkupText.Read("||Case||Result||\n|one|[a|https://example.test]|\n|two|on\nmore lines|");
        Assert.Equal("Case | Result\none | a\ntwo | on more lines", text.Plain);
        Assert.Equal(["TableRow 1 'Case | Result'", "TableRow 0 'one | a'", "Link 0 'a' → https://example.test", "TableRow 0 'two | on more lines'"], text.Spans());
    }

    [Fact]
    public void Quotes_and_panels_keep_their_words()
    {
        var text = WikiMarkupText.Read("{quote}said\nso{quote}\nbq. short\n{panel:title=Mind|bgColor=red}this{panel}{color:red}red{color} end");
        Assert.Equal("said\nso\nshort\nMind\nthis\nred end", text.Plain);
        Assert.Equal(["said", "so", "short"], text.Words(TextKind.Quote));
    }

    [Fact]
    public void Emphasis_loses_its_marks_and_nothing_else_does() =>
        Assert.Equal(
            "bold and slanted; snake_case_name, 2*3*4, *x*y, *.txt, a - b, C++ and ~5",
            WikiMarkupText.Read("*bold* and _slanted_; snake_case_name, 2*3*4, *x*y, *.txt, a - b, C++ and ~5").Plain);

    [Fact]
    public void Escapes_and_forced_line_breaks() => Assert.Equal("[a] {b}\nnext C:\\temp \\\\server", WikiMarkupText.Read("\\[a\\] \\{b\\}\\\\ next C:\\temp \\\\server").Plain);

    [Fact]
    public void Boxes_in_front_of_lines_are_checkboxes() =>
        Assert.Equal(["Checkbox 0 'write'", "Checkbox 1 'read'"], WikiMarkupText.Read("[ ] write\n* [x] read").Spans());

    [Fact]
    public void Html_macros_are_read_as_html() => Assert.Equal("- one\n- two", WikiMarkupText.Read("{html}<ul><li>one</li><li>two</li></ul>{html}").Plain);
}
