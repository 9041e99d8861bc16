namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Finds what makes a wish exact: a number with a unit, such as "300 ms" or "95 %".</summary>
internal static class Measures
{
    private static readonly WordList Units = WordList.Named("numberUnits");

    /// <summary>True where some words in a row hold a number with a unit.</summary>
    public static bool Stand(TextReading text, LanguageWords language, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var word = text.Words[i];
            if (!char.IsAsciiDigit(word.Lower[0]))
            {
                continue;
            }

            var unit = word.Lower.AsSpan().TrimStart("0123456789.");
            var percent = word.End + 1 < text.Prose.Length && (text.Prose[word.End] == '%' || text.Prose[word.End + 1] == '%');
            if (percent || language.Lexicon.Find(unit)?.Whole.Has(Units) == true || (i + 1 < end && Units.Holds(text.Words[i + 1])))
            {
                return true;
            }
        }

        return false;
    }
}
