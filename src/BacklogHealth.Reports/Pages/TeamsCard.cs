using System.Text.Json.Nodes;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>
/// Writes lines as an adaptive card of Microsoft Teams. All words stand in text runs, which Teams shows as they are: in its text blocks, Markdown of a title
/// would come alive, and its programs for desktop and phone undo escapes differently.
/// </summary>
/// <param name="subject">Shown where a card cannot be.</param>
/// <param name="language">The code of the language.</param>
internal sealed class TeamsCard(string subject, string language)
{
    /// <summary>Teams drops a card of more than 28 KB after its own additions, although it said that it took it.</summary>
    private const int MostBytes = 20_000;

    /// <summary>Bytes that blocks may take.</summary>
    public int Room => MostBytes - Envelope([]).ToJsonString().Length;

    /// <summary>Bytes of a block: all signs beyond ASCII are written as escapes, so that none is longer on the way than it is here.</summary>
    public static int SizeOf(MailBlock block) => block.Lines.Sum(l => Element(l).ToJsonString().Length + 1);

    /// <summary>The card in the envelope that a workflow's webhook takes.</summary>
    public string Write(IEnumerable<MailBlock> blocks) => Envelope([.. blocks.SelectMany(b => b.Lines).Select(Element)]).ToJsonString();

    private JsonObject Envelope(JsonArray body) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = new JsonObject
            {
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["type"] = "AdaptiveCard",
                ["version"] = "1.4",
                ["lang"] = language,
                ["fallbackText"] = subject,
                ["msteams"] = new JsonObject { ["width"] = "Full" },
                ["body"] = body,
            },
        }),
    };

    private static JsonNode Element(MailLine line)
    {
        var inlines = new JsonArray();
        if (line.Tone == MailTone.Bullet)
        {
            inlines.Add(new JsonObject { ["type"] = "TextRun", ["text"] = "• " });
        }

        foreach (var run in ChatLine.Of(line.Words))
        {
            inlines.Add(Inline(run, line.Tone));
        }

        var element = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = inlines };
        switch (line.Tone)
        {
            case MailTone.Title or MailTone.Heading:
                element["spacing"] = "large";
                element["separator"] = true;
                break;
            case MailTone.Lead or MailTone.Say or MailTone.Bullet or MailTone.Seen or MailTone.Asked:
                element["spacing"] = "small";
                break;
        }

        return element;
    }

    private static JsonObject Inline(Run run, MailTone tone)
    {
        var inline = new JsonObject { ["type"] = "TextRun", ["text"] = run.Text };
        if (tone is MailTone.Title or MailTone.Heading)
        {
            inline["size"] = tone == MailTone.Title ? "large" : "medium";
        }

        if (tone is MailTone.Title or MailTone.Heading or MailTone.Subheading or MailTone.Say or MailTone.Item or MailTone.Banner || run.Emphasis is Emphasis.Strong or Emphasis.Act or Emphasis.Watch or Emphasis.Keep)
        {
            inline["weight"] = "bolder";
        }

        if (tone is MailTone.Lead or MailTone.Note or MailTone.Question or MailTone.Closing)
        {
            inline["isSubtle"] = true;
        }

        switch (run.Emphasis)
        {
            case Emphasis.Code:
                inline["fontType"] = "monospace";
                break;
            case Emphasis.Mark:
                inline["highlight"] = true;
                break;
            case Emphasis.Act:
                inline["color"] = "attention";
                break;
            case Emphasis.Keep:
                inline["color"] = "accent";
                break;
        }

        if (run.Link is { } link)
        {
            inline["selectAction"] = new JsonObject { ["type"] = "Action.OpenUrl", ["url"] = link };
        }

        return inline;
    }
}
