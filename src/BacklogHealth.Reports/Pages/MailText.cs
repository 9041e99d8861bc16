using System.Text;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes a mail as plain text: the same lines as the HTML form, addresses in angle brackets behind the words that lead there, pictures as what they show in square brackets.</summary>
internal static class MailText
{
    private const int Width = 76;

    public static string Write(IEnumerable<MailBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            text.Append(text.Length == 0 ? "" : "\n");
            foreach (var (line, before) in block.Lines.Zip(block.Lines.Prepend(null)))
            {
                // Many a picture shows what its title says, and nothing else.
                if (line.Tone != MailTone.Picture || line.Words.Plain.TrimEnd('.') != before?.Words.Plain)
                {
                    Write(text, line);
                }
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, MailLine line)
    {
        var plain = string.Concat(line.Words.Runs.Select(r => Words(r, withLink: line.Tone != MailTone.Item)));
        var words = line.Tone == MailTone.Picture ? $"[{plain}]" : plain;
        var (first, next) = line.Tone switch
        {
            MailTone.Bullet => ("- ", "  "),
            MailTone.Seen or MailTone.Asked => ("  ", "  "),
            _ => ("", ""),
        };
        var last = Wrap(text, words, first, next);
        switch (line.Tone)
        {
            case MailTone.Title or MailTone.Heading:
                text.Append(line.Tone == MailTone.Title ? '=' : '-', last).Append('\n');
                break;
            case MailTone.Item:
                // The name is read, the address is not: it stands on a line of its own.
                text.Append(string.Concat(line.Words.Runs.Where(r => r.Link is not null).Select(r => $"  <{r.Link}>\n")));
                break;
        }
    }

    /// <summary>Breaks between words, never within one: an address stays whole. Returns the length of the last line.</summary>
    private static int Wrap(StringBuilder text, string words, string first, string next)
    {
        var line = first;
        var begun = false;
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (begun && line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                (line, begun) = (next, false);
            }

            line += begun ? $" {word}" : word;
            begun = true;
        }

        text.Append(line).Append('\n');
        return line.Length;
    }

    private static string Words(Run run, bool withLink)
    {
        var words = Say.Clean(run.Text);
        words = run.Emphasis == Emphasis.Code ? $"`{words}`" : words;
        return run.Link is null || !withLink ? words : $"{words} <{run.Link}>";
    }
}
