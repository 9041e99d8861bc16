using System.Text;
using System.Text.RegularExpressions;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes a report as Markdown: the same sentences and tables, pictures as their descriptions.</summary>
internal static partial class MarkdownPage
{
    public static string Write(Page page)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Escape(page.Title)).Append("\n\n").Append(Escape(page.Lead)).Append("\n\n");
        foreach (var block in page.Sections.SelectMany(s => s.Blocks))
        {
            Write(text, block);
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static void Write(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Heading h:
                text.Append('#', h.Level).Append(' ').Append(Escape(h.Text)).Append("\n\n");
                break;
            case Paragraph p:
                text.Append(p.Tone == Tone.Banner ? "> " : "").Append(Inline(p.Text)).Append("\n\n");
                break;
            case Bullets b:
                text.Append(string.Concat(b.Lines.Select(l => $"- {Inline(l)}\n"))).Append('\n');
                break;
            case Table t:
                Write(text, t);
                break;
            case Answers a:
                foreach (var answer in a.All)
                {
                    text.Append("**").Append(Escape(answer.Question)).Append("** ").Append(Inline(answer.Say)).Append(answer.Why.Runs.IsEmpty ? "" : "  \n" + Inline(answer.Why)).Append("\n\n");
                }

                break;
            case Details d:
                text.Append("### ").Append(Escape(d.Summary)).Append("\n\n");
                foreach (var inner in d.Blocks)
                {
                    Write(text, inner);
                }

                break;
            case Sketch s:
                text.Append('_').Append(Escape(s.Picture.Alt)).Append("_\n\n");
                break;
            case SideBySide s:
                foreach (var figure in s.Figures)
                {
                    text.Append("### ").Append(Escape(figure.Title)).Append("\n\n").Append(Escape(figure.Caption)).Append("\n\n");
                    text.Append(figure.Picture is { } picture ? $"_{Escape(picture.Alt)}_\n\n" : "");
                }

                break;
        }
    }

    private static void Write(StringBuilder text, Table table)
    {
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(c => Escape(c.Name))).Append(" |\n|");
        text.Append(string.Concat(table.Columns.Select(c => c.Kind == ColumnKind.Number ? " ---: |" : " --- |"))).Append('\n');
        foreach (var row in table.Rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(Inline)).Append(" |\n");
        }

        text.Append('\n');
    }

    private static string Inline(Line line) => string.Concat(line.Runs.Select(r =>
    {
        var words = Escape(r.Text);
        words = r.Link is null ? words : $"[{words}](<{r.Link}>)";
        return r.Emphasis switch
        {
            Emphasis.None => words,
            Emphasis.Mark => $"*{words}*",
            Emphasis.Code => $"`{r.Text}`",
            _ => $"**{words}**",
        };
    }));

    /// <summary>Takes every sign that Markdown or HTML would read as markup, and flattens lines.</summary>
    private static string Escape(string text) => Special().Replace(string.Join(' ', Say.Clean(text).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), "\\$0");

    [GeneratedRegex(@"[\\`*_{}\[\]<>|~&]|(?<=^)[#+-](?=\s)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Special();
}
