using System.Text;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes a page of the program as HTML.</summary>
internal static class ProgramHtml
{
    // What reports have no use for: ways to other pages, and a form.
    private const string Own = """
        nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:0 0 1.5rem}
        nav a,nav strong{display:inline-block;min-height:1.5rem}
        form{margin:1rem 0;max-width:26rem}
        label{display:block;font-size:.8125rem;color:var(--soft)}
        form input{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:.2rem;padding:.35rem .5rem;width:100%;margin:.15rem 0 .75rem}
        form button{font:inherit;color:var(--paper);background:var(--blue-ink);border:0;border-radius:.2rem;padding:.4rem 1rem;min-height:2rem;cursor:pointer}
        .act,.watch,.keep{white-space:normal}
        """;

    private static readonly string Style = HtmlPage.Style + Own.ReplaceLineEndings("\n") + "\n";

    public static readonly string Policy = $"default-src 'none'; style-src '{HtmlPage.Hash(Style)}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static string Write(ProgramPage page)
    {
        var html = new StringBuilder();
        var title = Encode(page.Title);
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Append("<title>").Append(title).Append(" – BacklogHealth</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<header>\n");
        Ways(html, page);
        html.Append("<h1>").Append(title).Append("</h1>\n");
        if (page.Lead.Length > 0)
        {
            html.Append("<p class=\"lead\">").Append(Encode(page.Lead)).Append("</p>\n");
        }

        html.Append("</header>\n<main>\n");
        foreach (var block in page.Blocks)
        {
            Write(html, block);
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Ways(StringBuilder html, ProgramPage page)
    {
        if (page.Ways.IsEmpty)
        {
            return;
        }

        html.Append("<nav aria-label=\"Pages\"><ul>");
        foreach (var way in page.Ways)
        {
            html.Append("<li>").Append(way.IsHere ? $"<strong aria-current=\"page\">{Encode(way.Text)}</strong>" : Linked(way.Path, Encode(way.Text))).Append("</li>");
        }

        html.Append("</ul></nav>\n");
    }

    private static void Write(StringBuilder html, ProgramBlock block)
    {
        switch (block)
        {
            case ProgramHeading heading:
                html.Append("<h2>").Append(Encode(heading.Text)).Append("</h2>\n");
                break;
            case ProgramText text:
                html.Append(text.Marked ? "<p class=\"banner\">" : "<p>").Append(Encode(text.Text)).Append("</p>\n");
                break;
            case ProgramList list:
                html.Append("<ul>\n").AppendJoin("", list.Lines.Select(l => $"<li>{Words(l)}</li>\n")).Append("</ul>\n");
                break;
            case ProgramTable table:
                Write(html, table);
                break;
            case ProgramForm form:
                Write(html, form);
                break;
        }
    }

    private static void Write(StringBuilder html, ProgramTable table)
    {
        html.Append("<div class=\"cards\"><table aria-label=\"").Append(Encode(table.Name)).Append("\">\n<thead><tr>");
        html.AppendJoin("", table.Heads.Select(h => $"<th scope=\"col\">{Encode(h)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select((c, i) => i == 0 ? $"<td class=\"key\">{Words(c)}</td>" : $"<td class=\"named\" data-name=\"{Encode(table.Heads[i])}\">{Words(c)}</td>")).Append("</tr>\n");
        }

        html.Append("</tbody>\n</table></div>\n");
    }

    private static void Write(StringBuilder html, ProgramForm form)
    {
        html.Append("<form method=\"post\" action=\"").Append(Encode(form.Action)).Append("\">\n");
        if (form.Along is { } along)
        {
            html.Append("<input type=\"hidden\" name=\"").Append(Encode(along.Name)).Append("\" value=\"").Append(Encode(along.Value)).Append("\">\n");
        }

        if (form.Asks is { } asks)
        {
            html.Append("<label for=\"secret\">").Append(Encode(asks)).Append("</label>\n<input id=\"secret\" name=\"secret\" type=\"password\" autocomplete=\"current-password\" required>\n");
        }

        html.Append("<button type=\"submit\">").Append(Encode(form.Button)).Append("</button>\n</form>\n");
    }

    private static string Words(ProgramCell cell)
    {
        var text = Encode(cell.Text ?? "");
        var words = cell.State switch
        {
            ProgramState.Keep => $"<span class=\"keep\">● {text}</span>",
            ProgramState.Watch => $"<span class=\"watch\">◆ {text}</span>",
            ProgramState.Act => $"<span class=\"act\">▼ {text}</span>",
            _ => text,
        };
        return cell.Link is { } link ? Linked(link, words) : words;
    }

    // A path of the program or a web address: never a script.
    private static string Linked(string link, string words) =>
        link.StartsWith('/') || MailWriter.Web(link) is not null ? $"<a href=\"{Encode(link)}\">{words}</a>" : words;

    private static string Encode(string text) => HtmlPage.Encode(text);
}
