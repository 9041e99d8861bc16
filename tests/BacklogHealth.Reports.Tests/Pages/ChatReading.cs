using System.Text.Json;
using System.Text.RegularExpressions;

namespace BacklogHealth.Reports.Tests.Pages;

/// <summary>Reads a message as the chat shows it.</summary>
internal static partial class ChatReading
{
    extension(ChatPage chat)
    {
        /// <summary>The parts of the card.</summary>
        public List<JsonElement> CardBody => [.. Parse(chat.Teams).GetProperty("attachments")[0].GetProperty("content").GetProperty("body").EnumerateArray()];

        /// <summary>The lines of the card.</summary>
        public List<string> CardLines => [.. chat.CardBody.Select(e => Bare(string.Concat(e.GetProperty("inlines").EnumerateArray().Select(i => i.GetProperty("text").GetString()))))];

        /// <summary>Where the card leads.</summary>
        public List<string> CardLinks => [.. chat.CardBody.SelectMany(e => e.GetProperty("inlines").EnumerateArray()).Where(i => i.TryGetProperty("selectAction", out _)).Select(i => i.GetProperty("selectAction").GetProperty("url").GetString()!)];

        /// <summary>The blocks of the message.</summary>
        public List<JsonElement> SlackBlocks => [.. Parse(chat.Slack).GetProperty("blocks").EnumerateArray()];

        /// <summary>The texts of its blocks, as they are sent.</summary>
        public List<string> SlackTexts => [.. chat.SlackBlocks.Select(b => b.GetProperty("text").GetProperty("text").GetString()!)];

        /// <summary>The lines of the message as somebody reads them.</summary>
        public List<string> SlackLines => [.. chat.SlackTexts.SelectMany(t => t.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(l => Bare(Entities(Emphasis().Replace(Link().Replace(l, "${words}"), ""))))];

        /// <summary>Where the message leads.</summary>
        public List<string> SlackLinks => [.. chat.SlackTexts.SelectMany(t => Link().Matches(t)).Select(m => m.Value[1..m.Value.IndexOf('|', StringComparison.Ordinal)])];
    }

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string Bare(string line) => MailReading.Flat(line.Replace("\u200B", "", StringComparison.Ordinal).TrimStart('•'));

    private static string Entities(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"<[^|<>]+\|(?<words>[^<>]*)>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Link();

    // What data hold of these signs has a space without width beside it.
    [GeneratedRegex(@"(?<!\u200B)[*`](?!\u200B)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Emphasis();
}
