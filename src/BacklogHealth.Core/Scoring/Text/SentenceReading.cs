namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// What holds of one sentence as a whole, found out once however many of its words ask: a sentence may be a megabyte long, and each of its words may ask.
/// Not safe for several threads at once.
/// </summary>
internal sealed class SentenceReading(TextReading text, Sentence sentence, LanguageWords language)
{
    private Dictionary<WordList, int>? _firsts;
    private Mood? _mood;
    private bool? _isMeasured;

    public TextReading Text { get; } = text;

    public int FirstWord => sentence.FirstWord;

    public int EndWord => sentence.EndWord;

    /// <summary>Whether it tells how things are, or what is wanted.</summary>
    public Mood Mood => _mood ??= MoodReader.Of(Text, sentence, language);

    /// <summary>True where it holds a number with a unit.</summary>
    public bool IsMeasured => _isMeasured ??= Measures.Stand(Text, language, FirstWord, EndWord);

    /// <summary>True where a phrase of a list begins in it.</summary>
    public bool Says(WordList list) => SaysBefore(list, EndWord);

    /// <summary>True where a phrase of a list begins in it before a word.</summary>
    public bool SaysBefore(WordList list, int word)
    {
        if (!list.IsIn(Text))
        {
            return false;
        }

        _firsts ??= [];
        if (!_firsts.TryGetValue(list, out var first))
        {
            _firsts[list] = first = list.First(Text.Words, FirstWord, EndWord);
        }

        return first >= 0 && first < word;
    }
}
