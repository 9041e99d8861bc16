using System.Globalization;
using System.Net;
using System.Text;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>An issue as a plain page.</summary>
internal static class IssuePage
{
    private const string Style =
        ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
        + "dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{opacity:.7}dd{margin:0}"
        + "table{border-collapse:collapse}th,td{border:1px solid;padding:.25rem .5rem;text-align:left}pre{overflow:auto}article{border-top:1px solid;margin-top:1rem}";

    public static string Missing(string key) => Page(key, "<h1>Not found</h1><p>There is no item " + Encode(key) + " in this sample tracker.</p>");

    public static string Of(JiraSite site, JiraIssue issue)
    {
        var item = issue.Item;
        var body = new StringBuilder();
        body.Append("<p>").Append(Encode(issue.Project.Name)).Append(" · ").Append(Encode(item.Key)).Append("</p><h1>").Append(Encode(item.Title)).Append("</h1><dl>");
        Line(body, "Type", Encode(item.Type));
        Line(body, "Status", Encode(issue.Status.Name));
        if (item.ParentId is { } parentId && site.FindIssue(parentId) is { } parent)
        {
            Line(body, "Parent", Link(parent));
        }

        Line(body, "Estimate", item.StoryPoints is { } points ? points.ToString(CultureInfo.InvariantCulture) : "none");
        Line(body, "Created", Moment(site, item.Created));
        Line(body, "Updated", Moment(site, item.Updated));
        foreach (var link in site.LinksOf(issue))
        {
            Line(body, Encode(link.Outward ? link.Type.Outward : link.Type.Inward), Link(link.Other));
        }

        body.Append("</dl><h2>Description</h2>").Append(item.Description is { } text ? TextPage.Of(text) : "<p>None.</p>");
        if (item.Comments.Length > 0)
        {
            body.Append("<h2>Comments</h2>");
        }

        foreach (var comment in item.Comments)
        {
            body.Append("<article><p><small>").Append(Moment(site, comment.At)).Append("</small></p>").Append(TextPage.Of(comment.Text)).Append("</article>");
        }

        return Page(item.Key + " " + item.Title, body.ToString());
    }

    private static void Line(StringBuilder body, string name, string value) => body.Append("<dt>").Append(name).Append("</dt><dd>").Append(value).Append("</dd>");

    private static string Link(JiraIssue issue) =>
        "<a href=\"/browse/" + Uri.EscapeDataString(issue.Item.Key) + "\">" + Encode(issue.Item.Key) + "</a> " + Encode(issue.Item.Title);

    private static string Moment(JiraSite site, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, site.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Page(string title, string body) =>
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
        + Encode(title) + "</title><style>" + Style + "</style></head><body>" + body + "</body></html>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
