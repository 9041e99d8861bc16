namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Splits lines of prose into sentences: at a full stop, question or exclamation mark before a space, not behind an abbreviation.</summary>
internal static class SentenceReader
{
    private static readonly WordList Abbreviations = WordList.Named("abbreviations");

    public static Sentence[] Read(ReadOnlySpan<char> prose, Line[] lines, Word[] words, LanguageWords language)
    {
        var sentences = new Room<Sentence>(16);
        var word = 0;
        foreach (var line in lines)
        {
            if (line.Kind == LineKind.NotProse)
            {
                continue;
            }

            var start = line.Start;
            for (var i = Next(prose, start, line.End); i < line.End; i = Next(prose, i + 1, line.End))
            {
                if (i + 1 < line.End && Ends(prose, i, line, language))
                {
                    Add(ref sentences, words, start, i + 1, ref word);
                    start = i + 1;
                }
            }

            Add(ref sentences, words, start, line.End, ref word);
        }

        return sentences.ToArray();
    }

    // The next mark that may end a sentence; the end where there is none.
    private static int Next(ReadOnlySpan<char> prose, int from, int end) =>
        prose[from..end].IndexOfAny('.', '?', '!') is >= 0 and var at ? from + at : end;

    private static void Add(ref Room<Sentence> sentences, Word[] words, int start, int end, ref int word)
    {
        while (word < words.Length && words[word].Start < start)
        {
            word++;
        }

        var first = word;
        while (word < words.Length && words[word].Start < end)
        {
            word++;
        }

        if (word > first)
        {
            sentences.Add(new Sentence(start, end - start, first, word - first));
        }
    }

    private static bool Ends(ReadOnlySpan<char> prose, int i, Line line, LanguageWords language)
    {
        if (prose[i] is '?' or '!')
        {
            return char.IsWhiteSpace(prose[i + 1]);
        }

        if (prose[i] is not '.' || !char.IsWhiteSpace(prose[i + 1]))
        {
            return false;
        }

        var next = i + 1;
        while (next < line.End && char.IsWhiteSpace(prose[next]))
        {
            next++;
        }

        // A small letter behind the stop means that it belongs to an abbreviation.
        return next >= line.End || !(char.IsLower(prose[next]) || IsAbbreviation(prose, i, language));
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> prose, int stop, LanguageWords language)
    {
        var start = stop;
        while (start > 0 && stop - start < 8 && (char.IsLetterOrDigit(prose[start - 1]) || prose[start - 1] == '.'))
        {
            start--;
        }

        Span<char> lower = stackalloc char[stop - start];
        prose[start..stop].ToLowerInvariant(lower);
        return language.Lexicon.Find(lower)?.Whole.Has(Abbreviations) == true;
    }
}
