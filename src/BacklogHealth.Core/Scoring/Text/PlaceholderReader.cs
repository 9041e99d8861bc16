using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// Finds words that hold a place for an answer: "TBD", "to be decided", "TODO: ask sales". The same words also name things ("the TODO app"), works
/// ("TODO: remove the table") and conditions ("requires the tag to be defined"); those are left out by where they stand.
/// </summary>
internal static class PlaceholderReader
{
    private const int LongestRest = 60;
    private const int LongestClause = 30;
    private static readonly WordList Placeholders = WordList.Named("placeholders");

    // "to be decided": open only where nothing else is said of it.
    private static readonly WordList Plans = WordList.Named("placeholderPlans");
    private static readonly WordList OpenBefore = WordList.Named("openBefore");
    private static readonly WordList OpenBehind = WordList.Named("openBehind");
    private static readonly WordList PlansNotWith = WordList.Named("plansNotWith");

    // Stand for something missing in capitals only.
    private static readonly WordList Codes = WordList.Named("placeholderCodes");

    // "TODO": in capitals, and only before what is to be done.
    private static readonly WordList Marks = WordList.Named("placeholderMarks");
    private static readonly WordList OpenVerbs = WordList.Named("openVerbs");
    private static readonly WordList Samples = WordList.Named("sampleTexts");
    private static readonly WordList NotAfter = WordList.Named("notPlaceholderAfter");
    private static readonly WordList NotBefore = WordList.Named("notPlaceholderBefore");
    private static readonly WordList FindingOut = WordList.Named("findingOut");

    private static readonly WordList[] All = [Placeholders, Plans, Codes, Marks, Samples];

    /// <summary>True where a word stands in a text that may hold a place.</summary>
    public static bool MayBeIn(TextReading text)
    {
        foreach (var list in All)
        {
            if (list.IsIn(text))
            {
                return true;
            }
        }

        return false;
    }

    public static IEnumerable<Evidence> In(TextReading text, ItemReading item)
    {
        var findsOut = FindsOut(item);
        for (var i = 0; MayBeIn(text) && i < text.Words.Length; i++)
        {
            var length = LengthAt(text, i, item, findsOut);
            if (length > 0 && !IsNamed(text, i, length))
            {
                yield return text.WordsAsEvidence(i, length);
                i += length - 1;
            }
        }
    }

    // Where finding out is the work itself, what is open is what the item is for.
    private static bool FindsOut(ItemReading item) =>
        item.Item.Kind == WorkItemKind.Spike
        || (item.Title.Words is [var first, ..] && item.Language.VerbOf(first) is { } verb && item.Language.Holds(FindingOut, verb));

    private static int LengthAt(TextReading text, int i, ItemReading item, bool findsOut)
    {
        var word = text.Words[i];
        if (Placeholders.At(text.Words, i) is > 0 and var length)
        {
            return length > 1 && findsOut ? 0 : length;
        }

        if (!findsOut && Plans.At(text.Words, i) is > 0 and var plan)
        {
            return IsOpen(text, i, plan) ? plan : 0;
        }

        if (Samples.At(text.Words, i) is > 0 and var sample)
        {
            // Text to try a fault with is no text that is missing.
            return item.Item.Kind == WorkItemKind.Bug ? 0 : sample;
        }

        var inCapitals = text.Plain.AsSpan(word.Start, word.Length).IndexOfAnyInRange('a', 'z') < 0;
        return inCapitals && (Codes.Holds(word) || (Marks.Holds(word) && IsMark(text, i, item.Language))) ? 1 : 0;
    }

    // "The limit is to be decided", "Limit: to be decided", "(to be decided)"; not "requires the tag to be defined, for instance".
    private static bool IsOpen(TextReading text, int i, int length)
    {
        var words = text.Words;
        if (i == 0 || !words[i].Joined || OpenBefore.Holds(words[i - 1]))
        {
            return true;
        }

        var next = i + length;
        var ends = next == words.Length || !words[next].Joined || OpenBehind.At(words, next) > 0;
        for (var k = i - 1; ends && k >= Math.Max(0, i - LongestClause) && words[k + 1].Joined; k--)
        {
            ends = !PlansNotWith.Holds(words[k]);
        }

        return ends;
    }

    // "TODO: ask sales", "TODO (team)", or alone on its line; not "the TODO app", nor "TODO: remove the table".
    private static bool IsMark(TextReading text, int i, LanguageWords language)
    {
        var (word, next) = (text.Words[i], i + 1);
        var behind = text.Prose[word.End..Math.Min(text.Prose.Length, word.End + LongestRest)].TrimStart(' ');
        if (behind.IsEmpty || behind[0] == '\n')
        {
            return i == 0 || !word.Joined;
        }

        if (behind[0] is not (':' or '(' or '[' or '?'))
        {
            return false;
        }

        return next >= text.Words.Length || OpenVerbs.At(text.Words, next) > 0 || language.VerbOf(text.Words[next]) is not { } verb
            || !string.Equals(verb, text.Words[next].Lower, StringComparison.Ordinal);
    }

    // "the TODO", "a TODO comment": spoken of, not left behind.
    private static bool IsNamed(TextReading text, int i, int length)
    {
        var words = text.Words;
        return IsHeading(text, words[i + length - 1].End)
            || (i > 0 && words[i].Joined && NotAfter.Holds(words[i - 1]) && length == 1 && char.IsUpper(text.Plain[words[i].Start]) && !IsShort(words[i]))
            || (i + length < words.Length && words[i + length].Joined && words[i].Length != 3 && NotBefore.Holds(words[i + length]));
    }

    // "TODO:" alone on its line opens a list of work.
    private static bool IsHeading(TextReading text, int end)
    {
        if (end >= text.Prose.Length || text.Prose[end] != ':')
        {
            return false;
        }

        var rest = text.Prose[(end + 1)..Math.Min(text.Prose.Length, end + 1 + LongestRest)];
        var line = rest.IndexOf('\n') is >= 0 and var stop ? rest[..stop] : rest;
        return line.IsWhiteSpace() || line.StartsWith("   ", StringComparison.Ordinal);
    }

    // "is TBD" is open; "the TODO" is a thing.
    private static bool IsShort(Word word) => word.Length == 3;
}
