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

    /// <summary>
    /// How much a sentence says what is wanted: a title wishes always, and so does a sentence that begins with a verb or has a word that wishes.
    /// </summary>
    public static Mood MoodOf(TextReading text, Sentence sentence, LanguageWords language)
    {
        var opening = text.Words[sentence.FirstWord].Lower;
        var command = sentence.WordCount > 1 && language.Verbs.Contains(opening) && language.Narrates.MatchAt(text.Words, sentence.FirstWord) == 0;
        if (text.Field != "description" || command)
        {
            return Mood.Wishes;
        }

        var mood = Mood.Neutral;
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (language.Wishes.MatchAt(text.Words, i) > 0)
            {
                return Mood.Wishes;
            }

            mood = language.Narrates.MatchAt(text.Words, i) > 0 ? Mood.Narrates : mood;
        }

        return mood;
    }

    /// <summary>True where examples were announced before a word ("such as phones, tablets etc.").</summary>
    public static bool EndsExamples(IReadOnlyList<Word> words, int i, Sentence sentence, LanguageWords language)
    {
        for (var k = sentence.FirstWord; k < i; k++)
        {
            if (language.Examples.MatchAt(words, k) > 0)
            {
                return true;
            }
        }

        return false;
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

/// <summary>Whether a sentence tells how things are, or what is wanted.</summary>
internal enum Mood
{
    /// <summary>It tells how things are or were.</summary>
    Narrates,

    /// <summary>It may be either.</summary>
    Neutral,

    /// <summary>It says what is wanted.</summary>
    Wishes,
}
