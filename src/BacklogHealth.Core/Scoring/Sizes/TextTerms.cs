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
        var under = word < 2 * Count(reading.Title) ? Title : "";
        var isFirst = word == 0 || terms[word - 2].Field != terms[word].Field || word == 2 * Count(reading.Title);
        return place == word ? under + FormAt(reading, terms[word])
            : $"{under}{(isFirst ? Beginning : FormAt(reading, terms[word - 2]))} {FormAt(reading, terms[word])}";
    }

    private static int Count(TextReading title) => title.Words.Sum(w => Pieces(w.Lower).Count);

    private static string FormAt(ItemReading reading, Term word) =>
        Form(reading.Fields[word.Field].Plain.Substring(word.Start, word.Length).ToLowerInvariant()).ToString();

    private static void Add(List<Term> terms, ItemReading reading, int field, ulong under)
    {
        var before = Term.More(under, Beginning);
        var from = -1;
        foreach (var word in reading.Fields[field].Words)
        {
            foreach (var range in Pieces(word.Lower))
            {
                var form = Form(word.Lower.AsSpan(range));
                var start = word.Start + range.Start.Value;
                var length = range.End.Value - range.Start.Value;
                var alone = Term.More(under, form);
                terms.Add(new Term(alone, field, start, length));
                var both = from < 0 ? start : from;
                terms.Add(new Term(Term.More(Term.More(before, " "), form), field, both, start + length - both));
                (before, from) = (alone, start);
            }
        }
    }

    private static List<Range> Pieces(string lower)
    {
        var pieces = new List<Range>(1);
        for (var i = 0; i < lower.Length;)
        {
            var end = i;
            while (end < lower.Length && (char.IsLetterOrDigit(lower[end]) || lower[end] == '_'))
            {
                end++;
            }

            if (end - i >= ShortestWord)
            {
                pieces.Add(i..end);
            }

            i = end + 1;
        }

        return pieces;
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
