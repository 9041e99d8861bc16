using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Text;

public sealed class AnyTextTests
{
    [Theory]
    [InlineData("Call http://<HOST>:9393/jobs and read the <errors> it gives.")]
    [InlineData("The price is 5 * 3 * 2, see a_b_c and *.txt.")]
    [InlineData("Wrap it in <b></b>, please!")]
    [InlineData("Insert <p></p> where nothing is, and <br> where a line ends.")]
    [InlineData("Use #123 and [ERROR] as they stand.")]
    [InlineData("It has  two spaces by habit.  And here as well.")]
    [InlineData("{ \"type\": \"something\" }")]
    public void Without_clear_signs_a_text_is_plain(string text) => Assert.Equal(text, AnyText.Read(text).Plain);

    [Fact]
    public void Wiki_markup_is_known_by_its_macros_and_links() =>
        Assert.Equal("see page\nx = 1", AnyText.Read("see [page|https://example.test]\n{code}x = 1{code}").Plain);

    [Fact]
    public void Markdown_is_known_by_fences_tasks_and_links() =>
        Assert.Equal(["Heading 2 'Done when'", "Checkbox 0 'exported'"], AnyText.Read("## Done when\n\n- [ ] exported").Spans());

    [Theory]
    [InlineData("# Title\n\nWords.", "Title\nWords.")]
    [InlineData("# first\n# second", "1. first\n2. second")]
    [InlineData("# The only entry of a list.", "1. The only entry of a list.")]
    public void A_hash_is_a_heading_between_blank_lines_and_a_number_else(string text, string plain) => Assert.Equal(plain, AnyText.Read(text).Plain);

    [Fact]
    public void Flattened_fences_come_back() =>
        Assert.Equal(["make all"], AnyText.Read("Then build:  ```  make all  ```  and `so`  on.").Words(TextKind.Code)[..1]);

    [Fact]
    public void Html_is_known_by_tags_that_give_structure() => Assert.Equal("One\n- two", AnyText.Read("<p>One</p><ul><li>two</li></ul>").Plain);

    [Fact]
    public void The_document_format_of_jira_is_read_out_of_a_string() =>
        Assert.Equal("words", AnyText.Read("""{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"words"}]}]}""").Plain);

    [Fact]
    public void Bullets_of_plain_text_are_entries_and_stay_as_they_stand()
    {
        var text = AnyText.Read("Checks:\n- one\n2) two\n[ ] three");
        Assert.Equal("Checks:\n- one\n2) two\n[ ] three", text.Plain);
        Assert.Equal(["one", "two"], text.Words(TextKind.ListItem));
    }

    [Fact]
    public void Flattened_lines_come_back()
    {
        var text = AnyText.Read("h5.Steps    1. Open it  2. Close it    {code}  Run();  {code}    It should:  * start  * stop    And then  go on.");
        Assert.Equal("Steps\n1. Open it\n2. Close it\nRun();\nIt should:\n- start\n- stop\nAnd then go on.", text.Plain);
        Assert.Equal(["Run();"], text.Words(TextKind.Code));
    }
}
