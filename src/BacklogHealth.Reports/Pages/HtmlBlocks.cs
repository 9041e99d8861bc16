using System.Text;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes blocks as HTML. Every text is encoded here and nowhere else.</summary>
internal sealed class HtmlBlocks(StringBuilder html, Voice voice)
{
    /// <summary>Most rows of the numbers behind a chart that a page shows.</summary>
    public const int MostRows = 500;

    private static readonly Sentence NotDrawn = $"This chart could not be drawn. Its numbers stand here instead.";

    public void Write(Block block)
    {
        switch (block)
        {
            case Heading h:
                html.Append(Say.Text($"<h{h.Level}>{Encode(h.In(voice))}</h{h.Level}>\n"));
                break;
            case Paragraph p:
                html.Append(p.Tone switch { Tone.Note => "<p class=\"note\">", Tone.Say => "<p class=\"say\">", Tone.Banner => "<p class=\"banner\">", _ => "<p>" }).Append(Inline(p.Text)).Append("</p>\n");
                break;
            case Bullets b:
                html.Append("<ul>\n").Append(string.Concat(b.Lines.Select(l => $"<li>{Inline(l)}</li>\n"))).Append("</ul>\n");
                break;
            case Table t:
                Write(t, "class=\"cards\"");
                break;
            case Answers a:
                Write(a);
                break;
            case Details d:
                html.Append("<details><summary>").Append(Plain(d.Summary)).Append("</summary>\n");
                foreach (var inner in d.Blocks)
                {
                    Write(inner);
                }

                html.Append("</details>\n");
                break;
            case Groups g:
                html.Append("<div class=\"groups\">\n");
                foreach (var group in g.All)
                {
                    html.Append("<div>\n");
                    Array.ForEach([.. group], Write);
                    html.Append("</div>\n");
                }

                html.Append("</div>\n");
                break;
            case Map m:
                new HtmlMap(html, Inline).Write(m);
                break;
            case Sketch s:
                html.Append("<div class=\"sketch\">").Append(s.Picture.Svg).Append("</div>\n").Append(s.Caption is { } read ? $"<p class=\"note\">{Inline(read)}</p>\n" : "");
                break;
            case SideBySide s:
                html.Append("<div class=\"figures\">\n");
                foreach (var figure in s.Figures)
                {
                    Write(figure);
                }

                html.Append("</div>\n");
                break;
        }
    }

    private void Write(Answers answers)
    {
        html.Append("<div class=\"answers\">\n");
        foreach (var answer in answers.All)
        {
            html.Append("<div class=\"answer\">\n<h2 class=\"ask\">").Append(Plain(answer.Question)).Append("</h2>\n<p class=\"say\">").Append(Inline(answer.Say)).Append("</p>\n");
            html.Append(answer.Picture?.Svg ?? "");
            if (!answer.Why.IsEmpty)
            {
                html.Append("<p class=\"note\">").Append(Inline(answer.Why)).Append("</p>\n");
            }

            if (answer.Rule is { } rule)
            {
                html.Append("<details><summary>").Append(Plain($"The rule behind the word")).Append("</summary><p class=\"note\">").Append(Plain(rule)).Append("</p></details>\n");
            }

            html.Append("</div>\n");
        }

        html.Append("</div>\n");
    }

    private void Write(Figure figure)
    {
        html.Append("<figure>\n<figcaption><h3>").Append(Plain(figure.Title)).Append("</h3>\n<p class=\"note\">").Append(Plain(figure.Caption)).Append("</p></figcaption>\n");
        if (figure.Picture is { } picture)
        {
            // Long ones scroll: a keyboard must be able to get there, and a reader to hear where that is.
            var numbers = $"class=\"numbers\" role=\"group\" tabindex=\"0\" aria-label=\"{Plain(figure.Title)}\"";
            if (Drawn(picture) is { } drawn)
            {
                html.Append(drawn).Append("\n<details><summary>").Append(Plain($"Numbers, and how to read this")).Append("</summary>\n<p class=\"note\">").Append(Plain(figure.HowToRead)).Append("</p>\n");
                WriteNumbers(figure.Numbers!, numbers);
                html.Append("</details>\n");
            }
            else
            {
                html.Append("<p>").Append(Plain(NotDrawn)).Append("</p>\n");
                WriteNumbers(figure.Numbers!, numbers);
            }
        }

        html.Append("</figure>\n");
    }

    /// <summary>The first rows of the numbers behind a chart, and how many more there are: a page has to be opened on a phone.</summary>
    private void WriteNumbers(Table table, string attributes)
    {
        Write(table.Rows.Length > MostRows ? table with { Rows = table.Rows[..MostRows] } : table, attributes);
        if (table.Rows.Length > MostRows)
        {
            html.Append("<p class=\"note\">").Append(Plain($"And {table.Rows.Length - MostRows:# more row|# more rows}. The forms `csv` and `json` of this report have them all.")).Append("</p>\n");
        }
    }

    /// <summary>The picture as markup; null where it could not be drawn, for whatever reason: a report without one picture is worth more than none.</summary>
    private string? Drawn(Picture picture)
    {
        if (picture is not PngPicture png)
        {
            return ((SvgPicture)picture).Svg;
        }

        try
        {
            return Picture(png.Draw(), Plain(png.Alt));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static string Picture(PngForms png, string alt)
    {
        const string dark = "(prefers-color-scheme:dark)", narrow = "(max-width:36rem)";
        return "<picture>"
            + Source($"screen and {dark} and {narrow}", png.NarrowDark) + Source($"screen and {narrow}", png.Narrow) + Source($"screen and {dark}", png.WideDark)
            + Say.Text($"<img src=\"{Data(png.Wide)}\" width=\"{png.Wide.Width}\" height=\"{png.Wide.Height}\" alt=\"{alt}\"></picture>");
    }

    private static string Source(string media, Png png) => Say.Text($"<source media=\"{media}\" srcset=\"{Data(png)} 2x\" width=\"{png.Width}\" height=\"{png.Height}\">");

    private static string Data(Png png) => "data:image/png;base64," + Convert.ToBase64String(png.Bytes);

    private void Write(Table table, string attributes)
    {
        html.Append("<div ").Append(attributes).Append(">\n<table>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append("<th scope=\"col\"").Append(Kind(column)).Append('>').Append(Plain(column.Name)).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                html.Append("<td").Append(Kind(table.Columns[i])).Append(" data-name=\"").Append(Plain(table.Columns[i].Name)).Append('"');
                html.Append(SortValue.Of(row[i], voice.Plain(row[i])) is { } value ? $" data-value=\"{value}\">" : ">").Append(Inline(row[i])).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Kind(Column column) => column.Kind switch
    {
        ColumnKind.Named => " class=\"named\"",
        ColumnKind.Day => " class=\"named day\"",
        ColumnKind.Number => " class=\"n\"",
        ColumnKind.Key => " class=\"key\"",
        ColumnKind.Question => " class=\"question\"",
        _ => "",
    };

    private string Inline(Sentence sentence) => string.Concat(voice.Say(sentence).Runs.Select(r =>
    {
        var words = Encode(r.Text);
        words = r.Link is null ? words : $"<a href=\"{Encode(r.Link)}\" rel=\"noopener noreferrer\">{words}</a>";
        return r.Emphasis switch
        {
            Emphasis.Strong => $"<strong>{words}</strong>",
            // Each word by itself, so that a command may be broken at a space and an option nowhere.
            Emphasis.Code => $"<code>{string.Join(' ', words.Split(' ').Select(w => $"<span>{w}</span>"))}</code>",
            Emphasis.Mark => $"<mark>{words}</mark>",
            Emphasis.Act => $"<strong class=\"act\">{words}</strong>",
            Emphasis.Watch => $"<strong class=\"watch\">{words}</strong>",
            Emphasis.Keep => $"<strong class=\"keep\">{words}</strong>",
            _ => words,
        };
    }));

    private string Plain(Sentence sentence) => Encode(voice.Plain(sentence));

    private static string Encode(string text) => HtmlPage.Encode(text);
}
