using System.Text;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using CsCheck;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class JsonBodyTests
{
    private static readonly string[] Pieces = ["a", "ü", "u", "0000", "d800", @"\\", @"\n", @"\""", @"\/", @"\u0000", @"\u0041", @"\ud83d", @"\uDE00", @"\uD83D", @"\udbff"];

    [Theory]
    [InlineData("""["a\ud800b"]""", "a\uFFFDb")]
    [InlineData("""["a\udc00b"]""", "a\uFFFDb")]
    [InlineData("""["\ud83d\ude00"]""", "\U0001F600")]
    [InlineData("""["\ud83d\ud83d\ude00"]""", "\uFFFD\U0001F600")]
    [InlineData("""["a\u0000b"]""", "a b")]
    [InlineData("""["a\\ud800b"]""", @"a\ud800b")]
    [InlineData("""["a\\\ud800b"]""", "a\\\uFFFDb")]
    [InlineData("""["\u00e4"]""", "ä")]
    public void Text_that_no_reader_expects_is_replaced(string json, string text)
    {
        using var parsed = JsonBody.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Equal(text, parsed.RootElement[0].GetString());
    }

    [Theory]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(100_000)]
    public void What_lies_deeper_than_is_read_is_left_out_and_all_else_stays(int depth)
    {
        using var parsed = JsonBody.Parse(Encoding.UTF8.GetBytes($$"""{"before":"a","deep":{{new string('[', depth - 1)}}"words"{{new string(']', depth - 1)}},"behind":[{"b":1}]}"""));
        var (deep, levels) = (parsed.RootElement.GetProperty("deep"), 1);
        for (; deep.ValueKind == JsonValueKind.Array; levels++)
        {
            deep = Assert.Single(deep.EnumerateArray());
        }

        Assert.Equal(depth <= JsonBody.MaxDepth ? ("words", depth) : ("...", JsonBody.MaxDepth), (deep.GetString(), levels));
        Assert.Equal(("a", 1), (parsed.RootElement.Text("before"), parsed.RootElement.GetProperty("behind")[0].Number("b")));
        Assert.Equal(depth <= JsonBody.MaxDepth ? [] : ["It is nested deeper than 512 levels; what lies deeper was left out."], JsonMarks.Notes(parsed.RootElement));
    }

    [Theory]
    [InlineData("""["a\u0000b"]""", true)]
    [InlineData("""["\\\u0000"]""", true)]
    [InlineData("""["\\u0020 and a\u0000"]""", true)]
    [InlineData("""["a b", "\\u0000", "\\u0020", "\\\\u0020"]""", false)]
    public void A_nul_that_was_replaced_is_known_again(string json, bool held)
    {
        using var parsed = JsonBody.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Equal(held ? ["It held NUL characters; each became a space."] : [], JsonMarks.Notes(parsed.RootElement));
    }

    [Fact]
    public void Broken_utf8_is_replaced()
    {
        using var parsed = JsonBody.Parse([(byte)'[', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)']']);
        Assert.Equal("\uFFFD(", parsed.RootElement[0].GetString());
    }

    [Theory]
    [InlineData("""{"a":[1,""", true)]
    [InlineData("""{"a":"b""", true)]
    [InlineData("""{"a":tr""", true)]
    [InlineData("", true)]
    [InlineData("{}", false)]
    [InlineData("{}x", false)]
    [InlineData("up", false)]
    [InlineData("""{"a":}""", false)]
    public void The_beginning_of_json_is_told_from_what_is_none(string text, bool cut) =>
        Assert.Equal(cut, JsonBody.IsCutShort(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_mark_of_the_byte_order_in_front_is_passed_over()
    {
        using var parsed = JsonBody.Parse([0xEF, 0xBB, 0xBF, (byte)'[', (byte)'1', (byte)']']);
        Assert.Equal(1, parsed.RootElement[0].GetInt32());
    }

    [Fact]
    public void No_text_of_escapes_throws_and_whole_ones_arrive() =>
        Gen.OneOf([.. Pieces.Select(p => Gen.Const(p))]).Array[0, 40].Sample(pieces =>
        {
            using var parsed = JsonBody.Parse(Encoding.UTF8.GetBytes($"[\"{string.Concat(pieces)}\"]"));
            return parsed.RootElement[0].GetString() == Expected(pieces);
        });

    [Fact]
    public void Whatever_a_person_wrote_arrives_unchanged() =>
        Gen.String.Where(s => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(s)) == s).Sample(text =>
        {
            using var parsed = JsonBody.Parse(JsonSerializer.SerializeToUtf8Bytes(new[] { text }));
            return parsed.RootElement[0].GetString() == text.Replace('\0', ' ');
        });

    // What the pieces say, one after the other: the plain way, without looking at bytes.
    private static string Expected(string[] pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            text.Append(piece switch
            {
                @"\\" => "\\",
                @"\n" => "\n",
                @"\""" => "\"",
                @"\/" => "/",
                @"\u0000" => " ",
                _ when piece.StartsWith(@"\u", StringComparison.Ordinal) => ((char)ushort.Parse(piece[2..], System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture)).ToString(),
                _ => piece,
            });
        }

        // Halves of surrogate pairs that have no other half become the replacement character, as in every encoding of text.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
