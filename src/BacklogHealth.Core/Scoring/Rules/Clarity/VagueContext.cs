using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>What stands around a vague word and takes the vagueness from it.</summary>
internal static class VagueContext
{
    /// <summary>False where the words before or behind make a name or a comparison of it ("quick search", "how fast").</summary>
    public static bool Counts(IReadOnlyList<Word> words, int i, int length, Sentence sentence, VagueCategory category)
    {
        var behind = i + length;
        if (behind < sentence.EndWord && words[behind].Joined && category.NotBefore.Contains(words[behind].Lower))
        {
            return false;
        }

        return i == sentence.FirstWord || !words[i].Joined || !category.NotAfter.Contains(words[i - 1].Lower);
    }

    /// <summary>True where the sentence holds a number with a unit, such as "300 ms" or "95 %".</summary>
    public static bool HasMeasure(IReadOnlyList<Word> words, Sentence sentence, LanguageWords language)
    {
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            var word = words[i].Lower;
            if (!char.IsAsciiDigit(word[0]))
            {
                continue;
            }

            var unit = word.AsSpan().TrimStart("0123456789.").ToString();
            if (language.NumberUnits.Contains(unit) || (i + 1 < sentence.EndWord && language.NumberUnits.Contains(words[i + 1].Lower)))
            {
                return true;
            }
        }

        return false;
    }
}
