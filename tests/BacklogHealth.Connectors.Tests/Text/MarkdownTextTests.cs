using BacklogHealth.Connectors.Text;

namespace BacklogHealth.Connectors.Tests.Text;

public sealed class MarkdownTextTests
{
    [Fact]
    public void Headings_lists_tasks_and_quotes()
    {
        var text = MarkdownText.Read("## Why\n\n1. one\n   - inner\n2. two\n\n- [x] built\n- [ ] tested\n\n> said\n");
        Assert.Equal("Why\n1. one\n- inner\n2. two\n[x] built\n[ ] tested\nsaid", text.Plain);
        Assert.Equal(
            ["Heading 2 'Why'", "ListItem 1 'one'", "ListItem 2 'inner'", "ListItem 1 'two'", "Checkbox 1 'built'", "Checkbox 0 'tested'", "Quote 0 'said'"], text.Spans());
    }

    [Fact]
    public void Code_links_pictures_and_emphasis()
    {
        var text = MarkdownText.Read("Call `Run()` as **the** [page](https://example.test/a) says.\n\n![flow](https://example.test/f.png)\n\n```cs\nvar x = 1;\n```\n<https://example.test/b>");
        Assert.Equal("Call Run() as the page says.\nflow\nvar x = 1;\nhttps://example.test/b", text.Plain);
        Assert.Equal(
        [
            "Paragraph 0 'Call Run() as the page says.'", "Code 0 'Run()'", "Link 0 'page' → https://example.test/a", "Paragraph 0 'flow'",
            "Image 0 'flow' → https://example.test/f.png", "Code 0 'var x = 1;'", "Paragraph 0 'https://example.test/b'", "Link 0 'https://example.test/b' → https://example.test/b",
        ], text.Spans());
    }

    [Fact]
    public void Tables_are_a_line_a_row() =>
        Assert.Equal(["TableRow 1 'Case | Result'", "TableRow 0 'one | two'"], MarkdownText.Read("| Case | Result |\n|---|---|\n| one | two |").Spans());

    [Fact]
    public void A_line_that_goes_on_in_the_next_is_one_sentence_and_other_lines_stay() =>
        Assert.Equal("This goes on here.\nOwner: Dana", MarkdownText.Read("This goes\non here.\nOwner: Dana").Plain);

    [Fact]
    public void Words_in_angle_brackets_stay_and_tags_of_html_go() => Assert.Equal("As a <role>\nI act", MarkdownText.Read("As a <role><br>I <b>act</b>").Plain);

    [Fact]
    public void Nesting_beyond_the_parsers_limit_reads_as_plain_text() => Assert.Contains("deep", MarkdownText.Read(new string('>', 5_000) + " deep").Plain, StringComparison.Ordinal);
}
