using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// Tells whether a text says what can be checked without calling it a criterion: a thing of the product that must do something, a rule for a case,
/// a list that was announced. A wish ("we should", "users should be able to") is none.
/// </summary>
internal static class BehaviourReader
{
    private const int Enough = 2;
    private const int FewestWords = 6;
    private const int LongList = 3;
    private static readonly WordList Must = WordList.Named("behaves.must");
    private static readonly WordList Does = WordList.Named("behaves.does");
    private static readonly WordList NotBy = WordList.Named("behaves.notBy");
    private static readonly WordList Wishes = WordList.Named("behaves.wishes");
    private static readonly WordList Conditions = WordList.Named("behaves.conditions");
    private static readonly WordList Announces = WordList.Named("announces");
    private static readonly WordList TaskHeadings = WordList.Named("taskHeadings");
    private static readonly WordList Shown = WordList.Named("shown");
    private static readonly WordList Phrases = WordList.Named("checkPhrases");

    /// <param name="text">The text.</param>
    /// <param name="vague">Words of the item that each reader measures differently, in the order of reading; what stands beside one cannot be checked.</param>
    public static bool IsStated(TextReading text, List<VagueWord> vague) => Phrases.IsIn(text) || TellsRules(text, vague) || HasAnnouncedList(text) || HasLongList(text) || ShowsExample(text);

    /// <summary>True for a title that says what must happen, however short: "Clerks should see the total".</summary>
    public static bool MustDo(TextReading title)
    {
        var at = Must.IsIn(title) ? Must.First(title.Words, 1, title.Words.Length) : -1;
        var behind = at < 0 ? 0 : at + Must.At(title.Words, at);
        return at > 0 && behind < title.Words.Length && Wishes.At(title.Words, behind) == 0;
    }

    private static bool TellsRules(TextReading text, List<VagueWord> vague)
    {
        var (told, next) = (0, 0);
        foreach (var sentence in Must.IsIn(text) || Does.IsIn(text) ? text.Sentences : [])
        {
            while (next < vague.Count && (!ReferenceEquals(vague[next].Text, text) || vague[next].First < sentence.FirstWord))
            {
                next++;
            }

            told += next < vague.Count && vague[next].First < sentence.EndWord ? 0 : Weight(text.Words, sentence);
            if (told >= Enough)
            {
                return true;
            }
        }

        return false;
    }

    // 2 for a sentence that can be checked alone, 1 for one that can be together with another.
    private static int Weight(Word[] words, Sentence sentence)
    {
        // "When it is empty, we should show a hint" is a rule, whoever speaks.
        var isRule = Conditions.At(words, sentence.FirstWord) > 0;
        for (var i = sentence.FirstWord + 1; i < sentence.EndWord; i++)
        {
            var must = Must.At(words, i);
            var length = Math.Max(must, Does.At(words, i));
            if (length == 0 || (!isRule && IsNoThing(words, i, sentence.FirstWord)))
            {
                continue;
            }

            var behind = i + length;
            if (behind < sentence.EndWord && Wishes.At(words, behind) > 0)
            {
                return 0;
            }

            var alone = Conditions.First(words, sentence.FirstWord, sentence.EndWord) >= 0 || (must > 0 && sentence.WordCount >= FewestWords);
            return alone ? Enough : 1;
        }

        return 0;
    }

    // Who does it stands before the verb, at most one word ("also", "probably") apart.
    private static bool IsNoThing(Word[] words, int verb, int first) => NotBy.Holds(words[verb - 1]) || (verb - 2 >= first && NotBy.Holds(words[verb - 2]));

    private static bool HasAnnouncedList(TextReading text)
    {
        var lines = text.Lines;
        for (var i = 0; Announces.IsIn(text) && i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Kind == LineKind.NotProse || Announces.First(text.Words, line.FirstWord, line.EndWord) < 0 || Headings.At(text, line, TaskHeadings) is not null)
            {
                continue;
            }

            if (Opens(text, i) || Goes(text.Prose[line.Start..line.End]))
            {
                return true;
            }
        }

        return false;
    }

    // "It should include:" before a line of a list, or before two lines of any kind.
    private static bool Opens(TextReading text, int i)
    {
        var (lines, line) = (text.Lines, text.Lines[i]);
        if (i + 1 >= lines.Length || !text.Prose[line.Start..line.End].TrimEnd("*_ ").EndsWith(':'))
        {
            return false;
        }

        return IsListed(lines[i + 1]) || (lines[i + 1].Kind != LineKind.Heading && i + 2 < lines.Length && lines[i + 2].Kind != LineKind.Heading);
    }

    // A list in one line: "contents: - one - two", "properties: date, total, tax".
    private static bool Goes(ReadOnlySpan<char> prose)
    {
        var colon = prose.IndexOf(": ");
        return colon > 0 && (Marks(prose[colon..]) >= 2 || prose[colon..].Count(',') >= 2);
    }

    // Code that shows how it is to be.
    private static bool ShowsExample(TextReading text) =>
        Shown.IsIn(text) && text.Text.Spans.Any(s => s.Kind == TextKind.Code);

    // Contents or changes named one by one, not under a heading that calls them work.
    private static bool HasLongList(TextReading text)
    {
        var (listed, work) = (0, false);
        foreach (var line in text.Lines)
        {
            if (!IsListed(line))
            {
                var prose = text.Prose[line.Start..line.End];
                if (prose.Contains("1) ", StringComparison.Ordinal) && prose.Contains(" 2) ", StringComparison.Ordinal))
                {
                    return true;
                }

                listed = 0;
                work = Headings.At(text, line, TaskHeadings) is not null;
            }
            else if (!work && ++listed >= LongList)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsListed(Line line) => line.Kind is LineKind.ListItem or LineKind.Checkbox;

    // A list whose lines were joined: "contents: - one - two".
    private static int Marks(ReadOnlySpan<char> prose) => Math.Max(prose.Count(" * "), prose.Count(" - "));
}
