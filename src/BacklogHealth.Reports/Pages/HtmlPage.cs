using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes a report as one HTML file that needs nothing else: style and pictures inside, no script, no other host.</summary>
internal static class HtmlPage
{
    private static readonly string Style = $":root{{{Theme.Light.Css}}}@media screen and (prefers-color-scheme:dark){{:root{{{Theme.Dark.Css}}}}}\n{ReadStyle()}";

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static string Write(Page page)
    {
        var html = new StringBuilder();
        var blocks = new HtmlBlocks(html, page.Voice);
        var title = Encode(page.Voice.Plain(page.Title));
        html.Append("<!doctype html>\n<html lang=\"").Append(Encode(page.Voice.Language.Code)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-").Append(StyleHash);
        html.Append("'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.Append("<title>").Append(title).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n");
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

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Encodes any text for HTML content and attributes.</summary>
    public static string Encode(string text) => Encoder.Encode(Say.Clean(text));

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
