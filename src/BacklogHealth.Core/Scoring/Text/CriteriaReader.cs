using System.Collections.Immutable;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>What an item says about how it will be checked.</summary>
/// <param name="Stated">True where it says anything of that kind, in whatever form.</param>
/// <param name="Each">The single criteria as far as they can be told apart.</param>
internal sealed record StatedCriteria(bool Stated, ImmutableArray<Evidence> Each);

/// <summary>
/// Finds acceptance criteria in a field of their own, under a heading, as checkboxes, as Given-When-Then, in a sentence that names them, or as
/// a list of obligations.
/// </summary>
internal static class CriteriaReader
{
    private const int WordsOfScenario = 120;
    private const int FewestWords = 3;
    private static readonly WordList CriteriaHeadings = WordList.Named("criteriaHeadings");
    private static readonly WordList CriteriaPhrases = WordList.Named("criteriaPhrases");
    private static readonly WordList TaskHeadings = WordList.Named("taskHeadings");
    private static readonly WordList Obligations = WordList.Named("obligations");
    private static readonly WordList Given = WordList.Named("given");
    private static readonly WordList Then = WordList.Named("then");

    public static StatedCriteria Read(ItemReading item)
    {
        var each = ImmutableArray.CreateBuilder<Evidence>();
        var (field, description) = (item.CriteriaField, item.Description);
        each.AddRange(Count(field, field.Lines));
        var stated = field.Words.Length > 0;
        var obliging = 0;
        foreach (var section in Sections(description))
        {
            if (section.IsCriteria)
            {
                stated |= section.Lines.Count > 0;
                each.AddRange(Count(description, section.Lines));
            }
            else if (!section.IsTasks)
            {
                each.AddRange(section.Lines.Where(l => l.Kind == LineKind.Checkbox || StartsScenario(description, l)).Select(l => description.Evidence(l.Start, l.End)));
                obliging += Obliging(description, section.Lines);
            }
        }

        // Two or more list items that each oblige are criteria, whatever stands above them.
        stated |= each.Count > 0 || obliging >= 2 || HasScenario(description) || Names(description);
        return new StatedCriteria(stated, each.ToImmutable());
    }

    private static List<Section> Sections(TextReading text)
    {
        var (mayCheck, mayWork) = (CriteriaHeadings.IsIn(text), TaskHeadings.IsIn(text));
        var sections = new List<Section> { new(false, false, []) };
        foreach (var line in text.Lines)
        {
            if (line.Kind == LineKind.NotProse || line.FirstWord == line.EndWord)
            {
                continue;
            }

            var criteria = mayCheck ? Headings.At(text, line, CriteriaHeadings) : null;
            if (line.Kind != LineKind.Heading && criteria is null)
            {
                sections[^1].Lines.Add(line);
                continue;
            }

            sections.Add(new(criteria is not null, mayWork && Headings.At(text, line, TaskHeadings) is not null, []));
            if (criteria is { } behind && behind < line.EndWord)
            {
                var start = text.Words[behind].Start;
                sections[^1].Lines.Add(line with { Kind = LineKind.Paragraph, Start = start, Length = line.End - start, FirstWord = behind });
            }
        }

        return sections;
    }

    private static IEnumerable<Evidence> Count(TextReading text, IReadOnlyCollection<Line> lines)
    {
        if (lines.Count == 0)
        {
            return [];
        }

        var prose = lines.Where(l => l.Kind is not (LineKind.NotProse or LineKind.Heading or LineKind.TableRow)).ToList();
        var listed = prose.Where(l => l.Kind is LineKind.ListItem or LineKind.Checkbox).ToList();
        var level = listed.Count == 0 ? 0 : listed.Min(l => l.Level);
        var chosen = listed.Count > 0 ? listed.Where(l => l.Level == level).ToList() : prose;
        var scenarios = chosen.Where(l => StartsScenario(text, l)).ToList();
        return (scenarios.Count > 0 ? scenarios : chosen).Select(l => text.Evidence(l.Start, l.End));
    }

    private static bool StartsScenario(TextReading text, Line line) =>
        line.FirstWord < line.EndWord && Given.At(text.Words, line.FirstWord) > 0 && ThenWithin(text, line.FirstWord);

    private static bool HasScenario(TextReading text) =>
        Given.IsIn(text) && Then.IsIn(text) && Array.Exists(text.Sentences, s => Given.At(text.Words, s.FirstWord) > 0 && ThenWithin(text, s.FirstWord));

    private static bool ThenWithin(TextReading text, int first) =>
        Then.IsIn(text) && Then.First(text.Words, first + 1, Math.Min(text.Words.Length, first + WordsOfScenario)) >= 0;

    private static bool Names(TextReading text)
    {
        for (var i = 0; CriteriaPhrases.IsIn(text) && i < text.Words.Length; i++)
        {
            var length = CriteriaPhrases.At(text.Words, i);
            if (length > 0 && text.Words.Length - (i + length) >= FewestWords)
            {
                return true;
            }
        }

        return false;
    }

    private static int Obliging(TextReading text, List<Line> lines) =>
        Obligations.IsIn(text) ? lines.Count(l => l.Kind == LineKind.ListItem && Obligations.First(text.Words, l.FirstWord, l.EndWord) >= 0) : 0;

    private sealed record Section(bool IsCriteria, bool IsTasks, List<Line> Lines);
}
