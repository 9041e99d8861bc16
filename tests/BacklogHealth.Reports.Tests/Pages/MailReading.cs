using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BacklogHealth.Reports.Tests.Pages;

/// <summary>Reads a mail as somebody does whose program drops styles and pictures, or shows the text alone.</summary>
internal static partial class MailReading
{
    extension(MailPage mail)
    {
        public IHtmlDocument Document => new HtmlParser().ParseDocument(mail.Html);

        /// <summary>The lines of the HTML form in order; pictures as what they show.</summary>
        public List<string> Lines => [.. mail.Document.QuerySelectorAll("h1,h2,h3,p,li").Select(e => e.QuerySelector("img") is { } image ? $"[{image.GetAttribute("alt")}]" : Flat(e.TextContent))];

        /// <summary>The same, without what a picture shows where its title has said it.</summary>
        public string Said => string.Join(' ', mail.Lines.Where((l, i) => i == 0 || l.Replace(".]", "]", StringComparison.Ordinal) != $"[{mail.Lines[i - 1]}]"));

        /// <summary>The words of the text form, without what stands for its setting: addresses, lines below headings, signs of lists and of what is typed.</summary>
        public string Words => Flat(Setting().Replace(Address().Replace(mail.Text, ""), "").Replace("`", "", StringComparison.Ordinal));
    }

    public static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\s*<https?://[^>\s]*>", RegexOptions.None, 10_000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(- |=+$|-+$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Setting();
}
