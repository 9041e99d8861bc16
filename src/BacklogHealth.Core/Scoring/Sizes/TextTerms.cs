using BacklogHealth.Core.Models;
using BacklogHealth.Core.Scoring.Text;

namespace BacklogHealth.Core.Scoring.Sizes;

/// <summary>
/// The words of an item as models know them: cut where a hyphen, a dot or an apostrophe stands, of two letters or more, without their English endings;
/// <c>#</c> for whatever holds a digit; alone, and two in a row, <c>^</c> standing for the beginning of a field. Words of the title come twice, once as
/// the title's own. Code, links, addresses, quotations and persons who are mentioned are no words.
/// </summary>
internal static class TextTerms
{
    private const string Title = "title:";
    private const string Number = "#";
    private const string Beginning = "^";
    private const int ShortestWord = 2;

    private static readonly ulong Anywhere = Term.IdOf("");
    private static readonly ulong InTitle = Term.IdOf(Title);

    /// <summary>All terms in the order of reading, those of the title's own first; one that comes again is there again.</summary>
    public static List<Term> Of(ItemReading reading)
    {
        var terms = new List<Term>((2 * reading.WordCount) + (4 * reading.Title.Words.Length));
        Add(terms, reading, 0, InTitle);
        for (var field = 0; field < reading.Fields.Length; field++)
        {
            Add(terms, reading, field, Anywhere);
        }

        return terms;
    }

    /// <summary>The name of the term at a place of <see cref="Of"/>: each word stands at an even place, and behind it the pair that it ends.</summary>
    public static string NameOf(ItemReading reading, IReadOnlyList<Term> terms, int place)
    {
        var word = place - (place % 2);
        var form = FormAt(reading, terms[word]);
        var isOfTitle = terms[word].Id == Term.More(InTitle, form);
        var isFirst = word == 0 || terms[word - 2].Field != terms[word].Field || (!isOfTitle && terms[word - 2].Start >= terms[word].Start);
        return $"{(isOfTitle ? Title : "")}{(place == word ? "" : isFirst ? Beginning + " " : FormAt(reading, terms[word - 2]) + " ")}{form}";
    }

    private static string FormAt(ItemReading reading, Term word) =>
        Form(reading.Fields[word.Field].Plain.Substring(word.Start, word.Length).ToLowerInvariant()).ToString();

    private static void Add(List<Term> terms, ItemReading reading, int field, ulong under)
    {
        var before = Term.More(under, Beginning);
        var from = -1;
        foreach (var word in reading.Fields[field].Words)
        {
            for (var (at, length) = Piece(word.Lower, 0); length > 0; (at, length) = Piece(word.Lower, at + length))
            {
                var form = Form(word.Lower.AsSpan(at, length));
                var start = word.Start + at;
                var alone = Term.More(under, form);
                terms.Add(new Term(alone, field, start, length));
                var both = from < 0 ? start : from;
                terms.Add(new Term(Term.More(Term.More(before, " "), form), field, both, start + length - both));
                (before, from) = (alone, start);
            }
        }
    }

    // The next piece of a word from a place on; of length 0 where there is none.
    private static (int At, int Length) Piece(string word, int at)
    {
        while (at < word.Length)
        {
            var end = at;
            while (end < word.Length && (char.IsLetterOrDigit(word[end]) || word[end] == '_'))
            {
                end++;
            }

            if (end - at >= ShortestWord)
            {
                return (at, end - at);
            }

            at = end + 1;
        }

        return (at, 0);
    }

    // What stays of "adds", "added", "adding" and "add" is "add". Cutting too much now and then costs a model less than not cutting at all.
    private static ReadOnlySpan<char> Form(ReadOnlySpan<char> word)
    {
        if (word.ContainsAnyInRange('0', '9'))
        {
            return Number;
        }

        return word switch
        {
            { Length: > 5 } when word.EndsWith("ing") => word[..^3],
            { Length: > 4 } when word.EndsWith("ed") || word.EndsWith("es") => word[..^2],
            { Length: > 3 } when word.EndsWith("s") && !word.EndsWith("ss") => word[..^1],
            { Length: > 4 } when word.EndsWith("e") => word[..^1],
            _ => word,
        };
    }
}
