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

    public static StatedCriteria Read(ItemReading item)
    {
        var each = ImmutableArray.CreateBuilder<Evidence>();
        var stated = item.CriteriaField.Words.Count > 0;
        each.AddRange(Count(item.CriteriaField, [.. item.CriteriaField.Lines], item.Language));
        var rest = new List<Line>();
        foreach (var section in Sections(item.Description, item.Language))
        {
            if (section.IsCriteria)
            {
                stated |= section.Lines.Count > 0;
                each.AddRange(Count(item.Description, section.Lines, item.Language));
            }
            else if (!section.IsTasks)
            {
                rest.AddRange(section.Lines);
            }
        }

        var outside = rest.Where(l => l.Kind == LineKind.Checkbox || StartsScenario(item.Description, l, item.Language)).ToList();
        each.AddRange(outside.Select(l => item.Description.Evidence(l.Start, l.End)));
        stated |= each.Count > 0 || HasScenario(item.Description, item.Language) || Names(item.Description, item.Language) || Obliges(item.Description, rest, item.Language);
        return new StatedCriteria(stated, each.ToImmutable());
    }

    private static List<Section> Sections(TextReading text, LanguageWords language)
    {
        var sections = new List<Section> { new(false, false, []) };
        foreach (var line in text.Lines)
        {
            if (line.Kind == LineKind.NotProse)
            {
                continue;
            }

            var first = text.WordFrom(line.Start);
            if (first >= text.Words.Count || text.Words[first].Start >= line.End)
            {
                continue;
            }

            var criteria = Headings.At(text, line, language.CriteriaHeadings);
            if (line.Kind == LineKind.Heading || criteria is not null)
            {
                sections.Add(new(criteria is not null, Headings.At(text, line, language.TaskHeadings) is not null, []));
                if (criteria is { } behind && behind < text.Words.Count && text.Words[behind].Start < line.End)
                {
                    sections[^1].Lines.Add(line with { Kind = LineKind.Paragraph, Start = text.Words[behind].Start, Length = line.End - text.Words[behind].Start });
                }
            }
            else
            {
                sections[^1].Lines.Add(line);
            }
        }

        return sections;
    }

    private static IEnumerable<Evidence> Count(TextReading text, List<Line> lines, LanguageWords language)
    {
        var prose = lines.Where(l => l.Kind is not (LineKind.NotProse or LineKind.Heading or LineKind.TableRow)).ToList();
        var listed = prose.Where(l => l.Kind is LineKind.ListItem or LineKind.Checkbox).ToList();
        var level = listed.Count == 0 ? 0 : listed.Min(l => l.Level);
        var chosen = listed.Count > 0 ? listed.Where(l => l.Level == level).ToList() : prose;
        var scenarios = chosen.Where(l => StartsScenario(text, l, language)).ToList();
        return (scenarios.Count > 0 ? scenarios : chosen).Select(l => text.Evidence(l.Start, l.End));
    }

    private static bool StartsScenario(TextReading text, Line line, LanguageWords language)
    {
        var first = text.WordFrom(line.Start);
        return first < text.Words.Count && text.Words[first].Start < line.End && language.Given.MatchAt(text.Words, first) > 0 && ThenWithin(text, first, language);
    }

    private static bool HasScenario(TextReading text, LanguageWords language) =>
        text.Sentences.Any(s => language.Given.MatchAt(text.Words, s.FirstWord) > 0 && ThenWithin(text, s.FirstWord, language));

    private static bool ThenWithin(TextReading text, int first, LanguageWords language)
    {
        for (var i = first + 1; i < Math.Min(text.Words.Count, first + WordsOfScenario); i++)
        {
            if (language.Then.Contains(text.Words[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Names(TextReading text, LanguageWords language)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            var length = language.CriteriaPhrases.MatchAt(text.Words, i);
            if (length > 0 && text.Words.Count - (i + length) >= 3)
            {
                return true;
            }
        }

        return false;
    }

    // Two or more list items that each oblige are criteria, whatever stands above them.
    private static bool Obliges(TextReading text, List<Line> lines, LanguageWords language) =>
        lines.Count(l => l.Kind == LineKind.ListItem && Any(text, l, language.Obligations)) >= 2;

    private static bool Any(TextReading text, Line line, PhraseList phrases)
    {
        for (var i = text.WordFrom(line.Start); i < text.Words.Count && text.Words[i].Start < line.End; i++)
        {
            if (phrases.MatchAt(text.Words, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Section(bool IsCriteria, bool IsTasks, List<Line> Lines);
}
