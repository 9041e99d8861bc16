namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Reads what a spike needs: a question, and a limit in time.</summary>
internal static class SpikeReader
{
    private static readonly WordList Questions = WordList.Named("questions");
    private static readonly WordList TimeBoxes = WordList.Named("timeBox");
    private static readonly WordList TimeUnits = WordList.Named("timeUnits");

    /// <summary>True where it says what is to be found out.</summary>
    public static bool Asks(ItemReading item) => item.Criteria.Stated || item.Says(Questions) || Array.Exists(item.Fields, f => f.Prose.Contains('?'));

    /// <summary>True where it says when it ends, whatever has been found by then; an estimate, a date or a sprint counts.</summary>
    public static bool EndsInTime(ItemReading item) =>
        item.Item.StoryPoints is not null || item.Item.Due is not null || !item.Item.SprintIds.IsEmpty || item.Says(TimeBoxes) || Array.Exists(item.Fields, CountsTime);

    // "2 days", "6h"
    private static bool CountsTime(TextReading text)
    {
        for (var i = 0; i < text.Words.Length; i++)
        {
            if (char.IsAsciiDigit(text.Words[i].Lower[0]) && (char.IsAsciiLetter(text.Words[i].Lower[^1]) || (i + 1 < text.Words.Length && TimeUnits.Holds(text.Words[i + 1]))))
            {
                return true;
            }
        }

        return false;
    }
}
