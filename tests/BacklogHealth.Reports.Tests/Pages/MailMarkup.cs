using System.Text.RegularExpressions;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Tests.Pages;

/// <summary>What the HTML of a mail may be made of: what Word, Gmail and the programs of phones draw alike.</summary>
internal static class MailMarkup
{
    private static readonly string[] Elements = ["html", "head", "meta", "title", "style", "body", "table", "tbody", "tr", "td", "h1", "h2", "h3", "p", "ul", "li", "a", "strong", "code", "span", "img"];

    private static readonly string[] Attributes =
        ["lang", "charset", "name", "content", "class", "style", "bgcolor", "role", "align", "width", "height", "cellpadding", "cellspacing", "border", "href", "rel", "src", "alt"];

    private static readonly string[] Styles =
        ["margin", "padding", "color", "background-color", "font-family", "font-size", "font-weight", "font-style", "line-height", "text-decoration", "border", "border-top", "border-left", "display", "width", "height", "max-width"];

    public static void Check(MailPage mail)
    {
        var all = mail.Document.All.ToList();
        Assert.Empty(all.Select(e => e.LocalName).Except(Elements));
        Assert.Empty(all.SelectMany(e => e.Attributes).Select(a => a.Name).Except(Attributes));
        Assert.All(all.Where(e => e.LocalName == "table"), t => Assert.Equal("presentation", t.GetAttribute("role")));
        Assert.All(all.Where(e => e.LocalName == "a"), a => Assert.Matches("^https?://", a.GetAttribute("href")));
        Assert.Contains("max-width:600px", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<!--[if mso]><table role=\"presentation\" align=\"center\" width=\"600\"", mail.Html, StringComparison.Ordinal);

        // Legible where the head is dropped: each line has its own colour, and only those whose contrast is held.
        var styles = all.SelectMany(e => (e.GetAttribute("style") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)).Select(s => s.Split(':', 2)).ToList();
        string[] inks = [Theme.Light.Ink, Theme.Light.Soft, Theme.Light.BlueInk, Theme.Light.VermilionInk];
        Assert.Empty(styles.Select(s => s[0]).Except(Styles));
        Assert.Empty(styles.Where(s => s[0] == "color").Select(s => s[1]).Except(inks));
        Assert.Empty(styles.Where(s => s[0] == "background-color").Select(s => s[1]).Except([Theme.Light.Paper, Theme.Light.Mark]));
        Assert.DoesNotContain(styles, s => s[1].Contains("url(", StringComparison.Ordinal) || s[1] is "flex" or "grid");
        Assert.All(all.Where(e => e.LocalName is "h1" or "h2" or "h3" or "p" or "li" && e.QuerySelector("img") is null), e => Assert.Matches(";color:#", e.GetAttribute("style")));

        var images = all.Where(e => e.LocalName == "img").ToList();
        Assert.Equal(mail.Pictures.Select(p => FormattableString.Invariant($"cid:{p.ContentId} {p.Width}×{p.Height}")), images.Select(i => $"{i.GetAttribute("src")} {i.GetAttribute("width")}×{i.GetAttribute("height")}"));
        Assert.All(images, i => Assert.True(i.GetAttribute("alt")!.Length > 3));
        Assert.All(mail.Pictures, p => Assert.InRange(p.Width, 1, 560));
        Assert.Equal(mail.Pictures.Length, mail.Pictures.Select(p => p.ContentId).Distinct().Count());
        Assert.DoesNotMatch(new Regex("data:|<svg|<script|@import|@font-face|url\\(", RegexOptions.None, TimeSpan.FromSeconds(5)), mail.Html);
    }
}
