using System.Text.Json.Nodes;
using System.Text.Json;
using BacklogHealth.Connectors.Text;
using CsCheck;

namespace BacklogHealth.Connectors.Tests.Text;

/// <summary>Whatever a document is made of, each word that its readers see is in the text, in the same order.</summary>
public sealed class WordsSurviveTests
{
    private static readonly string[] Holders =
    [
        "paragraph", "heading", "bulletList", "orderedList", "listItem", "taskList", "taskItem", "blockquote", "panel", "expand", "table", "tableRow", "tableCell", "tableHeader",
        "layoutSection", "layoutColumn", "codeBlock", "decisionItem", "hologram",
    ];

    private static readonly string[] Marks = ["strong", "code", "link", "em", "strike", "glow"];

    [Fact]
    public void Every_word_of_a_document_in_jiras_format_survives() =>
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var words = new List<string>();
            var document = new JsonObject { ["type"] = "doc", ["content"] = Nodes(random, words, depth: 5) };
            using var json = JsonDocument.Parse(document.ToJsonString());
            AssertInOrder(words, AdfText.Read(json.RootElement).Plain);
        }, iter: 2_000, threads: 1);

    [Fact]
    public void Every_word_of_a_markdown_document_survives() =>
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var words = new List<string>();
            string Word()
            {
                words.Add(FormattableString.Invariant($"w{words.Count}x"));
                return words[^1];
            }

            var blocks = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(8) switch
            {
                0 => $"## {Word()} {Word()}",
                1 => $"- {Word()}\n  - {Word()} **{Word()}**\n- [x] {Word()}",
                2 => $"1. {Word()}\n2. `{Word()}` _{Word()}_",
                3 => $"> {Word()}\n> {Word()}",
                4 => $"```\n{Word()}\n{Word()}\n```",
                5 => $"| {Word()} | {Word()} |\n|---|---|\n| {Word()} | [{Word()}](https://example.test) |",
                6 => $"{Word()} <b>{Word()}</b> <role-{Word()}> ![{Word()}](https://example.test/a.png)",
                _ => $"{Word()} ~~{Word()}~~\n{Word()}  \n{Word()} | {Word()} [{Word()}] ({Word()})",
            });
            AssertInOrder(words, MarkdownText.Read(string.Join("\n\n", blocks)).Plain);
        }, iter: 2_000, threads: 1);

    [Fact]
    public void Every_word_of_a_wiki_document_survives() =>
        Survives(WikiMarkupText.Read, (kind, word) => kind switch
        {
            0 => $"h2. {word()} {word()}",
            1 => $"* {word()}\n** {word()} *{word()}*\n# {word()}",
            2 => $"{{{{{word()} {word()}}}}} _{word()}_ +{word()}+",
            3 => $"{{quote}}\n{word()}\n{word()}\n{{quote}}",
            4 => $"{{code:java}}\n{word()}\n{word()}\n{{code}}",
            5 => $"||{word()}||{word()}||\n|{word()}|[{word()}|https://example.test]|",
            6 => $"{{panel:title={word()}}}\n{word()} [~{word()}] -{word()}- {{color:red}}{word()}{{color}}\n{{panel}}",
            7 => $"{word()} {{unknown}}{word()}{{unknown}} {{open {word()}\n{word()} }} [{word()}] ({word()})",
            _ => $"bq. {word()}\n{word()} \\\\ {word()}\n----\n{word()}!{word()} ^{word()}^",
        });

    [Fact]
    public void Every_word_of_an_html_document_survives() =>
        Survives(HtmlText.Read, (kind, word) => kind switch
        {
            0 => $"<h2>{word()} <b>{word()}</b></h2>",
            1 => $"<ul><li>{word()}<ul><li>{word()}</li></ul></li><li><p>{word()}</p><p>{word()}</p></li></ul>",
            2 => $"<p>{word()}<br>{word()} <code>{word()}</code> <a href='https://example.test'>{word()}</a></p>",
            3 => $"<blockquote>{word()}<p>{word()}</p></blockquote>",
            4 => $"<pre>{word()}\n{word()}</pre>",
            5 => $"<table><tr><th>{word()}</th><th>{word()}</th></tr><tr><td>{word()}</td><td><div>{word()}</div></td></tr></table>",
            6 => $"<hologram>{word()} <span style='x'>{word()}</span></hologram>",
            7 => $"<div>{word()}<div>{word()}</div>{word()}</p></b> {word()}",
            _ => $"{word()} &lt;{word()}&gt; <details><summary>{word()}</summary>{word()}</details>",
        });

    // Whatever blocks follow each other, and in whatever order.
    private static void Survives(Func<string, Core.WorkItems.StructuredText> read, Func<int, Func<string>, string> block) =>
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var words = new List<string>();
            string Word()
            {
                words.Add(FormattableString.Invariant($"w{words.Count}x"));
                return words[^1];
            }

            var blocks = Enumerable.Range(0, random.Next(1, 8)).Select(_ => block(random.Next(9), Word)).ToList();
            AssertInOrder(words, read(string.Join("\n\n", blocks)).Plain);
        }, iter: 2_000, threads: 1);

    private static JsonArray Nodes(Random random, List<string> words, int depth)
    {
        var nodes = new JsonArray();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            nodes.Add(depth == 0 || random.Next(4) == 0 ? Text(random, words) : new JsonObject { ["type"] = Holders[random.Next(Holders.Length)], ["content"] = Nodes(random, words, depth - 1) });
        }

        return nodes;
    }

    private static JsonObject Text(Random random, List<string> words)
    {
        words.Add(FormattableString.Invariant($"w{words.Count}x"));
        var text = new JsonObject { ["type"] = "text", ["text"] = words[^1] + " " };
        if (random.Next(3) == 0)
        {
            text["marks"] = new JsonArray(new JsonObject { ["type"] = Marks[random.Next(Marks.Length)], ["attrs"] = new JsonObject { ["href"] = "https://example.test" } });
        }

        return text;
    }

    private static void AssertInOrder(List<string> words, string plain)
    {
        var at = 0;
        foreach (var word in words)
        {
            var found = plain.IndexOf(word, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{word}' is missing or out of order in:\n{plain}");
            at = found + word.Length;
        }
    }
}
