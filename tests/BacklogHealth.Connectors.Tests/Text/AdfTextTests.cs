using System.Text;
using System.Text.Json;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Tests.Text;

public sealed class AdfTextTests
{
    private static StructuredText Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 100_000 });
        return AdfText.Read(document.RootElement);
    }

    private static StructuredText Doc(params string[] nodes) => Read($$"""{"type":"doc","version":1,"content":[{{string.Join(',', nodes)}}]}""");

    private static string Text(string words, string marks = "") => $$"""{"type":"text","text":"{{words}}"{{(marks.Length == 0 ? "" : $",\"marks\":[{marks}]")}}}""";

    private static string Node(string type, params string[] content) => $$"""{"type":"{{type}}","content":[{{string.Join(',', content)}}]}""";

    private static string Node(string type, string attributes, string[] content) => $$"""{"type":"{{type}}","attrs":{{attributes}},"content":[{{string.Join(',', content)}}]}""";

    private static string Paragraph(string words) => Node("paragraph", Text(words));

    [Fact]
    public void Nothing_reads_as_the_empty_text()
    {
        Assert.Same(StructuredText.Empty, AdfText.Read(null));
        Assert.Same(StructuredText.Empty, Read("null"));
        Assert.Same(StructuredText.Empty, Doc());
    }

    [Fact]
    public void A_plain_string_is_read_as_it_stands() => Assert.Equal("two words", Read("\"two words\"").Plain);

    [Fact]
    public void Headings_and_paragraphs_are_blocks_on_lines_of_their_own()
    {
        var text = Doc(Node("heading", """{"level":2}""", [Text("Why")]), Paragraph("Because."));
        Assert.Equal("Why\nBecause.", text.Plain);
        Assert.Equal(["Heading 2 'Why'", "Paragraph 0 'Because.'"], text.Spans());
    }

    [Fact]
    public void Nested_lists_carry_their_depth_and_numbers()
    {
        var inner = Node("bulletList", Node("listItem", Paragraph("inner")));
        var text = Doc(Node("orderedList", """{"order":3}""", [Node("listItem", Paragraph("first"), inner), Node("listItem", Paragraph("second"))]));
        Assert.Equal("3. first\n- inner\n4. second", text.Plain);
        Assert.Equal(["ListItem 1 'first'", "ListItem 2 'inner'", "ListItem 1 'second'"], text.Spans());
    }

    [Fact]
    public void A_further_paragraph_of_a_list_entry_is_a_paragraph()
    {
        var text = Doc(Node("bulletList", Node("listItem", Paragraph("entry"), Paragraph("more of it"))));
        Assert.Equal("- entry\nmore of it", text.Plain);
        Assert.Equal(["ListItem 1 'entry'", "Paragraph 0 'more of it'"], text.Spans());
    }

    [Fact]
    public void Task_lists_are_checkboxes_with_their_tick()
    {
        var text = Doc(Node("taskList", Node("taskItem", """{"state":"DONE"}""", [Text("built")]), Node("taskItem", """{"state":"TODO"}""", [Text("tested")])));
        Assert.Equal("[x] built\n[ ] tested", text.Plain);
        Assert.Equal(["Checkbox 1 'built'", "Checkbox 0 'tested'"], text.Spans());
    }

    [Fact]
    public void A_table_is_a_line_a_row_even_with_lists_and_paragraphs_in_its_cells()
    {
        var head = Node("tableRow", Node("tableHeader", Paragraph("Case")), Node("tableHeader", Paragraph("Result")));
        var row = Node("tableRow", Node("tableCell", Paragraph("one"), Paragraph("two")), Node("tableCell", Node("bulletList", Node("listItem", Paragraph("a")), Node("listItem", Paragraph("b")))));
        var text = Doc(Node("table", head, row), Paragraph("After."));
        Assert.Equal("Case | Result\none two | - a - b\nAfter.", text.Plain);
        Assert.Equal(["TableRow 1 'Case | Result'", "TableRow 0 'one two | - a - b'", "Paragraph 0 'After.'"], text.Spans());
    }

    [Fact]
    public void Links_code_mentions_and_pictures_are_marked_inside_their_block()
    {
        var text = Doc(Node("paragraph",
            Text("see "), Text("the page ", """{"type":"link","attrs":{"href":"https://example.test/a"}}"""), Text("and call "), Text("Run()", """{"type":"code"}"""),
            Text(", "), """{"type":"mention","attrs":{"id":"5b1","text":"@Dana"}}"""),
            Node("mediaSingle", """{"type":"media","attrs":{"type":"external","url":"https://example.test/p/flow.png"}}"""));
        Assert.Equal("see the page and call Run(), @Dana\nflow.png", text.Plain);
        Assert.Equal(
        [
            "Paragraph 0 'see the page and call Run(), @Dana'", "Link 0 'the page' → https://example.test/a", "Code 0 'Run()'", "Mention 0 '@Dana'",
            "Paragraph 0 'flow.png'", "Image 0 'flow.png' → https://example.test/p/flow.png",
        ], text.Spans());
    }

    [Fact]
    public void Status_date_emoji_and_cards_show_what_people_see()
    {
        var text = Doc(Node("paragraph", """{"type":"status","attrs":{"text":"Draft"}}""", Text(" by "), """{"type":"date","attrs":{"timestamp":"1767225600000"}}""",
            Text(" "), """{"type":"emoji","attrs":{"shortName":":tada:"}}""", Text(" "), """{"type":"inlineCard","attrs":{"url":"https://example.test/CHK-1"}}"""));
        Assert.Equal("Draft by 2026-01-01 :tada: https://example.test/CHK-1", text.Plain);
        Assert.Equal(["https://example.test/CHK-1"], text.Words(TextKind.Link));
    }

    [Fact]
    public void Code_blocks_quotes_panels_and_expands_keep_their_words()
    {
        var text = Doc(Node("codeBlock", Text("if (a)\\n  b();")), Node("blockquote", Paragraph("They said so.")), Node("panel", Paragraph("Mind this.")),
            Node("expand", """{"title":"More"}""", [Paragraph("Hidden.")]));
        Assert.Equal("if (a)\n  b();\nThey said so.\nMind this.\nMore\nHidden.", text.Plain);
        Assert.Equal(["Code 0 'if (a)\n  b();'", "Quote 0 'They said so.'", "Paragraph 0 'Mind this.'", "Paragraph 0 'More'", "Paragraph 0 'Hidden.'"], text.Spans());
    }

    [Fact]
    public void A_hard_break_is_a_line_in_the_same_paragraph() =>
        Assert.Equal(["Paragraph 0 'a\nb'"], Doc(Node("paragraph", Text("a"), """{"type":"hardBreak"}""", Text("b"))).Spans());

    [Fact]
    public void Unknown_nodes_keep_their_inner_text() =>
        Assert.Equal("before\ninside\nafter", Doc(Paragraph("before"), Node("hologram", Node("layer", Paragraph("inside"))), Paragraph("after")).Plain);

    [Fact]
    public void An_unknown_inline_node_does_not_break_its_sentence() =>
        Assert.Equal("a b c", Doc(Node("paragraph", Text("a "), Node("sparkle", Text("b")), Text(" c"))).Plain);

    [Theory]
    [InlineData("""{"type":7,"content":"x"}""")]
    [InlineData("""{"type":"paragraph","content":{"type":"text"}}""")]
    [InlineData("""{"type":"text","text":["x"]}""")]
    [InlineData("""{"type":"heading","attrs":"none","content":[null,1,true,"w"]}""")]
    [InlineData("""{"type":"date","attrs":{"timestamp":"9999999999999999999"}}""")]
    [InlineData("""{"type":"text","text":"\ud800 and \u0000","\udc00":1}""")]
    public void Malformed_nodes_do_no_harm(string node) => Doc(node, Paragraph("kept")).KeepsItsPromises();

    [Fact]
    public void Half_a_surrogate_pair_keeps_the_words_around_it() => Assert.Equal("a\uFFFDb", Read("\"a\\ud800b\"").Plain);

    [Fact]
    public void Ten_thousand_levels_of_nesting_read_to_the_end()
    {
        var json = new StringBuilder();
        for (var i = 0; i < 10_000; i++)
        {
            json.Append(i % 3 == 0 ? """{"type":"bulletList","content":[{"type":"listItem","content":[""" : """{"type":"blockquote","content":[{"type":"odd","content":[""");
        }

        json.Append(Paragraph("deep"));
        for (var i = 0; i < 10_000; i++)
        {
            json.Append("]}]}");
        }

        Assert.Equal("- deep", Read(json.ToString()).Plain);
    }
}
