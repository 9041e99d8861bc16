using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Sizes;

/// <summary>Numbers of a text as models know them, in a fixed order. Lengths count in natural logarithms: the tenth word tells more than the hundredth.</summary>
internal static class TextMeasures
{
    /// <summary>What the name of a number ends with that is the square of another one: to a reader both are one.</summary>
    public const string Squared = ", squared";

    /// <summary>Their names, in their order.</summary>
    public static readonly ImmutableArray<string> Names =
        ["description", "length of the text", "length of the text" + Squared, "length of the title", "entries of lists", "pieces of code", "links and pictures", "questions"];

    /// <summary>The numbers of an item.</summary>
    public static double[] Of(ItemReading reading)
    {
        var words = Log(reading.Description.Words.Length + reading.CriteriaField.Words.Length);
        var (entries, code, links) = Spans(reading);
        return
        [
            reading.Item.Description.IsBlank ? 0 : 1,
            words,
            words * words,
            Log(reading.Title.Words.Length),
            Log(entries),
            Log(code),
            Log(links),
            Log(Questions(reading.Title) + Questions(reading.Description) + Questions(reading.CriteriaField)),
        ];
    }

    private static double Log(int count) => Math.Log(1 + count);

    private static int Questions(TextReading text) => text.Prose.Count('?');

    private static (int Entries, int Code, int Links) Spans(ItemReading reading)
    {
        var (entries, code, links) = (0, 0, 0);
        foreach (var field in reading.Fields)
        {
            foreach (var span in field.Text.Spans)
            {
                entries += span.Kind is TextKind.ListItem or TextKind.Checkbox ? 1 : 0;
                code += span.Kind == TextKind.Code ? 1 : 0;
                links += span.Kind is TextKind.Link or TextKind.Image ? 1 : 0;
            }
        }

        return (entries, code, links);
    }
}
