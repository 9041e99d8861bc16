using System.Collections.Immutable;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>What an item says about why it is wanted.</summary>
/// <param name="Given">True where it gives a reason or names a problem.</param>
/// <param name="Empty">Reasons that would fit any item ("so that it works"), as evidence; they do not count.</param>
internal sealed record StatedReason(bool Given, ImmutableArray<Evidence> Empty);

/// <summary>Finds a reason: "so that", "because", "to avoid", a problem stated, a section that gives one.</summary>
internal static class ReasonReader
{
    private const int FewestWords = 2;

    public static StatedReason Read(ItemReading item)
    {
        var empty = ImmutableArray.CreateBuilder<Evidence>();
        var given = false;
        foreach (var text in item.Fields)
        {
            given |= Says(text, item.Language, empty) || HasSection(text, item.Language);
        }

        return new StatedReason(given, empty.ToImmutable());
    }

    private static bool Says(TextReading text, LanguageWords language, ImmutableArray<Evidence>.Builder empty)
    {
        var given = false;
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
            {
                var length = language.Reasons.MatchAt(text.Words, i);
                if (length == 0)
                {
                    given |= language.Problems.MatchAt(text.Words, i) > 0;
                    continue;
                }

                var behind = i + length;
                var boilerplate = EmptyAt(text, behind, sentence.EndWord, language);
                if (boilerplate > 0)
                {
                    empty.Add(text.WordsAsEvidence(i, length + boilerplate));
                    i = behind + boilerplate - 1;
                }
                else
                {
                    // A reason at the end of a sentence ("… is useful.") has its content before it.
                    given |= sentence.EndWord - behind >= FewestWords || i - sentence.FirstWord >= FewestWords;
                }
            }
        }

        return given;
    }

    // Length in words of an empty reason that fills the rest of the sentence but for one word at most; 0 where there is none.
    private static int EmptyAt(TextReading text, int from, int end, LanguageWords language)
    {
        foreach (var reason in language.EmptyReasons)
        {
            var fits = from + reason.Length <= end && end - from <= reason.Length + 1;
            for (var k = 0; fits && k < reason.Length; k++)
            {
                fits = string.Equals(text.Words[from + k].Lower, reason[k], StringComparison.Ordinal);
            }

            if (fits)
            {
                return end - from;
            }
        }

        return 0;
    }

    private static bool HasSection(TextReading text, LanguageWords language)
    {
        foreach (var line in text.Lines)
        {
            if (line.Kind != LineKind.NotProse && Headings.At(text, line, language.ReasonHeadings) is { } behind && text.Words.Count - behind >= 3)
            {
                return true;
            }
        }

        return false;
    }
}
