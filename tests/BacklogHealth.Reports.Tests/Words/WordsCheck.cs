using System.Text.Json;

namespace BacklogHealth.Reports.Tests.Words;

/// <summary>
/// Holds the words of another language against the sentences of the code: each has words, no words are left over, and the words have the same places
/// and marks. Each fault is told with its place and what to do.
/// </summary>
/// <param name="file">Name of the file of words, for what is told.</param>
/// <param name="words">The words by the English ones.</param>
internal sealed class WordsCheck(string file, IReadOnlyDictionary<string, string> words)
{
    /// <summary>All words of a file, whatever their section.</summary>
    public static Dictionary<string, string> Read(string path) =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(File.ReadAllText(path), JsonSerializerOptions.Strict)!
            .SelectMany(s => s.Value).ToDictionary(StringComparer.Ordinal);

    /// <summary>What is wrong.</summary>
    /// <param name="sentences">The sentences of the code.</param>
    /// <param name="elsewhere">The words of a room that this one builds upon: a sentence that has words there needs none here.</param>
    public IEnumerable<string> Faults(IReadOnlyCollection<EnglishSentence> sentences, IReadOnlyDictionary<string, string> elsewhere)
    {
        var said = sentences.GroupBy(s => s.Template.Text, StringComparer.Ordinal).ToList();
        return sentences.SelectMany(InEnglish)
            .Concat(said.Where(s => s.First().Template.HasWords && !words.ContainsKey(s.Key) && !elsewhere.ContainsKey(s.Key)).Select(s =>
                $"{s.First().Where}: found a sentence without German words; expected them in {file}. Add there: {Quoted(s.Key)}: \"…\""))
            .Concat(words.Keys.Except(said.Select(s => s.Key), StringComparer.Ordinal).Select(key =>
                $"{file}: found words for {Quoted(key)}, which no source of this room says. Take them away, or write their English as the source has it."))
            .Concat(words.Keys.Where(elsewhere.ContainsKey).Select(key =>
                $"{file}: found words for {Quoted(key)}, which has words in the room below. Take them away here."))
            .Concat(said.Where(s => words.ContainsKey(s.Key)).SelectMany(s => Compare([.. s], Template.Of(words[s.Key]))));
    }

    private static IEnumerable<string> InEnglish(EnglishSentence sentence)
    {
        if (sentence.Template.Fault is { } fault)
        {
            yield return $"{sentence.Where}: {Quoted(sentence.Template.Text)}: {fault}. Close it.";
        }

        foreach (var place in sentence.Template.Places.Where(p => !p.Fits(sentence.Values[p.Index].Kind)))
        {
            yield return $"{sentence.Where}: {Misfit(place, sentence.Values[place.Index])}";
        }
    }

    private IEnumerable<string> Compare(List<EnglishSentence> all, Template german)
    {
        var (english, values) = (all[0].Template, all[0].Values);
        var where = $"{file}: {Quoted(english.Text)}";
        if (german.Fault is { } fault)
        {
            yield return $"{where}: in the German words {fault}. Close it.";
            yield break;
        }

        // Two places that hold the same everywhere need not both be said: "{0:# item|# items} {1:is|are} ready".
        bool Same(int one, int other) => one == other || all.TrueForAll(s => s.Values[one].Expression == s.Values[other].Expression);
        foreach (var place in english.Places.Where(p => !german.Places.Any(g => Same(g.Index, p.Index))).DistinctBy(p => p.Index))
        {
            yield return $"{where}: the German words do not say {place}, which holds {values[place.Index].Expression}. Say it.";
        }

        foreach (var place in german.Places)
        {
            if (place.Index >= values.Length)
            {
                yield return $"{where}: found the place {place} in the German words; the English ones have {values.Length}. Take it away.";
                continue;
            }

            if (!place.Fits(values[place.Index].Kind))
            {
                yield return $"{where}: in the German words, {Misfit(place, values[place.Index])}";
            }

            if (place.Forms is { } forms && english.Places.Where(p => Same(p.Index, place.Index)).Select(p => p.Forms?.Length).OfType<int>().Distinct().ToList() is { Count: > 0 } expected && !expected.Contains(forms.Length))
            {
                yield return $"{where}: found {forms.Length} forms in {place} of the German words; expected {expected[0]} as in English. Write as many.";
            }
        }

        if (german.Strong != english.Strong)
        {
            yield return $"{where}: found {german.Strong} times ** in the German words; expected {english.Strong} as in English. Let the same words stand out.";
        }

        if (!german.Typed.Order(StringComparer.Ordinal).SequenceEqual(english.Typed.Order(StringComparer.Ordinal)))
        {
            yield return $"{where}: what is to be typed is [{string.Join(", ", german.Typed)}] in German; expected [{string.Join(", ", english.Typed)}] as in English. It is the same in every language.";
        }

        if (german.End != english.End && !(english.End.Length == 0 && german.EndsWithAbbreviation))
        {
            yield return $"{where}: the German words end with \"{german.End}\"; expected \"{english.End}\" as in English. Other sentences may go on behind it.";
        }
    }

    private static string Misfit(Place place, (string Expression, PlaceKind Kind) value) =>
        $"found {place} for {value.Expression}; expected " + value.Kind switch
        {
            PlaceKind.Number => "a number as it is, %, ##, 0.00, or two or three forms with | between them.",
            PlaceKind.Day => "a day as it is, full, short, short full or weekday.",
            _ => "words as they are, or ^ for a capital.",
        } + " Write one of these.";

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
