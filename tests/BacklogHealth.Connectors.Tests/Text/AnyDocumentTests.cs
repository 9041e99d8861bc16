using System.Globalization;
using System.Text;
using System.Text.Json;
using BacklogHealth.Connectors.Text;
using CsCheck;

namespace BacklogHealth.Connectors.Tests.Text;

/// <summary>JSON of any shape is read as a document: trees that resemble one, and trees that do not.</summary>
public sealed class AnyDocumentTests
{
    private static readonly string[] Names = ["type", "content", "text", "attrs", "marks", "level", "order", "state", "title", "url", "alt", "href", "data", "name", "timestamp", "id", "shortName", "odd"];
    private static readonly string[] Words = ["word", "", " ", "\\u0000", "\\ud800", "\\udc00\\ud800", "\\ud83d\\ude00", "\\u2028", "a\\r\\nb", "\\u05d0\\u202e", "99999999999999999999", "-1", "DONE", "link", "code", "doc"];
    private static readonly string[] Types = [.. AdfText.KnownNodes, "doc", "hologram"];

    [Fact]
    public void Any_tree_of_json_is_read_and_the_promises_hold() =>
        Gen.Int.Sample(seed =>
        {
            using var json = JsonDocument.Parse(Tree(new Random(seed)), new JsonDocumentOptions { MaxDepth = 200 });
            AdfText.Read(json.RootElement).KeepsItsPromises();
        }, iter: 4_000, threads: 1);

    [Fact]
    public void Every_word_that_any_tree_of_nodes_holds_is_in_the_text() =>
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var words = new List<string>();
            var json = new StringBuilder();
            Node(random, json, words, depth: 6);
            using var parsed = JsonDocument.Parse(json.ToString());
            var plain = AdfText.Read(parsed.RootElement).Plain;
            Assert.All(words, word => Assert.Contains(word, plain, StringComparison.Ordinal));
        }, iter: 3_000, threads: 1);

    private static string Tree(Random random)
    {
        var json = new StringBuilder();
        Value(random, json, depth: random.Next(1, 9));
        return json.ToString();
    }

    private static void Value(Random random, StringBuilder json, int depth)
    {
        switch (random.Next(depth > 0 ? 9 : 5))
        {
            case 0:
                json.Append("null");
                break;
            case 1:
                json.Append(random.Next(2) == 0 ? "true" : "false");
                break;
            case 2:
                json.Append(random.Next(3) switch { 0 => "1e300", 1 => "-7", _ => random.Next(9).ToString(CultureInfo.InvariantCulture) });
                break;
            case 3:
                json.Append('"').Append(Types[random.Next(Types.Length)]).Append('"');
                break;
            case 4:
                json.Append('"').Append(Words[random.Next(Words.Length)]).Append('"');
                break;
            case 5 or 6:
                Many(random, json, '[', ']', () => Value(random, json, depth - 1));
                break;
            default:
                Many(random, json, '{', '}', () =>
                {
                    json.Append('"').Append(Names[random.Next(random.Next(2) == 0 ? 3 : Names.Length)]).Append("\":");
                    Value(random, json, depth - 1);
                });
                break;
        }
    }

    private static void Many(Random random, StringBuilder json, char first, char last, Action one)
    {
        json.Append(first);
        for (var i = random.Next(5); i > 0; i--)
        {
            one();
            json.Append(i > 1 ? "," : "");
        }

        json.Append(last);
    }

    // Media and cards show a name of their own and hold nothing; every other node, known or not, may hold words.
    private static void Node(Random random, StringBuilder json, List<string> words, int depth)
    {
        string[] holders = [.. Types.Where(t => t is not ("text" or "mention" or "emoji" or "date" or "status" or "placeholder" or "inlineCard" or "blockCard" or "embedCard" or "media" or "mediaInline" or "rule" or "hardBreak"))];
        if (depth == 0 || random.Next(4) == 0)
        {
            words.Add(FormattableString.Invariant($"w{words.Count}x"));
            json.Append(CultureInfo.InvariantCulture, $$"""{"type":"text","text":"{{words[^1]}} "}""");
            return;
        }

        json.Append(CultureInfo.InvariantCulture, $$"""{"type":"{{holders[random.Next(holders.Length)]}}","content":[""");
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Node(random, json, words, depth - 1);
            json.Append(i > 1 ? "," : "");
        }

        json.Append("]}");
    }
}
