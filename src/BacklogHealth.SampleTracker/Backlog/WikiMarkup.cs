using System.Globalization;
using System.Text;

namespace BacklogHealth.SampleTracker.Backlog;

/// <summary>Renders a text as wiki markup, the form in which the tracker's changelog keeps descriptions.</summary>
internal static class WikiMarkup
{
    public static string Of(SampleText text)
    {
        var markup = new StringBuilder();
        SampleBlockKind? before = null;
        foreach (var block in text.Blocks)
        {
            if (markup.Length > 0)
            {
                markup.Append(IsList(block.Kind) && before is { } kind && IsList(kind) ? "\n" : "\n\n");
            }

            Append(markup, block);
            before = block.Kind;
        }

        return markup.ToString();
    }

    private static void Append(StringBuilder markup, SampleBlock block)
    {
        switch (block.Kind)
        {
            case SampleBlockKind.Heading:
                markup.Append(CultureInfo.InvariantCulture, $"h{block.Level}. {block.Text}");
                break;
            case SampleBlockKind.Bullet:
                markup.Append("* ").Append(block.Text);
                break;
            case SampleBlockKind.Numbered:
                markup.Append("# ").Append(block.Text);
                break;
            case SampleBlockKind.Checkbox:
                markup.Append(block.Ticked ? "* [x] " : "* [ ] ").Append(block.Text);
                break;
            case SampleBlockKind.TableHead:
                markup.Append("||").Append(block.Text.Replace(" | ", "||", StringComparison.Ordinal)).Append("||");
                break;
            case SampleBlockKind.TableRow:
                markup.Append('|').Append(block.Text.Replace(" | ", "|", StringComparison.Ordinal)).Append('|');
                break;
            case SampleBlockKind.Code:
                markup.Append("{code}\n").Append(block.Text).Append("\n{code}");
                break;
            case SampleBlockKind.Quote:
                markup.Append("bq. ").Append(block.Text);
                break;
            case SampleBlockKind.Paragraph:
            default:
                markup.Append(block.Mention is { } account ? $"[~accountid:{account}] " : "").Append(block.Text);
                break;
        }
    }

    /// <summary>Kinds whose rows follow each other without a blank line between.</summary>
    private static bool IsList(SampleBlockKind kind) =>
        kind is SampleBlockKind.Bullet or SampleBlockKind.Numbered or SampleBlockKind.Checkbox or SampleBlockKind.TableHead or SampleBlockKind.TableRow;
}
