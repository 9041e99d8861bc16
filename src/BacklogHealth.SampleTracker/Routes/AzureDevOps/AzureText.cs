using System.Globalization;
using System.Text;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>Texts in HTML or Markdown, and what of a text goes into which field.</summary>
internal static class AzureText
{
    public static string Of(SampleText text, bool isMarkdown) => isMarkdown ? Markdown(text) : "<div>" + TextPage.Of(text) + "</div>";

    /// <summary>Takes what stands below a heading "Acceptance criteria" or "AC" out of a text; null where there is no such heading.</summary>
    public static (SampleText Body, SampleText? Acceptance) Split(SampleText text)
    {
        var at = 0;
        while (at < text.Blocks.Length && !(text.Blocks[at].Kind is SampleBlockKind.Heading && text.Blocks[at].Text is "Acceptance criteria" or "AC"))
        {
            at++;
        }

        if (at == text.Blocks.Length)
        {
            return (text, null);
        }

        var end = at + 1;
        while (end < text.Blocks.Length && !(text.Blocks[end].Kind is SampleBlockKind.Heading && text.Blocks[end].Level <= text.Blocks[at].Level))
        {
            end++;
        }

        return (new SampleText([.. text.Blocks[..at], .. text.Blocks[end..]]), new SampleText(text.Blocks[(at + 1)..end]));
    }

    private static string Markdown(SampleText text)
    {
        var markdown = new StringBuilder();
        SampleBlock? before = null;
        foreach (var block in text.Blocks)
        {
            if (before is not null)
            {
                markdown.Append(before.Kind == block.Kind && IsList(block.Kind) || before.Kind is SampleBlockKind.TableHead ? "\n" : "\n\n");
            }

            markdown.Append(Line(block));
            before = block;
        }

        return markdown.ToString();
    }

    private static string Line(SampleBlock block) => block.Kind switch
    {
        SampleBlockKind.Heading => new string('#', Math.Clamp(block.Level, 1, 6)) + " " + block.Text,
        SampleBlockKind.Bullet => "- " + block.Text,
        SampleBlockKind.Numbered => "1. " + block.Text,
        SampleBlockKind.Checkbox => (block.Ticked ? "- [x] " : "- [ ] ") + block.Text,
        SampleBlockKind.TableHead => string.Create(CultureInfo.InvariantCulture, $"| {block.Text} |\n|{string.Concat(block.Text.Split(" | ").Select(_ => "---|"))}"),
        SampleBlockKind.TableRow => $"| {block.Text} |",
        SampleBlockKind.Code => $"```\n{block.Text}\n```",
        SampleBlockKind.Quote => "> " + block.Text.Replace("\n", "\n> ", StringComparison.Ordinal),
        _ => (block.Mention is { } account ? $"@<{Hash.Guid("account " + account)}> " : "") + block.Text,
    };

    private static bool IsList(SampleBlockKind kind) =>
        kind is SampleBlockKind.Bullet or SampleBlockKind.Numbered or SampleBlockKind.Checkbox or SampleBlockKind.TableRow;
}
