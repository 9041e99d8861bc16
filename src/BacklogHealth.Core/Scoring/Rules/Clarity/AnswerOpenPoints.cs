using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>No placeholder is left where an answer belongs.</summary>
internal sealed class AnswerOpenPoints : ItemRule
{
    private const int PointsEach = 10;
    private const int LongestBlank = 60;
    private const int MostMarks = 3;
    private static readonly WordList Placeholders = WordList.Named("placeholders");

    // Stand for something missing in capitals only.
    private static readonly WordList Codes = WordList.Named("placeholderCodes");
    private static readonly WordList NotAfter = WordList.Named("notPlaceholderAfter");
    private static readonly WordList NotBefore = WordList.Named("notPlaceholderBefore");
    private static readonly WordList BlankWords = WordList.Named("blanks");

    public override string Id => "CL006";

    public override Criterion Criterion => Criterion.OpenQuestion;

    public override string Title => "Answer the open points";

    public override string Rationale => "A placeholder is a question that somebody has already asked; the answer is cheapest before the work begins.";

    public override Source Source => new("Requirements smells: missing content", "the category, after Berry's Ambiguity Handbook; the list of words is our own");

    public override Severity Severity => Severity.Warning;

    public override int Points => 20;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("answered", "Limit the basket", "A basket holds at most 50 articles."),
        new("a to-do list is no placeholder", "Sort the todo list", "The todo list is sorted by due day."),
        new("a marker in code", "Clean the parser", "Remove the TODO in the parser."),
        new("German, open is a state here", "Rechnungen mahnen", "Kunden bekommen eine Mail für Rechnungen, die noch offen sind.") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("to be decided", "Limit the basket", "A basket holds at most TBD articles."),
        new("question marks", "Limit the basket", "Most articles in a basket: ???"),
        new("a template left as it was", "Limit the basket", "As a <role> I want a limit so that <reason>."),
        new("German, to be decided", "Warenkorb begrenzen", "Höchste Zahl von Artikeln: noch zu klären") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => true;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var hits = item.Fields.SelectMany(f => Phrases(f).Concat(QuestionMarks(f)).Concat(Blanks(f)).OrderBy(e => e.Start)).ToList();
        return hits.Count == 0 ? [] : [Found(hits, hits.Count * PointsEach)];
    }

    private static IEnumerable<Evidence> Phrases(TextReading text)
    {
        for (var i = 0; (Placeholders.MayBeIn(text) || Codes.MayBeIn(text)) && i < text.Words.Length; i++)
        {
            var word = text.Words[i];
            var length = Placeholders.At(text.Words, i);
            if (length == 0 && Codes.Holds(word) && IsInCapitals(text.Plain.AsSpan(word.Start, word.Length)))
            {
                length = 1;
            }

            if (length > 0 && !IsNamed(text, i, length))
            {
                yield return text.WordsAsEvidence(i, length);
                i += length - 1;
            }
        }
    }

    // "the TODO", "a TODO comment": spoken of, not left behind.
    private static bool IsNamed(TextReading text, int i, int length)
    {
        var words = text.Words;
        return IsHeading(text, words[i + length - 1].End)
            || (i > 0 && words[i].Joined && NotAfter.Holds(words[i - 1]) && length == 1 && char.IsUpper(text.Plain[words[i].Start]) && !IsShort(words[i]))
            || (i + length < words.Length && words[i + length].Joined && words[i].Length != 3 && NotBefore.Holds(words[i + length]));
    }

    private static bool IsInCapitals(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('a', 'z') < 0;

    // "TODO:" alone on its line opens a list of work.
    private static bool IsHeading(TextReading text, int end)
    {
        if (end >= text.Prose.Length || text.Prose[end] != ':')
        {
            return false;
        }

        var rest = text.Prose[(end + 1)..Math.Min(text.Prose.Length, end + 1 + LongestBlank)];
        var line = rest.IndexOf('\n') is >= 0 and var stop ? rest[..stop] : rest;
        return line.IsWhiteSpace() || line.StartsWith("   ", StringComparison.Ordinal);
    }

    // "is TBD" is open; "the TODO" is a thing.
    private static bool IsShort(Word word) => word.Length == 3;

    private static IEnumerable<Evidence> QuestionMarks(TextReading text)
    {
        for (var i = Next(text, "??", 0); i >= 0; i = Next(text, "??", i))
        {
            var end = i;
            while (end < text.Prose.Length && text.Prose[end] == '?')
            {
                end++;
            }

            // Behind a word they only raise the voice; in long rows they are letters that were lost.
            if (end - i <= MostMarks && (i == 0 || char.IsWhiteSpace(text.Prose[i - 1]) || text.Prose[i - 1] is ':' or '(' or '['))
            {
                yield return text.Evidence(i, end);
            }

            i = end;
        }
    }

    private static int Next(TextReading text, string signs, int from) => text.Prose[from..].IndexOf(signs, StringComparison.Ordinal) is >= 0 and var at ? from + at : -1;

    private static IEnumerable<Evidence> Blanks(TextReading text)
    {
        for (var i = Next(text, "<", 0); i >= 0; i = Next(text, "<", i + 1))
        {
            var length = text.Prose.Slice(i, Math.Min(LongestBlank, text.Prose.Length - i)).IndexOf('>');
            var first = length > 1 ? text.WordFrom(i) : text.Words.Length;
            if (first < text.Words.Length && text.Words[first].Start < i + length && BlankWords.At(text.Words, first) > 0)
            {
                yield return text.Evidence(i, i + length + 1);
                i += length;
            }
        }
    }
}
