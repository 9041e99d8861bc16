using System.Globalization;
using System.Net;
using System.Text;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes;

/// <summary>A fact on the page of an item; with an address it leads to another item, which the label names before its title.</summary>
internal sealed record PageLine(string Name, string Text, string? Address = null, string? Label = null);

/// <summary>An item as a plain page for people, everything encoded.</summary>
internal static class ItemPage
{
    private const string Style =
        ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
        + "dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{opacity:.7}dd{margin:0}"
        + "table{border-collapse:collapse}th,td{border:1px solid;padding:.25rem .5rem;text-align:left}pre{overflow:auto}article{border-top:1px solid;margin-top:1rem}";

    public static Answer Missing(string name) => Page(404, name, "<h1>Not found</h1><p>There is no item " + Encode(name) + " in this sample tracker.</p>");

    /// <param name="project">Name of its project.</param>
    /// <param name="name">What people call it: its key or id.</param>
    /// <param name="item">The item.</param>
    /// <param name="lines">Facts about it.</param>
    /// <param name="zone">The zone in which comments are dated.</param>
    public static Answer Of(string project, string name, SampleItem item, IEnumerable<PageLine> lines, TimeZoneInfo zone)
    {
        var body = new StringBuilder();
        body.Append("<p>").Append(Encode(project)).Append(" · ").Append(Encode(name)).Append("</p><h1>").Append(Encode(item.Title)).Append("</h1><dl>");
        foreach (var line in lines)
        {
            body.Append("<dt>").Append(Encode(line.Name)).Append("</dt><dd>");
            if (line.Address is not null)
            {
                body.Append("<a href=\"").Append(line.Address).Append("\">").Append(Encode(line.Label!)).Append("</a> ");
            }

            body.Append(Encode(line.Text)).Append("</dd>");
        }

        body.Append("</dl><h2>Description</h2>").Append(item.Description is { } text ? TextPage.Of(text) : "<p>None.</p>");
        if (item.Comments.Length > 0)
        {
            body.Append("<h2>Comments</h2>");
        }

        foreach (var comment in item.Comments)
        {
            body.Append("<article><p><small>").Append(Moment(comment.At, zone)).Append("</small></p>").Append(TextPage.Of(comment.Text)).Append("</article>");
        }

        return Page(200, name + " " + item.Title, body.ToString());
    }

    public static string Moment(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Answer Page(int status, string title, string body) => Answer.Html(
        status,
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
        + Encode(title) + "</title><style>" + Style + "</style></head><body>" + body + "</body></html>")
        .With("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
