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
    private static readonly WordList BlankWords = WordList.Named("blanks");

    public override string Id => "CL006";

    public override Criterion Criterion => Criterion.OpenQuestion;

    public override string Title => "Answer the open points";

    public override string Rationale => "A placeholder is a question that somebody has already asked; the answer is cheapest before the work begins.";

    public override Source Source => new("Requirements smells: missing content", "the category, after Berry's Ambiguity Handbook; the list of words is our own");

    public override Reading? Reading { get; } = new(81, 72, "all there were on public items of Jira projects, November 2026");

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
        List<Evidence>? hits = null;
        foreach (var text in item.Fields)
        {
            if (PlaceholderReader.MayBeIn(text) || text.Prose.IndexOfAny('?', '<') >= 0)
            {
                (hits ??= []).AddRange(PlaceholderReader.In(text, item).Concat(QuestionMarks(text)).Concat(Blanks(text)).OrderBy(e => e.Start));
            }
        }

        return hits is null or [] ? [] : [Found(hits, PerLength.Points(PointsEach, hits.Count, item.WordCount))];
    }

    private static IEnumerable<Evidence> QuestionMarks(TextReading text)
    {
        for (var i = Next(text, "??", 0); i >= 0; i = Next(text, "??", i))
        {
            var end = i;
            while (end < text.Prose.Length && text.Prose[end] == '?')
            {
                end++;
            }

            // In long rows they are letters that were lost.
            var closing = IsMarkup(text, end) ? Next(text, "??", end) : -1;
            if (closing >= 0)
            {
                end = closing + 2;
            }
            else if (end - i <= MostMarks && IsValue(text, i, end))
            {
                yield return text.Evidence(i, end);
            }

            i = end;
        }
    }

    // "??cited words??" is the mark-up of a citation.
    private static bool IsMarkup(TextReading text, int end) => end < text.Prose.Length && (char.IsLetterOrDigit(text.Prose[end]) || text.Prose[end] == '(');

    // Where a value belongs: at the start of a line or behind its mark, a colon or a bracket, or between the words of a sentence. Behind a word that
    // ends they only raise the voice.
    private static bool IsValue(TextReading text, int start, int end)
    {
        var before = text.Prose[..start].TrimEnd(' ');
        if (before.IsEmpty || before[^1] is '\n' or ':' or '*' or '#' or '=' or '-' or '[')
        {
            return true;
        }

        var apart = before.Length < start;
        var behind = text.Prose[end..Math.Min(text.Prose.Length, end + 2)];
        return before[^1] == '(' ? before.Length == 1 || !char.IsLetterOrDigit(before[^2])
            : apart && (text.Field is "title" || (behind.Length == 2 && behind[0] == ' ' && char.IsLower(behind[1])));
    }

    private static int Next(TextReading text, string signs, int from) => text.Prose[from..].IndexOf(signs, StringComparison.Ordinal) is >= 0 and var at ? from + at : -1;

    private static IEnumerable<Evidence> Blanks(TextReading text)
    {
        for (var i = Next(text, "<", 0); i >= 0; i = Next(text, "<", i + 1))
        {
            var length = text.Prose.Slice(i, Math.Min(LongestBlank, text.Prose.Length - i)).IndexOf('>');
            var first = length > 1 ? text.WordFrom(i) : text.Words.Length;
            if (first < text.Words.Length && text.Words[first].Start < i + length && BlankWords.At(text.Words, first) > 0 && !IsGlued(text, i, i + length + 1))
            {
                yield return text.Evidence(i, i + length + 1);
                i += length;
            }
        }
    }

    // "job.<your job name>" is how something is written.
    private static bool IsGlued(TextReading text, int start, int end) =>
        (start > 0 && (char.IsLetterOrDigit(text.Prose[start - 1]) || text.Prose[start - 1] is '.' or '/' or '-' or '_'))
        || (end < text.Prose.Length - 1 && text.Prose[end] is '.' or '/' or '-' or '_' && !char.IsWhiteSpace(text.Prose[end + 1]));
}
