using System.Text;
using System.Text.RegularExpressions;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Reports.Pages;

/// <summary>Writes a line in Slack's markup. What stands in data is no markup: it calls nobody, leads nowhere and sets nothing.</summary>
internal static partial class SlackText
{
    /// <summary>A section takes 3,000 characters; a line leaves room for a sign before it.</summary>
    public const int Most = 2_900;

    /// <summary>The line, at most <see cref="Most"/> characters.</summary>
    public static string Of(MailLine line)
    {
        // What is escaped becomes longer: then fewer words are left of it.
        var (most, text) = (ChatLine.Longest, Write(line, ChatLine.Longest));
        while (text.Length > Most)
        {
            most /= 2;
            text = Write(line, most);
        }

        return text;
    }

    /// <summary>Words for a place without markup, escaped, at most so many characters.</summary>
    public static string Plain(string text, int most)
    {
        var (flat, left) = (ChatLine.Flat(text), most);
        var escaped = Escape(Say.Short(flat, left));
        while (escaped.Length > most)
        {
            left -= Math.Max(1, (escaped.Length - most) / 5);
            escaped = Escape(Say.Short(flat, left));
        }

        return escaped;
    }

    private static string Write(MailLine line, int most)
    {
        var bold = line.Tone is MailTone.Heading or MailTone.Subheading or MailTone.Say or MailTone.Item or MailTone.Banner;
        var runs = ChatLine.Of(line.Words, most);
        var text = new StringBuilder();
        for (var i = 0; i < runs.Length; i++)
        {
            var run = runs[i];
            var (words, alone) = (Inert(run.Text), !Joins(i > 0 ? runs[i - 1].Text[^1] : ' ') && !Joins(i + 1 < runs.Length ? runs[i + 1].Text[0] : ' '));
            words = run.Link is { } link ? $"<{Escape(link).Replace("|", "%7C", StringComparison.Ordinal)}|{words}>" : words;
            text.Append(run.Emphasis switch
            {
                // Slack sees a sign of markup only between words, and no space inside of it.
                _ when !alone || bold || run.Text[0] == ' ' || run.Text[^1] == ' ' => words,
                Emphasis.Strong or Emphasis.Act or Emphasis.Watch or Emphasis.Keep => $"*{words}*",
                Emphasis.Code when run.Link is null => $"`{Escape(run.Text.Replace('`', '\''))}`",
                _ => words,
            });
        }

        var written = text.ToString().Trim();
        return written.Length == 0 ? "" : line.Tone == MailTone.Bullet ? $"• {written}" : bold ? $"*{written}*" : AtStart().Replace(written, "\u200B$0");
    }

    private static bool Joins(char c) => char.IsLetterOrDigit(c);

    // Slack knows no escape for these; a space without width keeps each from being the sign that it looks like.
    private static string Inert(string text) => Escape(Sign().Replace(text, "\u200B$0\u200B"));

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    // An underscore inside of a word (VAT_ID) is none; a colon begins an emoji only before its name and another.
    [GeneratedRegex(@"[*~`]|(?<!\w)_|_(?!\w)|:(?=[\w+'-]+:)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Sign();

    // At the start of a line, this quotes.
    [GeneratedRegex("^&gt;", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex AtStart();
}
