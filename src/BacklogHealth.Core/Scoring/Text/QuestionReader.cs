namespace BacklogHealth.Core.Scoring.Text;

/// <summary>
/// Finds questions that wait for an answer. Not those that are a heading, that the next words answer, or that nobody means to be answered
/// ("any questions?"). Links, code and quotations are no prose and are not read.
/// </summary>
internal static class QuestionReader
{
    private const int FewestWords = 3;
    private const int MostWords = 45;
    private const int WordsOfHeading = 7;
    private static readonly WordList Rhetorical = WordList.Named("rhetorical");
    private static readonly WordList Answers = WordList.Named("answers");

    /// <summary>The open questions of a text, in the order of reading.</summary>
    public static IEnumerable<Sentence> Open(TextReading text)
    {
        if (!text.Prose.Contains('?'))
        {
            yield break;
        }

        var line = 0;
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            var sentence = text.Sentences[s];
            if (sentence.WordCount is < FewestWords or > MostWords || !Asks(text, sentence) || Rhetorical.First(text.Words, sentence.FirstWord, sentence.EndWord) >= 0)
            {
                continue;
            }

            while (line + 1 < text.Lines.Length && text.Lines[line + 1].Start <= sentence.Start)
            {
                line++;
            }

            if (!IsHeading(text, line, sentence) && !IsAnswered(text, s))
            {
                yield return sentence;
            }
        }
    }

    // Several marks in a row stand for something missing, or shout.
    private static bool Asks(TextReading text, Sentence sentence) =>
        text.Prose[sentence.Start..sentence.End].TrimEnd(" \t*_)\"'”") is [.., not '?', '?'];

    // "What happened?" above a paragraph asks for what stands below it.
    private static bool IsHeading(TextReading text, int line, Sentence sentence)
    {
        var whole = text.Lines[line].FirstWord == sentence.FirstWord && text.Lines[line].EndWord == sentence.EndWord;
        return text.Lines[line].Kind == LineKind.Heading
            || (whole && sentence.WordCount <= WordsOfHeading && text.Lines[line].Kind == LineKind.Paragraph && line + 1 < text.Lines.Length && text.Lines[line + 1].FirstWord < text.Lines[line + 1].EndWord);
    }

    // "Is it slow? Yes, …"
    private static bool IsAnswered(TextReading text, int s) =>
        s + 1 < text.Sentences.Length && Answers.At(text.Words, text.Sentences[s + 1].FirstWord) > 0;
}
