using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BacklogHealth.Reports.Tests;

/// <summary>Reads a report as somebody would who cannot see it: its words, its headings, its links.</summary>
internal static partial class Reading
{
    extension(RenderedReport report)
    {
        /// <summary>The words of the page.</summary>
        public string Page => WebUtility.HtmlDecode(Tag().Replace(report.Html.Split("</style>")[1], ""));

        /// <summary>The words of the text.</summary>
        public string Text => Link().Replace(Mark().Replace(report.Markdown, ""), "${words}");

        /// <summary>Every sentence that the numbers name.</summary>
        public List<string> Sentences => [.. report.Json["parts"]!.AsArray().SelectMany(p => p!["sentences"]!.AsArray()).Select(s => s!.GetValue<string>())];

        /// <summary>Level and words of each heading.</summary>
        public List<(int Level, string Words)> Headings =>
            [.. Heading().Matches(report.Html).Select(m => (int.Parse(m.Groups["level"].Value, CultureInfo.InvariantCulture), WebUtility.HtmlDecode(Tag().Replace(m.Groups["words"].Value, ""))))];

        /// <summary>Where the page's links lead.</summary>
        public List<string> Links => [.. Anchor().Matches(report.Html).Select(m => m.Groups["to"].Value)];

        /// <summary>The numbers of one part.</summary>
        public JsonObject Numbers(string part) => report.Json["parts"]!.AsArray().Single(p => p!["id"]!.GetValue<string>() == part)!["numbers"]!.AsObject();

        /// <summary>How often the page has a piece of markup.</summary>
        public int Count(string markup) => report.Html.Split(markup).Length - 1;
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\\|\*\*|`", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\(<[^>]*>\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Link();

    [GeneratedRegex("<h(?<level>[1-6])[^>]*>(?<words>.*?)</h[1-6]>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Heading();

    [GeneratedRegex("<a href=\"(?<to>[^\"]*)\" rel=\"noopener noreferrer\">", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Anchor();
}
