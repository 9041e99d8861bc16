using System.Text;
using System.Text.Json.Nodes;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes lines as a message of Slack: titles as headers, what stands below each heading as a section or, where it is long, several.</summary>
/// <param name="subject">Shown in notifications, and where blocks cannot be.</param>
internal sealed class SlackMessage(string subject)
{
    /// <summary>Slack refuses about 13,200 characters.</summary>
    private const int MostCharacters = 12_000;

    /// <summary>Slack takes 3,000 characters in a section and 150 in a header.</summary>
    private const int LongestSection = 3_000, LongestHeader = 150;

    // Slack takes 50 blocks. Each that a heading begins costs 300 characters besides its own, and one that begins because the one before it is full has, with that one,
    // about 3,000: so there are never more than 45.
    private const int PriceOfBlock = 300;

    private readonly string _fallback = SlackText.Plain(subject, LongestHeader);

    /// <summary>Characters that blocks may take.</summary>
    public int Room => MostCharacters - _fallback.Length;

    /// <summary>Characters of a block, and what it costs to begin another.</summary>
    public static int SizeOf(MailBlock block) => block.Lines.Sum(l => l.Tone switch
    {
        MailTone.Title => Header(l).Length + (2 * PriceOfBlock),
        MailTone.Heading => SlackText.Of(l).Length + 1 + PriceOfBlock,
        _ => SlackText.Of(l).Length + 2,
    });

    /// <summary>The message.</summary>
    public string Write(IEnumerable<MailBlock> blocks)
    {
        var (written, section) = (new JsonArray(), new StringBuilder());
        foreach (var block in blocks)
        {
            // An empty line sets a block apart from the one before it.
            var between = "\n\n";
            foreach (var line in block.Lines)
            {
                var text = line.Tone == MailTone.Title ? "" : SlackText.Of(line);
                if (line.Tone is MailTone.Title or MailTone.Heading || section.Length + between.Length + text.Length > LongestSection)
                {
                    End(written, section);
                }

                if (line.Tone == MailTone.Title)
                {
                    // A title of signs that nobody sees leaves no words, and Slack refuses an empty header with all the rest.
                    if (Header(line) is { Length: > 0 } header)
                    {
                        written.Add(new JsonObject { ["type"] = "header", ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = header, ["emoji"] = false } });
                    }
                }
                else if (text.Length > 0)
                {
                    section.Append(section.Length == 0 ? "" : between).Append(text);
                }

                between = "\n";
            }
        }

        End(written, section);
        return new JsonObject { ["text"] = _fallback, ["blocks"] = written, ["unfurl_links"] = false, ["unfurl_media"] = false }.ToJsonString();
    }

    private static string Header(MailLine line) => SlackText.Plain(line.Words.Plain, LongestHeader);

    // Verbatim: Slack makes no links of names and addresses by itself.
    private static void End(JsonArray written, StringBuilder section)
    {
        if (section.Length > 0)
        {
            written.Add(new JsonObject { ["type"] = "section", ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = section.ToString(), ["verbatim"] = true } });
            section.Clear();
        }
    }
}
