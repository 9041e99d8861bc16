using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>Finds the steps of a workflow: told one after the other ("then … finally …"), or as a numbered list of things to do.</summary>
internal static class StepReader
{
    private const int FewestTold = 3;
    private const int FewestNumbered = 4;
    private const int MostApart = 2;
    private static readonly WordList StepWords = WordList.Named("stepWords");
    private static readonly WordList Conditions = WordList.Named("stepConditions");
    private static readonly WordList Procedures = WordList.Named("procedureHeadings");
    private static readonly WordList Verbs = WordList.Named("verbs");

    /// <summary>The steps as far as they are told, each from its first word to its end; none where no workflow is told.</summary>
    public static (List<Clause> Steps, bool Numbered) In(ItemReading item)
    {
        if (Told(item.Title, item.Language) is { Count: > 0 } title)
        {
            return (title, false);
        }

        return Told(item.Description, item.Language) is { Count: > 0 } told ? (told, false) : (Numbered(item.Description, item.Language), true);
    }

    // "… selects a film, then picks a seat and finally pays": two words that go on, in sentences that stand close together.
    private static List<Clause> Told(TextReading text, LanguageWords language)
    {
        var best = new List<Clause>();
        if (!StepWords.IsIn(text))
        {
            return best;
        }

        var row = new List<Clause>();
        var lastSentence = -1;
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            var sentence = text.Sentences[s];
            var at = StepWords.First(text.Words, sentence.FirstWord, sentence.EndWord);
            if (at < 0 || Conditions.First(text.Words, sentence.FirstWord, at) >= 0 || !IsDone(text, at, sentence.EndWord, language) || MoodReader.Of(text, sentence, language) != Mood.Wishes)
            {
                continue;
            }

            if (row.Count > 0 && s - lastSentence > MostApart)
            {
                (best, row) = (Longer(best, row), []);
            }

            row.AddRange(Parts(text, s, at, row.Count == 0));
            lastSentence = s;
        }

        best = Longer(best, row);
        return best.Count >= FewestTold ? best : [];
    }

    // "then pick a seat": a verb right behind the word that goes on, or, where the language puts it there, at the end of what it opens.
    private static bool IsDone(TextReading text, int at, int end, LanguageWords language)
    {
        var from = at + StepWords.At(text.Words, at);
        var next = StepWords.First(text.Words, from, end);
        var last = (next < 0 ? end : next) - 1;
        return from < end && (language.VerbOf(text.Words[from]) is not null || (last > from && language.VerbOf(text.Words[last]) is { } verb && language.Holds(Verbs, verb)));
    }

    private static List<Clause> Longer(List<Clause> a, List<Clause> b) => b.Count > a.Count ? b : a;

    // What stands before the first word that goes on is a step too; so is the sentence before, where the sentence opens with such a word.
    private static IEnumerable<Clause> Parts(TextReading text, int s, int at, bool opens)
    {
        var sentence = text.Sentences[s];
        if (at > sentence.FirstWord + 1)
        {
            yield return new Clause(text, sentence.FirstWord, at);
        }
        else if (opens && s > 0)
        {
            yield return new Clause(text, text.Sentences[s - 1].FirstWord, text.Sentences[s - 1].EndWord);
        }

        while (at >= 0 && at < sentence.EndWord)
        {
            var from = at + StepWords.At(text.Words, at);
            var next = StepWords.First(text.Words, from, sentence.EndWord);
            var end = next < 0 ? sentence.EndWord : next;
            if (end > from)
            {
                yield return new Clause(text, from, end);
            }

            at = next;
        }
    }

    // Four or more numbered points of which three in four begin with a verb, under no heading that makes instructions of them.
    private static List<Clause> Numbered(TextReading text, LanguageWords language)
    {
        var (steps, verbs, procedure) = (new List<Clause>(), 0, false);
        foreach (var line in text.Lines)
        {
            if (line.FirstWord == line.EndWord || line.Kind == LineKind.NotProse)
            {
                continue;
            }

            if (line.Kind == LineKind.ListItem && IsNumbered(text, line))
            {
                if (!procedure)
                {
                    steps.Add(new Clause(text, line.FirstWord, line.EndWord));
                    verbs += language.VerbOf(text.Words[line.FirstWord]) is { } verb && (language.Holds(Verbs, verb) || line.EndWord - line.FirstWord > 2) ? 1 : 0;
                }
            }
            else if (line.Kind is not (LineKind.ListItem or LineKind.Checkbox or LineKind.TableRow))
            {
                if (Enough(steps, verbs))
                {
                    return steps;
                }

                (steps, verbs) = ([], 0);
                procedure = Procedures.At(text.Words, line.FirstWord) > 0 || (procedure && line.Kind != LineKind.Heading);
            }
        }

        return Enough(steps, verbs) ? steps : [];
    }

    private static bool Enough(List<Clause> steps, int verbs) => steps.Count >= FewestNumbered && verbs * 4 >= steps.Count * 3;

    // The mark stands before the line: "1. ", "2) ", "# ".
    private static bool IsNumbered(TextReading text, Line line)
    {
        var i = line.Start - 1;
        while (i >= 0 && text.Plain[i] is ' ' or '.' or ')')
        {
            i--;
        }

        return i >= 0 && i < line.Start - 1 && (char.IsAsciiDigit(text.Plain[i]) || text.Plain[i] == '#');
    }
}
