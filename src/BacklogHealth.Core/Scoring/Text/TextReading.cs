using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Text;

/// <summary>One field of an item, read once for all rules: its lines, sentences and words, with offsets into the plain text.</summary>
internal sealed class TextReading
{
    private readonly char[] _prose;
    private readonly ListSet _said;

    private TextReading(string field, StructuredText text, char[] prose, Line[] lines, Word[] words, Sentence[] sentences)
    {
        (Field, Text, _prose, Lines, Words, Sentences) = (field, text, prose, lines, words, sentences);
        for (var i = 0; i < words.Length; i++)
        {
            words[i].Entry?.AddSaid(ref _said, words, i);
        }
    }

    /// <summary>The field's name as evidence spells it.</summary>
    public string Field { get; }

    /// <summary>The text with its structure.</summary>
    public StructuredText Text { get; }

    public string Plain => Text.Plain;

    /// <summary>The plain text with everything that is no prose blanked; the same length.</summary>
    public ReadOnlySpan<char> Prose => _prose;

    public Line[] Lines { get; }

    public Word[] Words { get; }

    public Sentence[] Sentences { get; }

    /// <summary>The lists of which at least one phrase stands somewhere in the text.</summary>
    public ref readonly ListSet Said => ref _said;

    public static TextReading Of(string field, StructuredText text, LanguageWords language)
    {
        if (text.Plain.Length == 0)
        {
            return new TextReading(field, text, [], [], [], []);
        }

        var prose = Scoring.Text.Prose.WithoutBlocks(text);
        var lines = LineReader.Read(text, prose);
        foreach (ref readonly var line in lines.AsSpan())
        {
            if (line.Kind == LineKind.NotProse)
            {
                prose.AsSpan(line.Start, line.Length).Fill(Scoring.Text.Prose.Blank);
            }
            else
            {
                Scoring.Text.Prose.WipeInline(prose.AsSpan(line.Start, line.Length));
            }
        }

        var words = Scoring.Text.Words.Read(prose, language.Lexicon);
        NumberWords(lines, words);
        return new TextReading(field, text, prose, lines, words, SentenceReader.Read(prose, lines, words, language));
    }

    /// <summary>True where it holds a picture, or a link or address of a page.</summary>
    public bool ShowsPage => Plain.Contains("://", StringComparison.Ordinal) || Text.Spans.Any(s => s.Kind is TextKind.Link or TextKind.Image);

    /// <summary>A part of the field as evidence.</summary>
    public Evidence Evidence(int start, int end) => new(Field, start, end - start, Plain[start..end]);

    /// <summary>Some words in a row as evidence.</summary>
    public Evidence WordsAsEvidence(int first, int count) => Evidence(Words[first].Start, Words[first + count - 1].End);

    /// <summary>What stands between a word and the one before it; empty before the first.</summary>
    public ReadOnlySpan<char> Gap(int word) => word == 0 ? [] : Prose[Words[word - 1].End..Words[word].Start];

    /// <summary>Index of the first word that begins at or behind a unit.</summary>
    public int WordFrom(int unit)
    {
        var (low, high) = (0, Words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Words[middle].Start < unit ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The sentence that holds a word.</summary>
    public Sentence SentenceOf(int word)
    {
        var (low, high) = (0, Sentences.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Sentences[middle].FirstWord > word ? (low, middle - 1) : (middle, high);
        }

        return Sentences[low];
    }

    private static void NumberWords(Line[] lines, Word[] words)
    {
        var word = 0;
        foreach (ref var line in lines.AsSpan())
        {
            while (word < words.Length && words[word].Start < line.Start)
            {
                word++;
            }

            var first = word;
            while (word < words.Length && words[word].Start < line.End)
            {
                word++;
            }

            line = line with { FirstWord = first, EndWord = word };
        }
    }
}
