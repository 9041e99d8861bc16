namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Recognises a line that opens a section: a phrase of a list, alone or before a colon.</summary>
internal static class Headings
{
    /// <summary>Index of the first word behind the phrase, or null where the line does not open such a section.</summary>
    public static int? At(TextReading text, Line line, WordList phrases)
    {
        var first = line.FirstWord;
        if (first == line.EndWord || text.Words[first].Start > line.Start + 6)
        {
            return null;
        }

        var length = phrases.At(text.Words, first);
        if (length == 0)
        {
            return null;
        }

        var end = text.Words[first + length - 1].End;
        var behind = text.Prose[end..Math.Max(end, line.End)].TrimStart("*_+ \t");
        var opens = behind.IsEmpty || behind[0] is ':' or '(' or '?' || (line.Kind == LineKind.Heading && behind.Length < 40) || behind.StartsWith("- ") || behind.StartsWith("– ");
        return opens ? first + length : null;
    }
}
