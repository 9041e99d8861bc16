using System.Text.Json;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Routes.JiraCloud;
using CsCheck;

namespace BacklogHealth.SampleTracker.Tests.Routes.JiraCloud;

public class AdfDocumentTests
{
    [Fact]
    public void Each_kind_of_block_becomes_its_node()
    {
        var kinds = Document(SmallBacklog.EveryBlock).GetProperty("content").EnumerateArray().Select(n => n.GetProperty("type").GetString());
        Assert.Equal(["paragraph", "heading", "bulletList", "orderedList", "taskList", "table", "codeBlock", "blockquote"], kinds);
    }

    [Fact]
    public void An_address_in_words_becomes_a_link_without_the_full_stop_after_it()
    {
        var words = Document(SmallBacklog.EveryBlock).GetProperty("content")[0].GetProperty("content");
        Assert.Equal(["Buyers ask for it, see ", "https://shop.example/vouchers?a=1&b=2", "."], words.EnumerateArray().Select(w => w.GetProperty("text").GetString()));
        Assert.Equal("https://shop.example/vouchers?a=1&b=2", words[1].GetProperty("marks")[0].GetProperty("attrs").GetProperty("href").GetString());
    }

    [Fact]
    public void Checkboxes_keep_their_state_and_rows_their_heads()
    {
        var content = Document(SmallBacklog.EveryBlock).GetProperty("content");
        Assert.Equal(["DONE", "TODO"], content[4].GetProperty("content").EnumerateArray().Select(t => t.GetProperty("attrs").GetProperty("state").GetString()));
        Assert.Equal(["tableHeader", "tableCell"], content[5].GetProperty("content").EnumerateArray().Select(r => r.GetProperty("content")[0].GetProperty("type").GetString()));
    }

    [Fact]
    public void A_document_of_every_block_is_as_the_vendors_schema_says() => Published.HoldsAsDocument(Document(SmallBacklog.EveryBlock));

    [Fact]
    public void Any_text_gives_a_document_as_the_schema_says()
    {
        Published.HoldsAsDocument(Document(SampleText.Of("")));
        var block =
            from kind in Gen.Enum<SampleBlockKind>()
            from text in Gen.OneOf("", "word", "two words", "a\nb", "https://a.example", "x | y", "(see http://b.example/c).", "ü – 🎉")
            from level in Gen.Int[0, 9]
            select new SampleBlock(kind, text, level);
        block.Array[0, 6].Sample(blocks => Published.HoldsAsDocument(Document(new SampleText([.. blocks]))), iter: 40);
    }

    private static JsonElement Document(SampleText text)
    {
        using var document = JsonDocument.Parse(AdfDocument.Of(text).ToJsonString());
        return document.RootElement.Clone();
    }
}
