using System.Text;
using System.Text.RegularExpressions;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes a report as Markdown: the same sentences and tables, pictures as their descriptions.</summary>
internal sealed partial class MarkdownPage(StringBuilder text, Voice voice)
{
    public static string Write(Page page)
    {
        var text = new StringBuilder();
        var markdown = new MarkdownPage(text, page.Voice);
        text.Append("# ").Append(markdown.Plain(page.Title)).Append("\n\n").Append(markdown.Plain(page.Lead)).Append("\n\n");
        foreach (var block in page.Sections.SelectMany(s => s.Blocks))
        {
            markdown.Write(block);
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading h:
                text.Append('#', h.Level).Append(' ').Append(Escape(h.In(voice))).Append("\n\n");
                break;
            case Paragraph p:
                text.Append(p.Tone == Tone.Banner ? "> " : "").Append(Inline(p.Text)).Append("\n\n");
                break;
            case Bullets b:
                text.Append(string.Concat(b.Lines.Select(l => $"- {Inline(l)}\n"))).Append('\n');
                break;
            case Table t:
                Write(t);
                break;
            case Answers a:
                foreach (var answer in a.All)
                {
                    text.Append("**").Append(Plain(answer.Question)).Append("** ").Append(Inline(answer.Say)).Append(answer.Why.IsEmpty ? "" : "  \n" + Inline(answer.Why)).Append("\n\n");
                }

                break;
            case Details d:
                text.Append("### ").Append(Plain(d.Summary)).Append("\n\n");
                foreach (var inner in d.Blocks)
                {
                    Write(inner);
                }

                break;
            case Groups g:
                Array.ForEach([.. g.All.SelectMany(b => b)], Write);
                break;
            case Map m:
                new MarkdownMap(text, Inline).Write(m);
                break;
            case Sketch s:
                text.Append('_').Append(Plain(s.Picture.Alt)).Append("_\n\n").Append(s.Caption is { } read ? $"{Inline(read)}\n\n" : "");
                break;
            case SideBySide s:
                foreach (var figure in s.Figures)
                {
                    text.Append("### ").Append(Plain(figure.Title)).Append("\n\n").Append(Plain(figure.Caption)).Append("\n\n");
                    text.Append(figure.Picture is { } picture ? $"_{Plain(picture.Alt)}_\n\n" : "");
                }

                break;
        }
    }

    private void Write(Table table)
    {
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(c => Plain(c.Name))).Append(" |\n|");
        text.Append(string.Concat(table.Columns.Select(c => c.Kind == ColumnKind.Number ? " ---: |" : " --- |"))).Append('\n');
        foreach (var row in table.Rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(Inline)).Append(" |\n");
        }

        text.Append('\n');
    }

    private string Plain(Sentence sentence) => Escape(voice.Plain(sentence));

    private string Inline(Sentence sentence) => string.Concat(voice.Say(sentence).Runs.Select(r =>
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
