using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>One field of an item, read once for all rules: its lines, sentences and words, with offsets into the plain text.</summary>
internal sealed class TextReading
{
    private readonly char[] _prose;

    private TextReading(string field, string plain, char[] prose, List<Line> lines, List<Word> words, List<Sentence> sentences)
    {
        (Field, Plain, _prose, Lines, Words, Sentences) = (field, plain, prose, lines, words, sentences);
    }

    /// <summary>The field's name as evidence spells it.</summary>
    public string Field { get; }

    public string Plain { get; }

    /// <summary>The plain text with everything that is no prose blanked; the same length.</summary>
    public ReadOnlySpan<char> Prose => _prose;

    public IReadOnlyList<Line> Lines { get; }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public static TextReading Of(string field, StructuredText text, LanguageWords language)
    {
        var prose = Text.Prose.WithoutBlocks(text);
        var lines = LineReader.Read(text, prose);
        foreach (var line in lines)
        {
            if (line.Kind == LineKind.NotProse)
            {
                prose.AsSpan(line.Start, line.Length).Fill(Text.Prose.Blank);
            }
            else
            {
                Text.Prose.WipeInline(prose.AsSpan(line.Start, line.Length));
            }
        }

        var words = Text.Words.Read(prose);
        return new TextReading(field, text.Plain, prose, lines, words, SentenceReader.Read(prose, lines, words, language));
    }

    /// <summary>A part of the field as evidence.</summary>
    public Evidence Evidence(int start, int end) => new(Field, start, end - start, Plain[start..end]);

    /// <summary>Some words in a row as evidence.</summary>
    public Evidence WordsAsEvidence(int first, int count) => Evidence(Words[first].Start, Words[first + count - 1].End);

    /// <summary>Index of the first word that begins at or behind a unit.</summary>
    public int WordFrom(int unit)
    {
        var (low, high) = (0, Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Words[middle].Start < unit ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
