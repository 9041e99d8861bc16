using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes a report as one HTML file that needs nothing else: style, pictures and one small script inside, which the page can do without; no other host.</summary>
internal static partial class HtmlPage
{
    internal static readonly string Style = $":root{{{Theme.Light.Css}}}@media screen and (prefers-color-scheme:dark){{:root{{{Theme.Dark.Css}}}}}\n{Read("report.css")}";

    private static readonly string Script = Read("report.js");

    // Exactly this style and this script, known by their hashes; nothing that stands in an item can run, load or send.
    private static readonly string Policy =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; img-src data:; base-uri 'none'; form-action 'none'";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static string Write(Page page)
    {
        var html = new StringBuilder();
        var blocks = new HtmlBlocks(html, page.Voice);
        var title = Encode(page.Voice.Plain(page.Title));
        html.Append("<!doctype html>\n<html lang=\"").Append(Encode(page.Voice.Language.Code)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy).Append("\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.Append("<title>").Append(title).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body").Append(TableWords.Attributes(page.Voice)).Append(">\n");
        html.Append("<header>\n<h1>").Append(title).Append("</h1>\n<p class=\"lead\">").Append(Encode(page.Voice.Plain(page.Lead))).Append("</p>\n</header>\n<main>\n");
        foreach (var section in page.Sections.Where(s => !s.Blocks.IsEmpty))
        {
            html.Append("<section id=\"").Append(Encode(section.Id)).Append("\">\n");
            foreach (var block in section.Blocks)
            {
                blocks.Write(block);
            }

            html.Append("</section>\n");
        }

        return html.Append("</main>\n<script>").Append(Script).Append("</script>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Encodes any text for HTML content and attributes.</summary>
    public static string Encode(string text) => Encoder.Encode(Towers().Replace(Say.Clean(text), ""));

    internal static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    // No script puts more than eight marks on a letter; a tower of them is painted over the lines around it.
    [GeneratedRegex(@"(?<=\p{M}{8})\p{M}+", RegexOptions.None, 1000)]
    private static partial Regex Towers();
}
