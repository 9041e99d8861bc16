namespace BacklogHealth.Core.Scoring.Text;

/// <summary>Some words in a row that say what is wanted, from its first verb.</summary>
internal sealed record Clause(TextReading Text, int First, int End);

/// <summary>Finds what is wanted: the title, and what follows "I want to" in title and description.</summary>
internal static class Clauses
{
    private const int MostWants = 3;
    private const int WordsToPerson = 14;
    private static readonly WordList WantsList = WordList.Named("wants");
    private static readonly WordList WantEnds = WordList.Named("wantEnds");
    private static readonly WordList FirstPerson = WordList.Named("firstPerson");
    private static readonly WordList WishOpens = WordList.Named("wishOpens");

    public static List<Clause> Of(ItemReading item)
    {
        var clauses = new List<Clause>();
        if (WantsList.IsIn(item.Title) && Want(item.Title, item.Title.Sentences[0]) is { } want)
        {
            clauses.Add(want);
        }
        else if (item.Title.Words.Length > 1)
        {
            var first = AfterPrefix(item.Title);
            clauses.Add(new Clause(item.Title, first, EndOf(item.Title, first, item.Title.Words.Length)));
        }

        var wants = 0;
        foreach (var sentence in WantsList.IsIn(item.Description) ? item.Description.Sentences : [])
        {
            if (wants < MostWants && Want(item.Description, sentence) is { } wish && IsWish(item.Description, sentence))
            {
                clauses.Add(wish);
                wants++;
            }
        }

        clauses.RemoveAll(c => c.End <= c.First);
        return clauses;
    }

    // "API: add paging" begins behind the colon.
    private static int AfterPrefix(TextReading title)
    {
        var colon = title.Prose.IndexOf(": ");
        var first = colon is > 0 and < 40 ? title.WordFrom(colon) : 0;
        return first < title.Words.Length ? first : 0;
    }

    // In a description only the wish in the first person counts: "users can" tells there how things are, "as I saw" what was.
    private static bool IsWish(TextReading text, Sentence sentence)
    {
        var person = FirstPerson.First(text.Words, sentence.FirstWord, Math.Min(sentence.EndWord, sentence.FirstWord + WordsToPerson));
        return person == sentence.FirstWord || (person > sentence.FirstWord + 1 && WishOpens.Holds(text.Words[sentence.FirstWord]));
    }

    private static Clause? Want(TextReading text, Sentence sentence)
    {
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            var length = WantsList.At(text.Words, i);
            if (length > 0 && i + length < sentence.EndWord)
            {
                return new Clause(text, i + length, EndOf(text, i + length, sentence.EndWord));
            }
        }

        return null;
    }

    private static int EndOf(TextReading text, int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (WantEnds.At(text.Words, i) > 0)
            {
                return i;
            }
        }

        return end;
    }
}
